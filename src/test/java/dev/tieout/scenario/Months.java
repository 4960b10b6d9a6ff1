package dev.tieout.scenario;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.tieout.audit.Balance;
import dev.tieout.audit.ClosingSheet;
import dev.tieout.audit.jdbc.Balances;
import dev.tieout.audit.jdbc.PeriodList;
import dev.tieout.operations.PeriodOperations;

/** An installation's months, at a time of the test's own. */
final class Months {

	/** Long after every order of these tests. */
	static final Instant LATER = Instant.parse("2026-01-01T00:00:00Z");

	private final Installation tieout;

	Months(Installation tieout) {
		this.tieout = tieout;
	}

	String close(String month) {
		return closeAt(month, LATER);
	}

	String closeAt(String month, Instant now) {
		return operations(now).close(YearMonth.parse(month), Installation.TESTER).message();
	}

	String reopen(String month, String reason) {
		return operations(LATER).reopen(YearMonth.parse(month), reason, Installation.TESTER).message();
	}

	private PeriodOperations operations(Instant now) {
		return new PeriodOperations(this.tieout.database().dataSource(), Clock.fixed(now, ZoneOffset.UTC));
	}

	PeriodList list() {
		return new PeriodList(this.tieout.database().dataSource(), Clock.fixed(LATER, ZoneOffset.UTC));
	}

	Balances balances() {
		return new Balances(this.tieout.database().dataSource(), Clock.fixed(LATER, ZoneOffset.UTC));
	}

	/** The order of each entry with the month it was posted to, by number. */
	List<String> postings() {
		return this.tieout.jdbc()
			.sql("select order_id || ' ' || to_char(period, 'YYYY-MM') || ' ' || amount from ledger_entry order by entry_no")
			.query(String.class)
			.list();
	}

	/**
	 * What a closing must have frozen, added up here from the entries it covers: opening,
	 * accrued, adjusted, reversed, closing and released by affiliate and currency.
	 */
	Map<String, List<Long>> addedUp(ClosingSheet sheet) {
		Map<String, long[]> sums = new TreeMap<>();
		YearMonth month = sheet.closing().month();
		this.tieout.jdbc()
			.sql("""
					select a.address || ' ' || e.currency, to_char(e.period, 'YYYY-MM'), e.type, e.amount, e.payable_on::text
					from ledger_entry e join affiliate a using (affiliate_no) where e.entry_no <= ?
					""")
			.param(sheet.closing().lastEntry())
			.query((row) -> {
				YearMonth period = YearMonth.parse(row.getString(2));
				if (!period.isAfter(month)) {
					long[] sum = sums.computeIfAbsent(row.getString(1), (pair) -> new long[6]);
					sum[period.isBefore(month) ? 0 : 1 + row.getInt(3)] += row.getLong(4);
					sum[4] += row.getLong(4);
					boolean released = row.getString(5).compareTo(month.atEndOfMonth().toString()) <= 0;
					sum[5] += released ? row.getLong(4) : 0;
				}
			});
		Map<String, List<Long>> added = new TreeMap<>();
		sums.forEach((pair, sum) -> added.put(pair, java.util.Arrays.stream(sum).boxed().toList()));
		return added;
	}

	static Map<String, List<Long>> numbers(List<Balance> balances) {
		Map<String, List<Long>> numbers = new TreeMap<>();
		for (Balance balance : balances) {
			numbers.put(balance.affiliate() + " " + balance.closing().currency(),
					java.util.stream.Stream
						.of(balance.opening(), balance.accrued(), balance.adjusted(), balance.reversed(),
								balance.closing(), balance.released())
						.map((total) -> total.minor().longValueExact())
						.toList());
		}
		return numbers;
	}

	Optional<ClosingSheet> closing(String month) {
		return list().closing(YearMonth.parse(month));
	}

}
