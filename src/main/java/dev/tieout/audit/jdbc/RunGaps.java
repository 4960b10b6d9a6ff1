package dev.tieout.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tieout.audit.Gap;

/** Reads what a run found lacking. */
final class RunGaps {

	private static final String GAPS = """
			select store, kind, day, orders, usual
			  from run_gap
			 where run_no = :run
			 order by store collate "C", day nulls first
			""";

	private final JdbcClient jdbc;

	RunGaps(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Gap> of(int runNo) {
		return this.jdbc.sql(GAPS).param("run", runNo).query((row, number) -> gap(row)).list();
	}

	private static Gap gap(ResultSet row) throws SQLException {
		return new Gap(row.getString("store"), Gap.Kind.valueOf(row.getString("kind")),
				Optional.ofNullable(row.getObject("day", LocalDate.class)), row.getLong("orders"),
				Optional.ofNullable(row.getBigDecimal("usual")));
	}

}
