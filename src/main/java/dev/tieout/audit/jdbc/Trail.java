package dev.tieout.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

import dev.tieout.audit.RunReport;
import dev.tieout.audit.TrailEntry;
import dev.tieout.audit.TrailOrder;

/** Reads the orders and entries behind a run's totals, the largest of each. */
final class Trail {

	/**
	 * What a reason's and currency's largest orders are is looked for only among those
	 * not below the last to be shown of a fiftieth of the run's decisions: so many orders
	 * there are at least, and sorting millions to show ten takes seconds. Where the
	 * sample has too few, all are looked at.
	 */
	private static final String LEAST = """
			select reason, currency, order_total
			  from (select d.reason, d.currency, d.order_total,
			               row_number() over (partition by d.reason, d.currency order by d.order_total desc) as place
			          from decision d tablesample system (2) repeatable (1)
			         where d.run_no = :run) as sampled
			 where place = :shown
			""";

	/**
	 * The revision that was judged is nearly always the one that counts, which is found
	 * by its customer; only where it is not, its file is searched. What is too small is
	 * left out (offset 0) before anything is sorted.
	 */
	private static final String ORDERS = """
			with picked as materialized (
			    select n.*
			      from (select j.*, row_number() over (partition by j.reason, j.currency
			                                           order by j.order_total desc, j.order_no) as place
			              from (select d.*
			                      from ($judged) as d
			                      left join unnest(:reasons, :currencies, :totals) as l (reason, currency, order_total)
			                                on l.reason = d.reason and l.currency = d.currency
			                     where l.order_total is null or d.order_total >= l.order_total
			                    offset 0) as j) as n
			     where n.place <= :shown)
			select s.code as store, coalesce(o.order_id, x.order_id) as order_id,
			       coalesce(o.placed_at, x.placed_at) as placed_at, c.address as customer, p.reason,
			       a.address as affiliate, p.currency, p.order_total, p.commission, f.name as file, p.line
			  from picked p
			  join input_file f on f.file_no = p.file_no
			  join store s on s.store_no = f.store_no
			  left join lateral (
			       select r.order_id, r.placed_at
			         from order_revision r
			        where r.customer_no = p.customer_no and r.superseded_by is null and r.order_no = p.order_no
			          and r.file_no = p.file_no and r.line = p.line
			        limit 1) as o on true
			  left join lateral (
			       select r.order_id, r.placed_at
			         from order_revision r
			        where o.order_id is null and r.file_no = p.file_no and r.line = p.line and r.order_no = p.order_no
			        limit 1) as x on true
			  left join customer c on c.customer_no = p.customer_no
			  left join affiliate a on a.affiliate_no = p.affiliate_no
			 order by p.reason, p.currency, p.place
			""";

	private static final String ENTRIES = """
			with largest as materialized (
			    select affiliate_no, currency
			      from ledger_entry
			     where run_no = :run
			     group by affiliate_no, currency
			     order by abs(sum(amount)) desc, affiliate_no, currency
			     limit :affiliates),
			picked as materialized (
			    select n.*
			      from (select e.*, row_number() over (partition by e.affiliate_no, e.currency
			                                           order by abs(e.amount) desc, e.entry_no) as place
			              from ledger_entry e
			              join largest l on l.affiliate_no = e.affiliate_no and l.currency = e.currency
			             where e.run_no = :run) as n
			     where n.place <= :shown)
			select p.entry_no, p.type, a.address as affiliate, s.code as store, p.order_id, p.ordered_at, p.amount,
			       p.currency, p.reason, p.period, p.payable_on, p.corrects,
			       coalesce('operation:' || p.operation_no, f.name) as file,
			       case when p.operation_no is null then p.line end as line
			  from picked p
			  join affiliate a on a.affiliate_no = p.affiliate_no
			  join input_file f on f.file_no = p.file_no
			  left join store s on s.store_no = f.store_no
			 order by a.address collate "C", p.currency, p.place
			""";

	private final JdbcClient jdbc;

	private final int runNo;

	Trail(JdbcClient jdbc, int runNo) {
		this.jdbc = jdbc;
		this.runNo = runNo;
	}

	List<TrailOrder> orders(JudgedOrders judged) {
		record Least(int reason, String currency, long total) {
		}
		List<Least> least = this.jdbc.sql(LEAST)
			.param("run", this.runNo)
			.param("shown", RunReport.ORDERS)
			.query((row, number) -> new Least(row.getInt(1), row.getString(2), row.getLong(3)))
			.list();
		return this.jdbc.sql(ORDERS.replace("$judged", judged.sql()))
			.param("run", this.runNo)
			.param("shown", RunReport.ORDERS)
			.param("reasons", new SqlArrayValue("smallint", least.stream().map((of) -> (Object) of.reason()).toArray()))
			.param("currencies",
					new SqlArrayValue("text", least.stream().map((of) -> (Object) of.currency()).toArray()))
			.param("totals", new SqlArrayValue("bigint", least.stream().map((of) -> (Object) of.total()).toArray()))
			.query((row, number) -> order(row))
			.list();
	}

	List<TrailEntry> entries() {
		return this.jdbc.sql(ENTRIES)
			.param("run", this.runNo)
			.param("affiliates", RunReport.AFFILIATES)
			.param("shown", RunReport.ENTRIES)
			.query((row, number) -> entry(row))
			.list();
	}

	private static TrailOrder order(ResultSet row) throws SQLException {
		return new TrailOrder(row.getString("store"), Cells.textOrEmpty(row, "order_id"),
				Cells.requiredInstant(row, "placed_at"), Cells.textOrEmpty(row, "customer"),
				Codes.required(Codes.REASONS, row, "reason"), Cells.textOrEmpty(row, "affiliate"),
				Cells.total(row, "order_total"), Cells.total(row, "commission"), Cells.place(row));
	}

	private static TrailEntry entry(ResultSet row) throws SQLException {
		long corrects = row.getLong("corrects");
		OptionalLong corrected = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(corrects);
		return new TrailEntry(row.getLong("entry_no"), Codes.required(Codes.ENTRY_TYPES, row, "type"),
				row.getString("affiliate"), Cells.textOrEmpty(row, "store"), row.getString("order_id"),
				Cells.requiredInstant(row, "ordered_at"), Cells.total(row, "amount"),
				Codes.required(Codes.REASONS, row, "reason"), YearMonth.from(Cells.requiredDate(row, "period")),
				Cells.requiredDate(row, "payable_on"), corrected, Cells.place(row));
	}

}
