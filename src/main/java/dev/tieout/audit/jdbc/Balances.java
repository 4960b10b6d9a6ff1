package dev.tieout.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tieout.audit.Balance;
import dev.tieout.audit.BalanceSheet;
import dev.tieout.audit.Closing;
import dev.tieout.identity.EmailAddress;

/** Adds the ledger up to balances. */
@Component
public final class Balances {

	/**
	 * Entries before the period open it, those from its first to its last month move it.
	 */
	private static final String BALANCES = """
			select a.address, %s as name, e.*
			  from (select affiliate_no, currency,
			               sum(amount) filter (where period < :first) as opening,
			               sum(amount) filter (where period >= :first and type = 0) as accrued,
			               sum(amount) filter (where period >= :first and type = 1) as adjusted,
			               sum(amount) filter (where period >= :first and type = 2) as reversed,
			               sum(amount) as closing,
			               sum(amount) filter (where payable_on <= :released) as released
			          from ledger_entry
			         where period <= :last and posted_at < :posted_before and entry_no <= :last_entry
			         group by affiliate_no, currency) as e
			  join affiliate a on a.affiliate_no = e.affiliate_no
			 where (:affiliate = '' or a.address = :affiliate)
			 order by a.address collate "C", e.currency
			""".formatted(SqlParts.AFFILIATE_NAME);

	/** What a closing froze. */
	private static final String FROZEN = """
			select a.address, %s as name, b.currency, b.opening, b.accrued, b.adjusted, b.reversed, b.closing, b.released
			  from closing_balance b
			  join affiliate a on a.affiliate_no = b.affiliate_no
			 where b.closing_no = :closing and (:affiliate = '' or a.address = :affiliate)
			 order by a.address collate "C", b.currency
			"""
		.formatted(SqlParts.AFFILIATE_NAME);

	/** Months are closed in order, so the first one that is not is the earliest open. */
	private static final String EARLIEST_OPEN = """
			select coalesce((select (max(month) + interval '1 month')::date from period where closed),
			                (select min(month) from period),
			                (select min(period) from ledger_entry))
			""";

	/** Far enough for any entry, near enough for any client of the database. */
	private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

	private final JdbcClient jdbc;

	private final Clock clock;

	/**
	 * Creates the reader.
	 * @param dataSource the application's
	 * @param clock says which day it is
	 */
	public Balances(DataSource dataSource, Clock clock) {
		this.jdbc = JdbcClient.create(dataSource);
		this.clock = clock;
	}

	/**
	 * Returns the balances of a month. Those of a closed month are the frozen copy of its
	 * closing, released by the month's last day, unless a day is given.
	 * @param affiliate whose, empty for everybody's
	 * @param period the posting period, empty for the earliest open one
	 * @param asOf leaves out what was posted after that day and releases by it; empty for
	 * all, released by today
	 * @return one balance an affiliate and currency that has entries by then
	 */
	public BalanceSheet of(Optional<EmailAddress> affiliate, Optional<YearMonth> period, Optional<LocalDate> asOf) {
		ZoneId zone = zone();
		YearMonth month = period.orElseGet(() -> earliestOpen(zone));
		Optional<Closing> closing = new Closings(this.jdbc).standing(month);
		if (closing.isPresent() && asOf.isEmpty()) {
			return new BalanceSheet(month, closing, asOf, month.atEndOfMonth(), zone,
					frozen(affiliate, closing.get().number()));
		}
		LocalDate day = asOf.orElseGet(() -> LocalDate.now(this.clock.withZone(zone)));
		Instant postedBefore = asOf.orElse(LAST_DAY).plusDays(1).atStartOfDay(zone).toInstant();
		List<Balance> balances = query(affiliate, month.atDay(1), month.atDay(1), day, postedBefore, Long.MAX_VALUE);
		return new BalanceSheet(month, closing, asOf, day, zone, balances);
	}

	/**
	 * Returns what a closing froze.
	 * @param closing the closing
	 * @return the balances as they stood then
	 */
	BalanceSheet frozen(Closing closing) {
		return new BalanceSheet(closing.month(), Optional.of(closing), Optional.empty(), closing.month().atEndOfMonth(),
				zone(), frozen(Optional.empty(), closing.number()));
	}

	/**
	 * Returns what the ledger says for a closing: its entries up to the last one that the
	 * closing covers, added up anew.
	 * @param closing the closing
	 * @return the balances that its frozen copy must equal for ever
	 */
	public List<Balance> recomputed(Closing closing) {
		LocalDate first = closing.month().atDay(1);
		return query(Optional.empty(), first, first, closing.month().atEndOfMonth(),
				LAST_DAY.atStartOfDay(zone()).toInstant(), closing.lastEntry());
	}

	/**
	 * Returns the balances as they stand: closed months are the opening, all others the
	 * movement.
	 * @return one balance an affiliate and currency
	 */
	public List<Balance> asTheyStand() {
		ZoneId zone = zone();
		LocalDate today = LocalDate.now(this.clock.withZone(zone));
		return query(Optional.empty(), earliestOpen(zone).atDay(1), LAST_DAY, today,
				LAST_DAY.atStartOfDay(zone).toInstant(), Long.MAX_VALUE);
	}

	private List<Balance> frozen(Optional<EmailAddress> affiliate, int closing) {
		return this.jdbc.sql(FROZEN)
			.param("closing", closing)
			.param("affiliate", affiliate.map(EmailAddress::value).orElse(""))
			.query((row, number) -> balance(row))
			.list();
	}

	private List<Balance> query(Optional<EmailAddress> affiliate, LocalDate first, LocalDate last, LocalDate released,
			Instant postedBefore, long lastEntry) {
		return this.jdbc.sql(BALANCES)
			.param("first", first)
			.param("last", last)
			.param("released", released)
			.param("posted_before", Cells.parameter(postedBefore))
			.param("last_entry", lastEntry)
			.param("affiliate", affiliate.map(EmailAddress::value).orElse(""))
			.query((row, number) -> balance(row))
			.list();
	}

	private static Balance balance(ResultSet row) throws SQLException {
		return new Balance(row.getString("address"), Cells.textOrEmpty(row, "name"), Cells.total(row, "opening"),
				Cells.total(row, "accrued"), Cells.total(row, "adjusted"), Cells.total(row, "reversed"),
				Cells.total(row, "closing"), Cells.total(row, "released"));
	}

	private YearMonth earliestOpen(ZoneId zone) {
		return this.jdbc.sql(EARLIEST_OPEN)
			.query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
			.single()
			.map(YearMonth::from)
			.orElseGet(() -> YearMonth.now(this.clock.withZone(zone)));
	}

	private ZoneId zone() {
		return this.jdbc.sql("select zone from program")
			.query((row, number) -> ZoneId.of(row.getString("zone")))
			.optional()
			.orElseGet(this.clock::getZone);
	}

}
