package dev.tieout.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
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
		return newest(month, Cutoff.LAST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant())
			.filter((closing) -> closing.reopened().isEmpty());
	}

	/** The closing that held for a month just before an instant. */
	Optional<Closing> standing(YearMonth month, Instant until) {
		return newest(month, until).filter((closing) -> closing.reopened().isEmpty());
	}

	/**
	 * A month's last closing before an instant, with its reopening if that came by then.
	 */
	Optional<Closing> newest(YearMonth month, Instant until) {
		return this.jdbc.sql(CLOSINGS + "where c.month = ? and c.closed_at < ? order by c.closing_no desc limit 1")
			.param(month.atDay(1))
			.param(Cells.parameter(until))
			.query((row, number) -> asOf(closing(row), until))
			.optional();
	}

	private static Closing asOf(Closing closing, Instant until) {
		boolean reopened = closing.reopened().filter((reopening) -> reopening.at().isBefore(until)).isPresent();
		return reopened ? closing
				: new Closing(closing.number(), closing.month(), closing.closedAt(), closing.closedBy(),
						closing.operation(), closing.lastEntry(), closing.entries(), closing.follows(),
						Optional.empty());
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
