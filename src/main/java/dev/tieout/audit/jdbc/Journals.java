package dev.tieout.audit.jdbc;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tieout.audit.Journal;
import dev.tieout.audit.JournalEntry;
import dev.tieout.audit.JournalSink;

/** Reads a month of the ledger as a journal. */
@Component
public final class Journals {

	private static final String FROM = """
			  from ledger_entry e
			  join affiliate a on a.affiliate_no = e.affiliate_no
			  join input_file f on f.file_no = e.file_no
			  left join store s on s.store_no = f.store_no
			 where e.period = :month and %s
			""".formatted(Cutoff.FILTER);

	private static final String PAIRS = "select distinct a.address, e.currency " + FROM;

	private static final String ENTRIES = """
			select e.*, s.code as store, a.address, (e.ordered_at at time zone :zone)::date as ordered_on,
			       case when date_trunc('month', e.ordered_at at time zone :zone)::date = e.period
			            then (e.ordered_at at time zone :zone)::date else e.period end as journal_date
			%s
			 order by journal_date, e.entry_no
			""".formatted(FROM);

	private final Snapshot snapshot;

	private final Clock clock;

	/**
	 * Creates the reader.
	 * @param dataSource the application's
	 * @param clock says when an open month was looked at
	 */
	public Journals(DataSource dataSource, Clock clock) {
		this.snapshot = new Snapshot(dataSource);
		this.clock = clock;
	}

	/**
	 * Reads a month's journal.
	 * @param month the posting period
	 * @param asOf leaves out what was posted after that day
	 * @param sink takes it
	 * @return how many entries there were
	 * @throws IOException if the sink cannot write
	 */
	public long read(YearMonth month, Optional<LocalDate> asOf, JournalSink sink) throws IOException {
		return this.snapshot.read(() -> {
			Cutoff cutoff = new Cutoffs(this.snapshot.jdbc(), this.clock).of(month, asOf);
			sink.begin(head(cutoff));
			long[] entries = new long[1];
			about(ENTRIES, cutoff).param("zone", cutoff.zone().getId()).query((row) -> {
				JournalEntry entry = entry(row);
				Snapshot.handOn(() -> sink.entry(entry));
				entries[0]++;
			});
			sink.end();
			return entries[0];
		});
	}

	private Journal head(Cutoff cutoff) {
		Set<String> affiliates = new TreeSet<>();
		Set<String> currencies = new TreeSet<>();
		about(PAIRS, cutoff).query((row) -> {
			affiliates.add(row.getString("address"));
			currencies.add(row.getString("currency"));
		});
		String program = this.snapshot.jdbc().sql("select name from program").query(String.class).optional().orElse("");
		Optional<Instant> seenAt = cutoff.isSettled() ? Optional.empty() : Optional.of(cutoff.now());
		return new Journal(program, cutoff.zone(), cutoff.month(), cutoff.closing(), cutoff.asOf(), seenAt,
				new ArrayList<>(affiliates), currencies.stream().map(Currency::getInstance).toList());
	}

	private JdbcClient.StatementSpec about(String sql, Cutoff cutoff) {
		return cutoff.apply(this.snapshot.jdbc().sql(sql)).param("month", cutoff.month().atDay(1));
	}

	private static JournalEntry entry(ResultSet row) throws SQLException {
		return new JournalEntry(row.getLong("entry_no"), Cells.requiredDate(row, "journal_date"),
				row.getString("address"), Cells.total(row, "amount"), Codes.required(Codes.ENTRY_TYPES, row, "type"),
				Cells.textOrEmpty(row, "store"), row.getString("order_id"), Cells.requiredDate(row, "ordered_on"));
	}

}
