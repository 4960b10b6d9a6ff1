package dev.tieout.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.tieout.database.DirectoryAccess;
import org.jspecify.annotations.Nullable;

/** Sees from outside, without using the server as Tieout does, how far a run is. */
final class Onlooker implements AutoCloseable {

	private static final String LOOK = """
			with execution as (
			    select max(job_execution_id) id from batch_job_execution),
			step as (
			    select regexp_replace(step_name, ' (file|worker):.*', '') as name, status, step_execution_id as id
			    from batch_step_execution where job_execution_id = (select id from execution))
			select coalesce((select id from execution), 0),
			       coalesce((select state from run order by run_no desc limit 1), ''),
			       coalesce((select string_agg(distinct name, ',') from step where status <> 'COMPLETED'), ''),
			       coalesce((select name from step where status = 'COMPLETED' order by id desc limit 1), ''),
			       coalesce((select string_agg(distinct s.step_name, ',') from batch_step_execution s
			                 join batch_job_execution e using (job_execution_id)
			                 where s.status = 'COMPLETED' and e.job_instance_id = (
			                     select job_instance_id from batch_job_execution
			                     where job_execution_id = (select id from execution))), '')
			""";

	private final Path data;

	private @Nullable Connection connection;

	private Sight last = Sight.NONE;

	Onlooker(Path data) {
		this.data = data;
	}

	/** What is seen now, or was seen last if the server cannot be asked. */
	Sight look() {
		try {
			if (this.connection == null) {
				if (!DirectoryAccess.isRunning(this.data)) {
					return this.last;
				}
				this.connection = DirectoryAccess.owner(this.data).getConnection();
			}
			try (var statement = this.connection.createStatement(); var row = statement.executeQuery(LOOK)) {
				row.next();
				this.last = new Sight(row.getLong(1), row.getString(2), names(row.getString(3)), row.getString(4),
						names(row.getString(5)));
			}
		}
		catch (SQLException | IOException ex) {
			// It is not there yet, or not any more: that is what this is about.
			close();
		}
		return this.last;
	}

	private static Set<String> names(String list) {
		return list.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(list.split(",")));
	}

	@Override
	public void close() {
		try {
			if (this.connection != null) {
				this.connection.close();
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			this.connection = null;
		}
	}

	/**
	 * How far the newest run is.
	 *
	 * @param execution the number of its newest start, 0 before the first
	 * @param state the run's state
	 * @param running the steps it is in
	 * @param behind the step that it completed last since that start
	 * @param done all steps it has completed, in any start
	 */
	record Sight(long execution, String state, Set<String> running, String behind, Set<String> done) {

		static final Sight NONE = new Sight(0, "", Set.of(), "", Set.of());

		/** Where a run is that was started after another sight. */
		String place(Sight before) {
			if (this.execution <= before.execution) {
				return Place.START;
			}
			if (List.of("COMPLETED", "FAILED", "ABANDONED").contains(this.state)) {
				return Place.END;
			}
			if (!this.running.isEmpty()) {
				return this.running.iterator().next();
			}
			return this.state.equals("POSTED") ? Place.POSTED : "between steps";
		}

	}

}
