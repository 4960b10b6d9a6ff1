package dev.tieout.customers.jdbc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tieout.customers.Traces;
import dev.tieout.identity.AddressHash;
import dev.tieout.identity.PlainText;

/**
 * Blanks customers' personal data (files.md, Personal data). The hash stays, so that a
 * shop that goes on exporting the address does not bring it back, and limits still hold.
 */
public final class ForgottenCustomers {

	private static final String RECORDS = "select ctid::text as place, record from reject where record <> '(forgotten)'";

	private static final String SINCE_POSTED = " and file_no in (select file_no from input_file where run_no > (select coalesce(last_posted_run, 0) from program))";

	private final JdbcClient jdbc;

	private final JdbcTemplate records;

	private final AddressHash hash;

	public ForgottenCustomers(DataSource dataSource, byte[] addressKey) {
		this.jdbc = JdbcClient.create(dataSource);
		this.records = new JdbcTemplate(dataSource);
		this.records.setFetchSize(1_000);
		this.hash = new AddressHash(addressKey);
	}

	/**
	 * Blanks address, name and raw records of a customer in the caller's transaction.
	 * @param address the customer's address, or the text that stood in its place
	 * @return what was found; all of it may have been nothing
	 */
	public Forgotten forget(String address) {
		record Known(long number, String name) {
		}
		Optional<Known> known = this.jdbc
			.sql("select customer_no, coalesce(name, '') from customer where hash = ? for update")
			.param(this.hash.of(PlainText.lowerCase(address)))
			.query((row, number) -> new Known(row.getLong(1), row.getString(2)))
			.optional();
		Traces traces = Traces.of(address, known.map(Known::name).orElse(""));
		known.ifPresent((customer) -> this.jdbc
			.sql("""
					update customer set address = null, as_written = null, name = null, forgotten_at = coalesce(forgotten_at, now())
					where customer_no = ?
					""")
			.param(customer.number())
			.update());
		blankNames(traces);
		return new Forgotten(known.map(Known::number), blank(RECORDS, traces::areIn));
	}

	/** A row whose cells had shifted gave somebody else an address as a name. */
	private void blankNames(Traces traces) {
		List<Long> numbers = new ArrayList<>();
		this.records.query("select customer_no, name from customer where strpos(name, '@') > 0", (row) -> {
			if (traces.areIn(row.getString("name"))) {
				numbers.add(row.getLong("customer_no"));
			}
		});
		if (!numbers.isEmpty()) {
			this.jdbc.sql("update customer set name = null where customer_no = any (?)")
				.param(numbers.toArray(Long[]::new))
				.update();
		}
	}

	/**
	 * Blanks, in the caller's transaction, the raw records in which forgotten customers
	 * have come again since the last run that posted.
	 */
	public void forgetAgain() {
		Set<UUID> forgotten = new HashSet<>(
				this.jdbc.sql("select hash from customer where forgotten_at is not null").query(UUID.class).list());
		if (!forgotten.isEmpty()) {
			Map<String, Boolean> seen = new HashMap<>();
			blank(RECORDS + SINCE_POSTED, (record) -> words(record).stream()
				.anyMatch((word) -> seen.computeIfAbsent(word, (text) -> forgotten.contains(this.hash.of(text)))));
		}
	}

	/** Whatever in a record may be an address, as addresses are compared. */
	private static List<String> words(String record) {
		List<String> words = new ArrayList<>();
		for (String word : PlainText.lowerCase(record).split("[\\s,;|\"'<>()\\[\\]]+")) {
			if (word.indexOf('@') >= 0) {
				words.add(word);
			}
		}
		return words;
	}

	private int blank(String select, Predicate<String> isAbout) {
		List<String> places = new ArrayList<>();
		this.records.query(select, (row) -> {
			if (isAbout.test(row.getString("record"))) {
				places.add(row.getString("place"));
			}
		});
		if (!places.isEmpty()) {
			this.jdbc.sql("update reject set record = '(forgotten)' where ctid = any (?::text[]::tid[])")
				.param(places.toArray(String[]::new))
				.update();
		}
		return places.size();
	}

	/**
	 * What was blanked.
	 *
	 * @param customer the customer's number, where the address was a customer's
	 * @param records how many raw records
	 */
	public record Forgotten(Optional<Long> customer, int records) {

	}

}
