package dev.tieout.operations;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the runs that a serving process finishes for others: those at work whose process
 * is gone, and those that a serving process stopped because it had to end. What an
 * operator has stopped, or asked to stop, is theirs.
 */
final class CutOffRuns {

	private static final String CUT_OFF = """
			(r.state = 'RUNNING' or r.state = 'POSTED' and r.ended_at is null
			 or r.state = 'STOPPED' and exists (select from interrupted_run i
			                                    where i.run_no = r.run_no and i.stopped_at >= r.ended_at))
			and not r.stop_requested
			and r.run_no not in (select run_no from run_at_work)
			""";

	private final JdbcClient jdbc;

	CutOffRuns(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Those that belong to no open firing, which is finished as a whole. */
	List<CutOffRun> withoutFiring() {
		return this.jdbc.sql("select r.run_no, r.job_name from run r where " + CUT_OFF + """
				and not exists (select from firing f where f.run_no = r.run_no and f.outcome is null)
				order by r.run_no
				""").query((row, number) -> new CutOffRun(row.getInt(1), row.getString(2))).list();
	}

	/**
	 * Whether a firing's run is to go on. One that is STOPPED without anybody having
	 * asked was stopped by a serving process that died before it could say so.
	 */
	boolean goesOn(int run) {
		return this.jdbc.sql(
				"select exists (select from run r where r.run_no = ? and (r.state = 'STOPPED' and not r.stop_requested or "
						+ CUT_OFF + "))")
			.param(run)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Whether a run has not come to its end: a process is at work at it, be it only at
	 * its reports, or somebody is going to go on with it.
	 */
	boolean isUnderWay(int run) {
		return this.jdbc.sql("""
				select exists (select from run r
				               where r.run_no = ? and (r.run_no in (select run_no from run_at_work)
				                                       or r.ended_at is null and not r.stop_requested))
				""").param(run).query(Boolean.class).single();
	}

	boolean isStopRequested(int run) {
		return this.jdbc.sql("select stop_requested from run where run_no = ?")
			.param(run)
			.query(Boolean.class)
			.single();
	}

	/** Remembers that the run was stopped because this process had to end. */
	void interrupted(int run) {
		this.jdbc.sql("""
				insert into interrupted_run (run_no, stopped_at) values (?, now())
				on conflict (run_no) do update set stopped_at = now()
				""").param(run).update();
	}

	void resumed(int run) {
		this.jdbc.sql("delete from interrupted_run where run_no = ?").param(run).update();
	}

}
