package dev.tieout.audit.jdbc;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tieout.audit.Closing;

/**
 * How far a print of a month looks. What lies behind is left out, so that the same print
 * made later is the same: entries by number and posting time, closings, names.
 *
 * @param month the month
 * @param zone the program's
 * @param closing the closing that stands, as far as the print looks
 * @param asOf the day at whose end it stops; empty where it takes all there is
 * @param now when it is made
 * @param until what was posted or closed then or later is left out
 * @param lastEntry entries of higher numbers are left out
 * @param namedAt names that were posted later are left out
 * @param namedRun names that this run or an earlier one posted are known in any case
 */
record Cutoff(YearMonth month, ZoneId zone, Optional<Closing> closing, Optional<LocalDate> asOf, Instant now,
		Instant until, long lastEntry, Instant namedAt, int namedRun) {

	/** Far enough for any entry, near enough for any client of the database. */
	static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

	/** What is payable on this day or before is released. */
	LocalDate releasedBy() {
		return this.asOf.orElseGet(
				() -> this.closing.isPresent() ? this.month.atEndOfMonth() : LocalDate.ofInstant(this.now, this.zone));
	}

	/** Whether nothing can come any more: a closing, or a day that is over. */
	boolean isSettled() {
		return this.closing.isPresent() || (this.asOf.isPresent() && !this.now.isBefore(this.until));
	}

	/**
	 * Gives a statement what {@link #FILTER} and {@link SqlParts#AFFILIATE_NAME_AT} ask
	 * for.
	 */
	JdbcClient.StatementSpec apply(JdbcClient.StatementSpec statement) {
		return statement.param("until", Cells.parameter(this.until))
			.param("last_entry", this.lastEntry)
			.param("named_at", Cells.parameter(this.namedAt))
			.param("named_run", this.namedRun);
	}

	/** The entries {@code e} that are not left out. */
	static final String FILTER = " e.posted_at < :until and e.entry_no <= :last_entry ";

}
