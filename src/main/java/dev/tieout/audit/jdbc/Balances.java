package dev.tieout.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
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
			select a.address, %s as name, s.*
			  from (select affiliate_no, currency,
			               sum(amount) filter (where period < :first) as opening,
			               sum(amount) filter (where period >= :first and type = 0) as accrued,
			               sum(amount) filter (where period >= :first and type = 1) as adjusted,
			               sum(amount) filter (where period >= :first and type = 2) as reversed,
			               sum(amount) as closing,
			               sum(amount) filter (where payable_on <= :released) as released
			          from ledger_entry e
			         where period <= :last and %s
			         group by affiliate_no, currency) as s
			  join affiliate a on a.affiliate_no = s.affiliate_no
			 where (:affiliate = '' or a.address = :affiliate)
			 order by a.address collate "C", s.currency
			""".formatted(SqlParts.AFFILIATE_NAME_AT, Cutoff.FILTER);

	/** What a closing froze. */
	private static final String FROZEN = """
			select a.address, %s as name, b.currency, b.opening, b.accrued, b.adjusted, b.reversed, b.closing, b.released
			  from closing_balance b
			  join affiliate a on a.affiliate_no = b.affiliate_no
			 where b.closing_no = :closing and (:affiliate = '' or a.address = :affiliate)
			 order by a.address collate "C", b.currency
			"""
		.formatted(SqlParts.AFFILIATE_NAME_AT);

	private final JdbcClient jdbc;

	private final Cutoffs cutoffs;

	/**
	 * Creates the reader.
	 * @param dataSource the application's
	 * @param clock says which day it is
	 */
	public Balances(DataSource dataSource, Clock clock) {
		this.jdbc = JdbcClient.create(dataSource);
		this.cutoffs = new Cutoffs(this.jdbc, clock);
	}

	/**
	 * Returns the balances of a month. Those of a closed month are the frozen copy of its
	 * closing, released by the month's last day, unless a day is given.
	 * @param affiliate whose, empty for everybody's
	 * @param period the posting period, empty for the earliest open one
	 * @param asOf leaves out what was posted or closed after that day and releases by it;
	 * empty for all, released by today
	 * @return one balance an affiliate and currency that has entries by then
	 */
	public BalanceSheet of(Optional<EmailAddress> affiliate, Optional<YearMonth> period, Optional<LocalDate> asOf) {
		Cutoff cutoff = this.cutoffs.of(period.orElseGet(() -> this.cutoffs.earliestOpen(asOf)), asOf);
		return new BalanceSheet(cutoff.month(), cutoff.closing(), asOf, cutoff.releasedBy(), cutoff.zone(),
				of(affiliate, cutoff));
	}

	/** The frozen copy of a closing, unless a day is given by which to release. */
	List<Balance> of(Optional<EmailAddress> affiliate, Cutoff cutoff) {
		if (cutoff.closing().isPresent() && cutoff.asOf().isEmpty()) {
			return query(FROZEN, affiliate, cutoff).param("closing", cutoff.closing().get().number())
				.query((row, number) -> balance(row))
				.list();
		}
		return sums(affiliate, cutoff, cutoff.month().atDay(1));
	}

	/**
	 * Returns what a closing froze.
	 * @param closing the closing
	 * @return the balances as they stood then
	 */
	BalanceSheet frozen(Closing closing) {
		Cutoff cutoff = this.cutoffs.of(closing, Optional.empty());
		return new BalanceSheet(closing.month(), Optional.of(closing), Optional.empty(), cutoff.releasedBy(),
				cutoff.zone(), of(Optional.empty(), cutoff));
	}

	/**
	 * Returns what the ledger says for a closing: its entries up to the last one that the
	 * closing covers, added up anew.
	 * @param closing the closing
	 * @return the balances that its frozen copy must equal for ever
	 */
	public List<Balance> recomputed(Closing closing) {
		return sums(Optional.empty(), this.cutoffs.of(closing, Optional.empty()), closing.month().atDay(1));
	}

	/**
	 * Returns the balances as they stand, or stood at the end of a day: closed months are
	 * the opening, all others the movement.
	 * @param asOf the day, empty for now
	 * @return one balance an affiliate and currency
	 */
	public List<Balance> asTheyStand(Optional<LocalDate> asOf) {
		Cutoff cutoff = this.cutoffs.of(this.cutoffs.earliestOpen(asOf), asOf);
		return sums(Optional.empty(), cutoff, Cutoff.LAST_DAY);
	}

	private List<Balance> sums(Optional<EmailAddress> affiliate, Cutoff cutoff, LocalDate last) {
		return query(BALANCES, affiliate, cutoff).param("first", cutoff.month().atDay(1))
			.param("last", last)
			.param("released", cutoff.releasedBy())
			.query((row, number) -> balance(row))
			.list();
	}

	private JdbcClient.StatementSpec query(String sql, Optional<EmailAddress> affiliate, Cutoff cutoff) {
		return cutoff.apply(this.jdbc.sql(sql)).param("affiliate", affiliate.map(EmailAddress::value).orElse(""));
	}

	private static Balance balance(ResultSet row) throws SQLException {
		return new Balance(row.getString("address"), Cells.textOrEmpty(row, "name"), Cells.total(row, "opening"),
				Cells.total(row, "accrued"), Cells.total(row, "adjusted"), Cells.total(row, "reversed"),
				Cells.total(row, "closing"), Cells.total(row, "released"));
	}

}
