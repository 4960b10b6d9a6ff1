package dev.tieout.database;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MigrationIntegrationTests {

	private final TestDatabase database = TestDatabase.fresh();

	private final JdbcClient application = JdbcClient.create(this.database.dataSource());

	@Test
	void aMigratedDatabaseIsKnownWithoutFlyway() throws Exception {
		try (var connection = this.database.ownerDataSource().getConnection()) {
			assertThat(MigrationScripts.of(connection)).isEqualTo(MigrationScripts.ofThisBuild());
		}
		assertThat(MigrationScripts.ofThisBuild().checksums()).containsKey("V1__batch_and_quartz.sql");
	}

	/** Or a process killed between two transactions would leave a database for good. */
	@Test
	void aMigrationAndThatItWasAppliedAreOneTransaction() {
		assertThat(JdbcClient.create(this.database.ownerDataSource()).sql("""
				select h.xmin::text = t.xmin::text
				from flyway_schema_history h, pg_type t
				where h.version = '1' and t.typname = 'batch_job_instance'
				""").query(Boolean.class).list()).containsExactly(true);
	}

	@Test
	void oneInstanceHasOneActiveExecution() {
		this.application.sql("insert into batch_job_instance values (1, 0, 'nightly', 'key')").update();
		execution(1, "FAILED");
		execution(2, "STARTED");
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> execution(3, "STARTING"))
			.withMessageContaining("batch_job_execution_one_active");
		this.application.sql("update batch_job_execution set status = 'STOPPED' where job_execution_id = 2").update();
		execution(3, "STARTING");
	}

	private void execution(int id, String status) {
		this.application.sql(
				"insert into batch_job_execution (job_execution_id, job_instance_id, create_time, status) values (?, 1, now(), ?)")
			.params(id, status)
			.update();
	}

	@Test
	void everyForeignKeyOfBatchAndQuartzHasAnIndex() {
		assertThat(this.application.sql("""
				select c.conrelid::regclass || ' ' || c.conname
				from pg_constraint c
				where c.contype = 'f'
				and c.connamespace = 'tieout'::regnamespace
				and c.conrelid::regclass::text ~ '^(tieout[.])?(batch|qrtz)_'
				and not exists (
				    select from pg_index i
				    where i.indrelid = c.conrelid
				    and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)
				""").query(String.class).list()).isEmpty();
	}

	@Test
	void theApplicationMayWorkWithEveryBatchAndQuartzTable() {
		assertThat(this.application.sql("""
				select relname
				from pg_class
				where relnamespace = 'tieout'::regnamespace
				and (relkind = 'r' and relname ~ '^(batch|qrtz)_'
				     and not has_table_privilege(oid, 'select, insert, update, delete')
				     or relkind = 'S' and not has_sequence_privilege(oid, 'usage'))
				""").query(String.class).list()).isEmpty();
	}

}
