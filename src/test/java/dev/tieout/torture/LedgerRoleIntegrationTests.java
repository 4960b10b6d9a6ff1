package dev.tieout.torture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tieout.database.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** What the application's role can do to what only grows: nothing but add to it. */
@ExtendWith(Replay.class)
class LedgerRoleIntegrationTests {

	private static final Set<String> ONLY_GROW = Set.of("ledger_entry", "operation", "closing", "reopening",
			"closing_balance", "seal", "seal_part", "sealed_record", "seal_fingerprint");

	private static final List<String> ATTEMPTS = List.of("update %s set %s = %s", "delete from %s", "truncate %s",
			"drop table %s", "alter table %s disable trigger all", "alter table %s owner to current_user",
			"alter table %s alter %s drop not null", "create rule r as on insert to %s do instead nothing",
			"create trigger t before insert on %s for each row execute function refuse_change()");

	private static final Map<String, String> ROUNDABOUT = Map.of("set session_replication_role = replica",
			"permission denied", "set role tieout_owner", "permission denied", "create table tieout.mine (x int)",
			"permission denied", "create function tieout.mine() returns int language sql as 'select 1'",
			"permission denied", "drop function refuse_change() cascade", "must be owner",
			"create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'",
			"permission denied", "drop schema tieout cascade", "must be owner", "update pg_trigger set tgenabled = 'D'",
			"permission denied", "copy ledger_entry from program 'true'", "denied", "delete from flyway_schema_history",
			"permission denied");

	private final TestDatabase database = TestDatabase.fresh();

	private final JdbcClient application = JdbcClient.create(this.database.dataSource());

	@Test
	void theTablesThatOnlyGrowAreKnown() {
		assertThat(new TreeSet<>(this.application.sql("""
				select distinct tgrelid::regclass::text from pg_trigger t join pg_proc p on p.oid = t.tgfoid
				where proname in ('refuse_change', 'refuse_rewriting')
				""").query(String.class).list())).isEqualTo(new TreeSet<>(ONLY_GROW));
	}

	@Test
	void everyAttemptOfTheApplicationsRoleIsRefused() {
		int refused = 0;
		for (String table : ONLY_GROW) {
			String column = this.application
				.sql("select attname from pg_attribute where attrelid = ?::regclass and attnum = 2")
				.param(table)
				.query(String.class)
				.single();
			for (String attempt : ATTEMPTS) {
				String sql = attempt.replaceFirst("%s", table).replace("%s", column);
				assertThat(refusal(sql)).as(sql).containsAnyOf("permission denied", "must be owner");
				refused++;
			}
			assertThat(privileges(table)).as(table).containsExactlyInAnyOrder("SELECT", "INSERT");
		}
		ROUNDABOUT.forEach((sql, why) -> assertThat(refusal(sql)).as(sql).contains(why));
		Figures.note("people", "attempts of the application's role on what only grows, all refused",
				refused + ROUNDABOUT.size());
	}

	private String refusal(String sql) {
		try {
			this.application.sql(sql).update();
			return "was done";
		}
		catch (DataAccessException ex) {
			return String.valueOf(ex.getMostSpecificCause().getMessage());
		}
	}

	private List<String> privileges(String table) {
		return this.application
			.sql("""
					select p from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p
					where has_table_privilege(?, p)
					""")
			.param(table)
			.query(String.class)
			.list();
	}

}
