package dev.tieout.torture;

import java.nio.file.Path;

import dev.tieout.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What is far larger than usual still goes through a heap of 512 MB, to the cent. */
@ExtendWith(Replay.class)
class SizeScenarioTests {

	private static final String BUYER = "buyer@home.example";

	private static final long MEGABYTE = 1L << 20;

	private final TestDatabase database = TestDatabase.fresh();

	private final JdbcClient jdbc = JdbcClient.create(this.database.dataSource());

	@TempDir
	Path folder = Path.of("");

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void oneCustomerMayHaveVeryManyOrders() throws Exception {
		int orders = Torture.amount("orders-of-one", 3_000, 500_000);
		LargeFiles files = LargeFiles.in(this.folder);
		files.connect(BUYER);
		for (int i = 0; i < orders; i++) {
			files.order(BUYER, "", "");
		}
		run(files).note("orders of one customer", orders);
		files.nextNight();
		files.order(BUYER, "", "");
		run(files).note("orders of one customer, and one more the next night", orders);
		assertThat(count("customer where customer_no in (select customer_no from order_revision)")).isOne();
	}

	@Test
	void oneOrderMayHaveVeryManyLines() throws Exception {
		Torture.onlyThoroughly();
		int lines = Torture.amount("lines", 10_000, 10_000);
		LargeFiles files = LargeFiles.in(this.folder);
		files.connect(BUYER);
		files.order(BUYER, lines);
		files.order(BUYER, 1);
		run(files).note("lines of one order", lines);
	}

	@Test
	void thereMayBeVeryManyAffiliates() throws Exception {
		int rows = Torture.amount("affiliates", 50_001, 1_000_001);
		LargeFiles files = LargeFiles.in(this.folder);
		files.affiliates(rows);
		int affiliates = (rows - 1) / 2;
		for (int i = 0; i < 1_000; i++) {
			files.order("c%d@home.example".formatted(i), "C%d".formatted(1 + (int) ((long) i * affiliates / 1_000)),
					"");
		}
		run(files).note("rows of affiliates", rows);
		assertThat(count("affiliate_row")).isEqualTo(rows);
		assertThat(this.jdbc.sql("select count(distinct affiliate_no) from ledger_entry").query(Long.class).single())
			.isEqualTo(1_000);
	}

	@Test
	void oneFileMayBeVeryLarge() throws Exception {
		Torture.onlyThoroughly();
		long bytes = Torture.amount("gigabytes", 1, 1) * 1024L * MEGABYTE;
		LargeFiles files = LargeFiles.in(this.folder);
		String note = "a note that nobody reads; ".repeat(Torture.amount("notes", 16, 16));
		for (long i = 0; files.bytes() < bytes; i++) {
			files.order("c%d@home.example".formatted(i % 300_000), "ANN10", note);
		}
		HeavyRun run = run(files);
		run.note("orders in one file", files.orders());
		Figures.note("size", "MB of that file", files.bytes() / MEGABYTE);
	}

	private HeavyRun run(LargeFiles files) throws Exception {
		files.close();
		HeavyRun run = HeavyRun.of(this.folder, this.database.environment(), "run", "large.yml", "--jobs", ".",
				"--business-date", files.date().toString());
		assertThat(count("order_revision where superseded_by is null")).isEqualTo(files.orders());
		assertThat(count("decision where superseded_by is null")).isEqualTo(files.orders());
		assertThat(count("ledger_entry")).isEqualTo(files.orders());
		assertThat(this.jdbc.sql("select sum(amount) from ledger_entry").query(Long.class).single())
			.isEqualTo(files.commissionCents());
		assertThat(count("control_total where expected <> found")).isZero();
		assertThat(run.output()).contains("Does it close?  yes");
		return run;
	}

	private long count(String fromWhere) {
		return this.jdbc.sql("select count(*) from " + fromWhere).query(Long.class).single();
	}

}
