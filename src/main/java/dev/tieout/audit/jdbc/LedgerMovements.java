package dev.tieout.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tieout.audit.DayTotal;
import dev.tieout.audit.LedgerBalance;
import dev.tieout.audit.Settlement;
import dev.tieout.audit.Total;

/** Adds the ledger up as a run found and left it. */
final class LedgerMovements {

	private static final String BALANCES = """
			select a.address, %s as name, e.*
			  from (select affiliate_no, currency,
			               sum(amount) filter (where run_no < :run) as before,
			               sum(amount) filter (where run_no = :run and type = 0) as accrued,
			               sum(amount) filter (where run_no = :run and type = 1) as adjusted,
			               sum(amount) filter (where run_no = :run and type = 2) as reversed,
			               sum(amount) as after,
			               sum(amount) filter (where payable_on <= :day) as released,
			               sum(amount) filter (where run_no = :run) as posted,
			               sum(amount) filter (where run_no = :run and payable_on <= :day) as posted_released
			          from ledger_entry
			         where run_no <= :run
			         group by affiliate_no, currency) as e
			  join affiliate a on a.affiliate_no = e.affiliate_no
			 order by a.address collate "C", e.currency
			""".formatted(SqlParts.AFFILIATE_NAME);

	/** Counted when the run was proved. */
	private static final String KEPT_BEFORE = """
			select currency, amount
			  from net_before
			 where run_no = :run
			""";

	/** For a run from before that was kept. */
	private static final String BEFORE = """
			select currency, sum(amount) as amount
			  from ledger_entry
			 where run_no < :run
			   and customer_no in %s
			   and order_no in (select j.order_no from (%s) as j)
			 group by currency
			""";

	private static final String DAYS = """
			select (ordered_at at time zone :zone)::date as day, currency, count(*) as entries, sum(amount) as amount
			  from ledger_entry
			 where run_no = :run
			 group by 1, currency
			 order by currency, 1
			""";

	private final JdbcClient jdbc;

	private final int runNo;

	private final LocalDate day;

	LedgerMovements(JdbcClient jdbc, int runNo, LocalDate day) {
		this.jdbc = jdbc;
		this.runNo = runNo;
		this.day = day;
	}

	List<DayTotal> days(ZoneId zone) {
		return this.jdbc.sql(DAYS)
			.param("run", this.runNo)
			.param("zone", zone.getId())
			.query((row, number) -> new DayTotal(Cells.requiredDate(row, "day"), row.getLong("entries"),
					Cells.total(row, "amount")))
			.list();
	}

	List<Movement> all() {
		return this.jdbc.sql(BALANCES)
			.param("run", this.runNo)
			.param("day", this.day)
			.query((row, number) -> movement(row))
			.list();
	}

	Settlement settlement(List<Movement> movements, JudgedOrders judged) {
		Map<String, Total> before = before(judged);
		Map<String, Total> posted = sums(movements, Movement::posted);
		Map<String, Total> released = sums(movements, Movement::postedReleased);
		return new Settlement(this.day, posted.entrySet().stream().sorted(Map.Entry.comparingByKey()).map((entry) -> {
			Total none = Total.of(0, entry.getValue().currency());
			Total free = released.getOrDefault(entry.getKey(), none);
			return new Settlement.Line(before.getOrDefault(entry.getKey(), none), entry.getValue(),
					entry.getValue().minus(free), free);
		}).toList());
	}

	private Map<String, Total> before(JudgedOrders judged) {
		if (!judged.hasPredecessor()) {
			return Map.of();
		}
		return judged.isCounted() ? sums(KEPT_BEFORE) : sums(BEFORE.formatted(JudgedOrders.CUSTOMERS, judged.sql()));
	}

	private static Map<String, Total> sums(List<Movement> movements, Function<Movement, Total> part) {
		return movements.stream()
			.map(part)
			.collect(Collectors.toMap((total) -> total.currency().getCurrencyCode(), Function.identity(), Total::plus));
	}

	private Map<String, Total> sums(String sql) {
		return this.jdbc.sql(sql)
			.param("run", this.runNo)
			.query((row, number) -> Cells.total(row, "amount"))
			.stream()
			.collect(Collectors.toMap((total) -> total.currency().getCurrencyCode(), Function.identity()));
	}

	private static Movement movement(ResultSet row) throws SQLException {
		Total after = Cells.total(row, "after");
		Total released = Cells.total(row, "released");
		return new Movement(
				new LedgerBalance(row.getString("address"), Cells.textOrEmpty(row, "name"), Cells.total(row, "before"),
						Cells.total(row, "accrued"), Cells.total(row, "adjusted"), Cells.total(row, "reversed"), after,
						after.minus(released), released),
				Cells.total(row, "posted"), Cells.total(row, "posted_released"));
	}

	/**
	 * A balance with what the run itself moved.
	 *
	 * @param balance before and after the run
	 * @param posted net of the run's entries
	 * @param postedReleased those of them that are past their hold
	 */
	record Movement(LedgerBalance balance, Total posted, Total postedReleased) {

	}

}
