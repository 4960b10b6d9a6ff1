package dev.tieout.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tieout.audit.Between;
import dev.tieout.audit.Closing;
import dev.tieout.audit.LateEntry;
import dev.tieout.audit.Total;

/**
 * Reads what came to a month between two of its closings: entries numbered after the last
 * one that the former covers. Numbers ascend as runs post, for a run posts while it holds
 * the program's row, and so does a closing.
 */
final class LateEntries {

	private static final String BETWEEN = " e.period = :month and e.entry_no > :after and e.entry_no <= :last ";

	private static final String SUMS = """
			select currency, count(*) as entries, sum(amount) as net from ledger_entry e where %s
			 group by currency order by currency
			""".formatted(BETWEEN);

	private static final String ENTRIES = """
			select e.entry_no, e.run_no, e.type, coalesce(s.code || '/', '') || e.order_id as order_name,
			       (e.ordered_at at time zone :zone)::date as ordered_on, a.address, e.amount, e.currency
			  from ledger_entry e
			  join affiliate a on a.affiliate_no = e.affiliate_no
			  join input_file f on f.file_no = e.file_no
			  left join store s on s.store_no = f.store_no
			 where %s
			 order by e.entry_no
			 limit 1000
			""".formatted(BETWEEN);

	private final JdbcClient jdbc;

	private final ZoneId zone;

	LateEntries(JdbcClient jdbc, ZoneId zone) {
		this.jdbc = jdbc;
		this.zone = zone;
	}

	Between between(Closing former, Closing closing) {
		List<Total> net = new ArrayList<>();
		long[] entries = new long[1];
		query(SUMS, former, closing).query((row) -> {
			net.add(Cells.total(row, "net"));
			entries[0] += row.getLong("entries");
		});
		return new Between(former, entries[0], net,
				query(ENTRIES, former, closing).param("zone", this.zone.getId())
					.query((row, number) -> entry(row))
					.list());
	}

	private JdbcClient.StatementSpec query(String sql, Closing former, Closing closing) {
		return this.jdbc.sql(sql)
			.param("month", closing.month().atDay(1))
			.param("after", former.lastEntry())
			.param("last", closing.lastEntry());
	}

	private static LateEntry entry(ResultSet row) throws SQLException {
		return new LateEntry(row.getLong("entry_no"), row.getInt("run_no"),
				Codes.required(Codes.ENTRY_TYPES, row, "type"), row.getString("order_name"),
				row.getObject("ordered_on", LocalDate.class), row.getString("address"), Cells.total(row, "amount"));
	}

}
