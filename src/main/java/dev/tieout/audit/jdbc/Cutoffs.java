package dev.tieout.audit.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tieout.audit.Closing;

/** Says how far prints look. */
final class Cutoffs {

	/** Months are closed in order, so the first one that is not is the earliest open. */
	private static final String EARLIEST_OPEN = """
			with known as (
			     select c.month, r.closing_no is null or r.reopened_at >= :until as closed
			       from closing c
			       left join reopening r on r.closing_no = c.closing_no
			      where c.closed_at < :until)
			select coalesce((select (max(month) filter (where closed) + interval '1 month')::date from known),
			                (select min(month) from known),
			                (select min(period) from ledger_entry where posted_at < :until))
			""";

	/**
	 * Runs post one after the other, each all of its entries at once: all up to the
	 * highest number that is seen are there.
	 */
	private static final String LAST_ENTRY = "select coalesce(max(entry_no), 0) from ledger_entry where posted_at < :until";

	private final JdbcClient jdbc;

	private final Clock clock;

	Cutoffs(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Of a month, as far as the end of a day; empty for all that is there. */
	Cutoff of(YearMonth month, Optional<LocalDate> asOf) {
		Instant until = until(asOf);
		Optional<Closing> closing = new Closings(this.jdbc).standing(month, until);
		if (closing.isPresent()) {
			return of(closing.get(), asOf);
		}
		Instant now = this.clock.instant();
		return new Cutoff(month, zone(), closing, asOf, now, until, lastEntry(until),
				asOf.isPresent() ? until.minus(1, ChronoUnit.MICROS) : now, asOf.isPresent() ? 0 : Integer.MAX_VALUE);
	}

	/** Of a closing, whatever became of it later. */
	Cutoff of(Closing closing, Optional<LocalDate> asOf) {
		return new Cutoff(closing.month(), zone(), Optional.of(closing), asOf, this.clock.instant(), until(asOf),
				closing.lastEntry(), closing.closedAt(), lastRun(closing.lastEntry()));
	}

	YearMonth earliestOpen(Optional<LocalDate> asOf) {
		return this.jdbc.sql(EARLIEST_OPEN)
			.param("until", Cells.parameter(until(asOf)))
			.query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
			.single()
			.map(YearMonth::from)
			.orElseGet(() -> YearMonth.from(asOf.orElseGet(() -> LocalDate.now(this.clock.withZone(zone())))));
	}

	/** The first instant that a print as of a day leaves out. */
	Instant until(Optional<LocalDate> asOf) {
		return asOf.orElse(Cutoff.LAST_DAY).plusDays(1).atStartOfDay(zone()).toInstant();
	}

	ZoneId zone() {
		return this.jdbc.sql("select zone from program")
			.query((row, number) -> ZoneId.of(row.getString("zone")))
			.optional()
			.orElseGet(this.clock::getZone);
	}

	private long lastEntry(Instant until) {
		return this.jdbc.sql(LAST_ENTRY).param("until", Cells.parameter(until)).query(Long.class).single();
	}

	private int lastRun(long entry) {
		return this.jdbc.sql("select run_no from ledger_entry where entry_no = :entry")
			.param("entry", entry)
			.query(Integer.class)
			.optional()
			.orElse(0);
	}

}
