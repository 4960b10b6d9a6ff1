package dev.tieout.hostile;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/**
 * Holds a run at an exact point: a trigger on the table in which steps note how far they
 * are waits there for a lock that this session holds. A step notes its commits in the
 * transaction of its work, so a step held with status STARTED has its work done and not
 * committed, and one held with COMPLETED has it committed and does not know it.
 */
public final class Gate implements AutoCloseable {

	private static final long LOCK = 4711;

	private final Connection session;

	private Gate(Connection session) {
		this.session = session;
	}

	/** Builds the gate; it holds nobody until it is told whom. */
	public static Gate build(DataSource owner) throws SQLException {
		Gate gate = new Gate(owner.getConnection());
		gate.execute("create table if not exists gate (step text, status text, commits int)");
		gate.execute("grant select on gate to public");
		gate.execute("""
				create or replace function hold() returns trigger language plpgsql as $$
				begin
				    if exists (select from gate g where new.step_name like g.step and new.status = g.status
				                                        and new.commit_count >= g.commits) then
				        perform pg_advisory_xact_lock(%d);
				    end if;
				    return new;
				end $$
				""".formatted(LOCK));
		gate.execute("""
				create or replace trigger hold before update on batch_step_execution
				for each row execute function hold()
				""");
		return gate;
	}

	/** Holds every step that comes to a point. */
	public void closeAt(Point point) throws SQLException {
		if (point.status().equals(Point.DIVIDING)) {
			closeWhereDivided(point.step());
			return;
		}
		execute("select pg_advisory_lock(%d)".formatted(LOCK));
		execute("insert into gate values ('%s', '%s', %d)".formatted(point.step(), point.status(), point.commits()));
	}

	/**
	 * Holds whoever changes a table, in the statement that does it: so a run is held in
	 * the middle of its work.
	 */
	public void closeBefore(String when, String table) throws SQLException {
		execute("select pg_advisory_lock(%d)".formatted(LOCK));
		execute("""
				create or replace function wait_there() returns trigger language plpgsql as $$
				begin
				    perform pg_advisory_xact_lock(%d);
				    return null;
				end $$
				""".formatted(LOCK));
		execute("create trigger wait_there before %s on %s for each statement execute function wait_there()"
			.formatted(when, table));
	}

	/**
	 * Holds a step where its work is divided: a partition is there, and does not know yet
	 * what its part is.
	 */
	private void closeWhereDivided(String step) throws SQLException {
		execute("select pg_advisory_lock(%d)".formatted(LOCK));
		execute("""
				create or replace function wait_there() returns trigger language plpgsql as $$
				begin
				    if exists (select from batch_step_execution s
				               where s.step_execution_id = new.step_execution_id and s.step_name like '%s') then
				        perform pg_advisory_xact_lock(%d);
				    end if;
				    return new;
				end $$
				""".formatted(step, LOCK));
		execute("""
				create trigger wait_there before update on batch_step_execution_context
				for each row execute function wait_there()
				""");
	}

	/** Lets those go on who are held at a table, and all who come there later. */
	public void openTable() throws SQLException {
		execute("select pg_advisory_unlock_all()");
		execute("drop function wait_there() cascade");
	}

	/** Whether a step has come to the point and is held there. */
	public boolean isHolding() {
		try (Statement statement = this.session.createStatement(); ResultSet row = statement.executeQuery("""
				select exists (select from pg_locks where locktype = 'advisory' and objid = %d and not granted
				                      and database = (select oid from pg_database where datname = current_database()))
				""".formatted(LOCK))) {
			row.next();
			return row.getBoolean(1);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Lets those go on who are held and still there. */
	public void open() throws SQLException {
		execute("delete from gate");
		execute("select pg_advisory_unlock_all()");
		execute("drop function if exists wait_there() cascade");
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = this.session.createStatement()) {
			statement.execute(sql);
		}
	}

	@Override
	public void close() throws SQLException {
		this.session.close();
	}

	/**
	 * Where to hold a run.
	 *
	 * @param step a step's name, or a pattern for names
	 * @param status the status it is about to have
	 * @param commits how many transactions it has at least done, the current one included
	 */
	public record Point(String step, String status, int commits) {

		private static final String DIVIDING = "DIVIDING";

		/**
		 * Between the commit that makes a partition and the one that tells it its part.
		 */
		public static Point dividing(String step) {
			return new Point(step, DIVIDING, 0);
		}

		/** In a transaction of a step: work is done and not committed. */
		public static Point in(String step, int commits) {
			return new Point(step, "STARTED", commits);
		}

		/**
		 * Behind a step's last transaction: it is committed, the step is not completed.
		 */
		public static Point behind(String step) {
			return new Point(step, "COMPLETED", 0);
		}

	}

}
