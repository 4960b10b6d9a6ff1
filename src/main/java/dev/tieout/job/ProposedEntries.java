package dev.tieout.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

import dev.tieout.attribution.Reason;
import dev.tieout.audit.EntryType;
import dev.tieout.audit.PlannedEntry;
import dev.tieout.audit.Total;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The entries that posting a run adds to the ledger, in the order in which it adds them.
 * Posting inserts what this statement answers, and a plan shows the same.
 */
final class ProposedEntries {

	/**
	 * The entries of the run {@code :run}. The posting period is the order's month while
	 * that is open, else the earliest open month after it (rules.md 6). Months are closed
	 * in order, and the first closing closes whatever lies before it for good: the table
	 * has no rows but of months that have been closed.
	 */
	static final String SQL = """
			select order_no, customer_no, amount, ordered_at, run_no, affiliate_no, file_no, line,
			       greatest(date_trunc('month', ordered_at at time zone :zone)::date,
			                (select greatest((max(month) filter (where closed) + interval '1 month')::date, min(month))
			                 from period)) period,
			       payable_on,
			       case when entries_before = 0 then 0 when net_before + amount = 0 then 2 else 1 end::smallint entry_type,
			       reason, currency, order_id, corrects
			from ledger_proposal
			where run_no = :run and posts
			order by ordered_at, order_id collate "C", order_no, affiliate_no, currency
			""";

	private static final String SHOWN = """
			select p.entry_type, s.code store, p.order_id, p.ordered_at, p.customer_no, a.address, p.amount, p.currency,
			       p.reason, p.period, p.payable_on, p.corrects, f.name file, p.line
			from (%s) p
			join affiliate a using (affiliate_no)
			join input_file f using (file_no)
			left join store s using (store_no)
			order by p.ordered_at, p.order_id collate "C", p.order_no, p.affiliate_no, p.currency
			""".formatted(SQL);

	private static final List<EntryType> TYPES = List.of(EntryType.values());

	private static final List<Reason> REASONS = List.of(Reason.values());

	private static final int FETCH_SIZE = 5000;

	private final JdbcClient jdbc;

	ProposedEntries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Reads the entries in the caller's transaction, without which the driver would load
	 * them all.
	 */
	void forEach(PinnedRun run, Consumer<PlannedEntry> taker) {
		this.jdbc.sql(SHOWN)
			.withFetchSize(FETCH_SIZE)
			.param("run", run.number())
			.param("zone", run.rules().zone().getId())
			.query((row) -> {
				taker.accept(entry(row));
			});
	}

	private static PlannedEntry entry(ResultSet row) throws SQLException {
		String store = row.getString("store");
		long corrects = row.getLong("corrects");
		return new PlannedEntry(TYPES.get(row.getInt("entry_type")), (store != null) ? store : "",
				row.getString("order_id"), row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
				row.getLong("customer_no"), row.getString("address"),
				Total.of(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
				REASONS.get(row.getInt("reason")), YearMonth.from(row.getObject("period", LocalDate.class)),
				row.getObject("payable_on", LocalDate.class),
				(corrects == 0) ? OptionalLong.empty() : OptionalLong.of(corrects), row.getString("file"),
				row.getLong("line"));
	}

}
