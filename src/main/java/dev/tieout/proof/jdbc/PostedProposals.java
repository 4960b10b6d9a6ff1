package dev.tieout.proof.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tieout.proof.Fingerprints;
import dev.tieout.proof.Fingerprints.Fingerprint;
import dev.tieout.proof.SealedEntry;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What runs proposed to post, which is kept: one of the proposals tells what an entry
 * said. Which one, and that it is true, its fingerprint tells.
 */
final class PostedProposals {

	/** Months after an order's in which its entry can have been posted. */
	private static final int MONTHS = 120;

	private static final String PROPOSALS = """
			select p.*, r.posted_at, r.business_date, coalesce(s.code, '') store,
			       encode(sha256(convert_to(a.address, 'UTF8')), 'hex') affiliate_hash,
			       case when p.entries_before = 0 then 0 when p.net_before + p.amount = 0 then 2 else 1 end entry_type
			  from ledger_proposal p
			  join run r on r.run_no = p.run_no and r.posted_at <= (select posted_at from run where run_no = %d)
			  join affiliate a using (affiliate_no)
			  join input_file f on f.file_no = p.file_no
			  left join store s using (store_no)
			 where p.posts and %s
			 limit 20000
			""";

	private static final String OF_AN_ENTRY = "(p.order_no = %d or p.customer_no = %d)";

	private static final String WITHOUT_ENTRY = """
			not exists (select from ledger_entry e
			            where e.run_no = p.run_no and e.order_no = p.order_no and e.affiliate_no = p.affiliate_no
			                  and e.currency = p.currency and e.amount = p.amount)""";

	private final JdbcTemplate jdbc;

	PostedProposals(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns what an entry said when it was sealed.
	 * @param run the run that was sealed
	 * @param print the entry's fingerprint
	 * @param now what it says now, if it is there
	 * @param prints computes fingerprints
	 * @return the entry, or empty where no proposal has the fingerprint
	 */
	Optional<SealedEntry> find(int run, Fingerprint print, Optional<SealedEntry> now, Fingerprints prints) {
		LocalDate period = now.map(SealedEntry::period).orElse(LocalDate.EPOCH);
		return Stream
			.of(now.map((entry) -> OF_AN_ENTRY.formatted(entry.order(), entry.customer())).orElse("false"),
					WITHOUT_ENTRY, "true")
			.flatMap((which) -> candidates(run, which, print.entry(), period))
			.filter((candidate) -> prints.of(candidate) == print.hash())
			.findFirst();
	}

	private Stream<SealedEntry> candidates(int run, String which, long number, LocalDate period) {
		List<SealedEntry> proposed = this.jdbc.query(PROPOSALS.formatted(run, which),
				(row, at) -> entry(row, number, period));
		return proposed.stream().flatMap((entry) -> Stream.concat(Stream.of(entry), inMonths(entry)));
	}

	/** The posting period is the one thing a proposal does not say. */
	private static Stream<SealedEntry> inMonths(SealedEntry entry) {
		LocalDate month = entry.orderedAt().atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
		return IntStream.range(-1, MONTHS).mapToObj((n) -> entry.in(month.plusMonths(n)));
	}

	private static SealedEntry entry(ResultSet row, long number, LocalDate period) throws SQLException {
		long corrects = row.getLong("corrects");
		Long corrected = row.wasNull() ? null : corrects;
		return new SealedEntry(number, row.getInt("run_no"), row.getInt("entry_type"), row.getString("store"),
				row.getString("order_id"), row.getLong("order_no"), row.getLong("customer_no"),
				row.getInt("affiliate_no"), row.getString("affiliate_hash"), row.getString("currency"),
				row.getLong("amount"), row.getInt("reason"), instant(row, "ordered_at"), instant(row, "posted_at"),
				row.getObject("business_date", LocalDate.class), period, row.getObject("payable_on", LocalDate.class),
				corrected, row.getInt("file_no"), row.getInt("line"), null);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
	}

}
