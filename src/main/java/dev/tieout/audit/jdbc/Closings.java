package dev.tieout.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tieout.audit.Closing;
import dev.tieout.audit.Reopening;

/** Reads closings of months. */
final class Closings {

	private static final String CLOSINGS = """
			select c.closing_no, c.month, c.closed_at, o.operator, o.operator_as, c.operation_no, c.last_entry, c.entries,
			       c.follows, r.reopened_at, r.operation_no as reopening, p.reason,
			       p.operator || coalesce(' as ' || p.operator_as, '') as reopened_by
			  from closing c
			  join operation o on o.operation_no = c.operation_no
			  left join reopening r on r.closing_no = c.closing_no
			  left join operation p on p.operation_no = r.operation_no
			""";

	private final JdbcClient jdbc;

	Closings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All closings, the newest first. */
	List<Closing> all() {
		return this.jdbc.sql(CLOSINGS + "order by c.closing_no desc").query((row, number) -> closing(row)).list();
	}

	Optional<Closing> find(int closing) {
		return this.jdbc.sql(CLOSINGS + "where c.closing_no = ?")
			.param(closing)
			.query((row, number) -> closing(row))
			.optional();
	}

	/** The closing that holds for a month; empty while the month is open. */
	Optional<Closing> standing(YearMonth month) {
		return this.jdbc.sql(CLOSINGS + "where c.month = ? and r.closing_no is null")
			.param(month.atDay(1))
			.query((row, number) -> closing(row))
			.optional();
	}

	private static Closing closing(ResultSet row) throws SQLException {
		return new Closing(row.getInt("closing_no"), YearMonth.from(row.getObject("month", LocalDate.class)),
				Cells.requiredInstant(row, "closed_at"), RunHeaders.operator(row), row.getInt("operation_no"),
				row.getLong("last_entry"), row.getLong("entries"), Cells.number(row, "follows"), reopening(row));
	}

	private static Optional<Reopening> reopening(ResultSet row) throws SQLException {
		Optional<Instant> at = Cells.instant(row, "reopened_at");
		if (at.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(new Reopening(at.get(), row.getString("reopened_by"), row.getInt("reopening"),
				Cells.textOrEmpty(row, "reason")));
	}

}
