package dev.tieout.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tieout.audit.RunFile;

/**
 * Reads the files of a run: those it found, and complete ones of earlier unposted runs
 * that it took over.
 */
final class RunFiles {

	private static final String FILES = """
			select f.name, f.kind, s.code as store, f.state, f.sha256, f.records, f.accepted, f.unchanged, f.rejected,
			       f.blank_lines, f.detail, f.run_no
			  from input_file f
			  left join store s on s.store_no = f.store_no
			 where f.run_no = :run or f.posted_by = :run
			 order by f.run_no, f.position, f.file_no
			""";

	private final JdbcClient jdbc;

	RunFiles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<RunFile> of(int runNo) {
		return this.jdbc.sql(FILES).param("run", runNo).query((row, number) -> file(row)).list();
	}

	private static RunFile file(ResultSet row) throws SQLException {
		return new RunFile(row.getString("name"), row.getString("kind"), Cells.text(row, "store"),
				row.getString("state"), row.getString("sha256"), row.getLong("records"), row.getLong("accepted"),
				row.getLong("unchanged"), row.getLong("rejected"), row.getLong("blank_lines"),
				Cells.text(row, "detail"), row.getInt("run_no"));
	}

}
