package dev.tieout.orders.jdbc;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Finds what may be lacking in what stores delivered: days without orders, days with
 * fewer than a fifth of the median of the same weekday, stores without a new file. A
 * store that no earlier run has read orders of has no history to be compared with.
 */
public final class OrderGaps {

	/** The days looked at end here at the latest; more is a longer pause than a gap. */
	private static final int MOST_DAYS = 92;

	/**
	 * The orders that stand are counted for the days in question and the same weekdays of
	 * twelve weeks before each, of which the last eight with orders count, if there are
	 * four.
	 */
	private static final String DAYS = """
			with known as (
			    select s.store_no, s.code from store s
			    where s.code = any(:stores)
			          and exists (select from input_file f
			                      where f.store_no = s.store_no and f.posted_by < :run and f.accepted > 0)),
			asked as (
			    select day::date from generate_series(cast(:from as date), cast(:to as date), interval '1 day') day),
			needed as (
			    select distinct day - 7 * weeks as day from asked, generate_series(0, 12) weeks),
			counted as materialized (
			    select n.day, o.store_no, o.orders
			    from needed n
			    cross join lateral (
			        select r.store_no, count(*) orders
			        from order_revision r
			        where r.superseded_by is null and r.file_no not in (select file_no from input_file where state <> 'posted')
			              and r.placed_at >= n.day::timestamp at time zone :zone
			              and r.placed_at < (n.day + 1)::timestamp at time zone :zone
			        group by r.store_no) o)
			insert into run_gap (run_no, store, kind, day, orders, usual)
			select :run, k.code, case when c.orders is null then 'NO_ORDERS' else 'FEW_ORDERS' end, a.day,
			       coalesce(c.orders, 0), h.usual
			from asked a
			cross join known k
			left join counted c on c.day = a.day and c.store_no = k.store_no
			left join lateral (
			    select case when count(*) >= 4 then percentile_cont(0.5) within group (order by last.orders) end usual
			    from (select b.orders from counted b
			          where b.store_no = k.store_no and b.day < a.day and b.day >= a.day - 84 and (a.day - b.day) % 7 = 0
			          order by b.day desc limit 8) last) h on true
			where c.orders is null or c.orders * 5 < h.usual
			""";

	private static final String FILES = """
			insert into run_gap (run_no, store, kind, orders)
			select :run, wanted.code, 'NO_FILE', 0
			from unnest(:stores) wanted(code)
			where not exists (select from input_file f
			                  join store s on s.store_no = f.store_no
			                  where s.code = wanted.code and f.kind = 'orders' and (f.run_no = :run or f.posted_by = :run)
			                        and f.state not in ('duplicate', 'left_out'))
			""";

	private final JdbcClient jdbc;

	public OrderGaps(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Records the gaps of a posted run, anew where it has some.
	 * @param run the run's number
	 * @param stores the codes of the stores it reads
	 * @param from the first day since the run before it
	 * @param to the last day that was over when it ran
	 * @param zone of the days
	 */
	public void record(int run, Collection<String> stores, LocalDate from, LocalDate to, ZoneId zone) {
		this.jdbc.sql("delete from run_gap where run_no = ?").param(run).update();
		SqlArrayValue codes = new SqlArrayValue("text", stores.toArray());
		this.jdbc.sql(FILES).param("run", run).param("stores", codes).update();
		if (to.isBefore(from) || isFirstToPost(run)) {
			return;
		}
		this.jdbc.sql("select ensure_gap_index()").query((row) -> {
		});
		LocalDate earliest = to.minusDays(MOST_DAYS - 1);
		// Of days it does not know yet, the planner may expect so much that it reads all
		// orders for each.
		this.jdbc.sql("set local enable_seqscan = off").update();
		this.jdbc.sql(DAYS)
			.param("run", run)
			.param("stores", codes)
			.param("from", from.isBefore(earliest) ? earliest : from)
			.param("to", to)
			.param("zone", zone.getId())
			.update();
		this.jdbc.sql("set local enable_seqscan to default").update();
	}

	/** Then there is no history, and the index is built when it is first of use. */
	private boolean isFirstToPost(int run) {
		return this.jdbc
			.sql("select not exists (select from run where run_no < ? and kind = 'run' and posted_at is not null)")
			.param(run)
			.query(Boolean.class)
			.single();
	}

}
