package dev.tieout.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import dev.tieout.operations.RunResult;
import dev.tieout.scenario.Installation;

/** A small job's folder, in which tests put what nobody would wish for. */
public final class Inbox {

	/** The business date of its runs. */
	public static final LocalDate NIGHT = LocalDate.of(2026, 10, 31);

	static final String ORDER_HEADER = "order_id,ordered_at,customer_email,currency,subtotal,total,status,coupon_code\n";

	static final String GOOD_ORDER = "%s,2026-10-30T10:00:00Z,%s@home.example,USD,20.00,20.00,paid,ANN10\n";

	/** Everything by one percentage, from the year's first day. */
	public static final String PROGRAM = """
			program: main
			zone: America/New_York
			currency: USD
			rules:
			  - effective-from: 2026-01-01
			    attribution: [connection, coupon, referral]
			    connect:
			      enabled: true
			    commission:
			      rate: 10%
			""";

	private final Path folder;

	private final String store;

	private Inbox(Path folder, String store) {
		this.folder = folder;
		this.store = store;
	}

	/** Sets the folder up; orders go to a store of their own. */
	public static Inbox in(Path folder, String store) throws IOException {
		Inbox inbox = new Inbox(folder, store);
		inbox.put("program.yml", PROGRAM);
		inbox.put("job.yml", inbox.job("orders-*.csv"));
		inbox.put("affiliates.csv",
				"affiliate_email,coupon,status,effective_from\nann@partners.example,ANN10,active,2026-01-01\n");
		return inbox;
	}

	public String job(String orders) {
		return """
				job: %s
				program: program.yml
				inputs:
				  affiliates: [affiliates*.csv]
				  existing-customers: [existing-*.csv]
				  connections: [connections-*.csv]
				  orders:
				    - {files: "%s", format: native, store: %s}
				reports: {directory: reports}
				tuning: {chunk-size: 50, partitions: 1, wait-minutes: 0}
				""".formatted(this.store, orders, this.store);
	}

	public Path put(String name, String text) throws IOException {
		return Files.writeString(this.folder.resolve(name), text);
	}

	public Path put(String name, byte[] bytes) throws IOException {
		return Files.write(this.folder.resolve(name), bytes);
	}

	/** Puts an order file with these records. */
	public Path orders(String name, String... records) throws IOException {
		return put(name, ORDER_HEADER + String.join("", records));
	}

	/** A record that pays a commission of 2.00. */
	public static String order(String id) {
		return GOOD_ORDER.formatted(id, "customer-" + id.toLowerCase(java.util.Locale.ROOT));
	}

	public Path folder() {
		return this.folder;
	}

	public Path jobFile() {
		return this.folder.resolve("job.yml");
	}

	public String store() {
		return this.store;
	}

	public RunResult run(Installation tieout) {
		return tieout.run(jobFile(), NIGHT);
	}

	/** The rejects of a run, as {@code file:line REASON detail}. */
	public static List<String> rejects(Installation tieout, RunResult run) {
		return tieout.jdbc().sql("""
				select f.name || ':' || r.line || ' ' || r.reason || ' ' || r.detail
				from reject r join input_file f using (file_no) where f.run_no = ? order by f.name, r.line
				""").param(run.run()).query(String.class).list();
	}

	/** What the ledger holds of the store, in minor units by order id. */
	public Map<String, Long> ledger(Installation tieout) {
		return tieout.jdbc()
			.sql("""
					select e.order_id, sum(e.amount) amount
					from ledger_entry e join input_file f using (file_no) join store s using (store_no)
					where s.code = ? group by 1
					""")
			.param(this.store)
			.query()
			.listOfRows()
			.stream()
			.collect(java.util.stream.Collectors.toMap((row) -> String.valueOf(row.get("order_id")),
					(row) -> ((Number) java.util.Objects.requireNonNull(row.get("amount"))).longValue()));
	}

}
