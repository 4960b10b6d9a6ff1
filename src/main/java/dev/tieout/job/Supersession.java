package dev.tieout.job;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells a run that another has posted since it captured who is due, or has taken the
 * program's lock from it: its answers are then answers to something else.
 */
final class Supersession {

	private final JdbcClient jdbc;

	Supersession(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Refuses a run that was overtaken. A resumed run has taken the lock anew, so its row
	 * is asked for the token, not what was pinned.
	 */
	void refuse(int run) {
		record Seen(boolean holdsLock, int lastPosted, int saw) {
		}
		Seen seen = this.jdbc.sql("""
				select p.lock_token = r.lock_token, coalesce(p.last_posted_run, 0), coalesce(r.saw_posted_run, 0)
				from program p, run r where r.run_no = ?
				""")
			.param(run)
			.query((row, number) -> new Seen(row.getBoolean(1), row.getInt(2), row.getInt(3)))
			.single();
		if (!seen.holdsLock() || seen.lastPosted() != seen.saw()) {
			throw new SupersededException(
					"Run %d was superseded: another run (%d) posted meanwhile. Nothing was posted; the customers stay due, so run the job again."
						.formatted(run, seen.lastPosted()));
		}
	}

}
