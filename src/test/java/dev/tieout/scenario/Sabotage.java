package dev.tieout.scenario;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Triggers of a test's own, set by the database's owner: failures at exact places. */
final class Sabotage {

	private Sabotage() {
	}

	/** Sets a trigger. */
	static void trigger(Installation tieout, String name, String when, String body) {
		JdbcClient owner = tieout.ownerJdbc();
		owner.sql("""
				create function %s() returns trigger language plpgsql security definer set search_path = tieout as $$
				begin
				%s
				end $$
				""".formatted(name, body)).update();
		owner.sql("create trigger %1$s %2$s execute function %1$s()".formatted(name, when)).update();
	}

	/** Lets every insert into a table fail once a condition holds. */
	static void failInsert(Installation tieout, String table, String condition) {
		trigger(tieout, "sabotage", "before insert on " + table + " for each row",
				"if %s then raise exception 'sabotage'; end if; return new;".formatted(condition));
	}

	/** Does something just before a run's step starts. */
	static void beforeStep(Installation tieout, String step, String statement) {
		trigger(tieout, "sabotage", "after insert on batch_step_execution for each row",
				"if new.step_name = '%s' then %s; end if; return new;".formatted(step, statement));
	}

	/** Ends the failures, between two runs. */
	static void remove(Installation tieout) {
		tieout.ownerJdbc().sql("drop function sabotage() cascade").update();
	}

}
