package dev.tieout.scenario;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import dev.tieout.House;
import dev.tieout.attribution.Outcome;
import dev.tieout.attribution.Reason;
import dev.tieout.audit.EntryType;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.job.parameters.JobParametersIncrementer;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** What the database and the run's proof refuse. */
class LedgerGuardsScenarioTests {

	private static final LocalDate DATE = LocalDate.of(2025, 3, 1);

	@TempDir
	Path folder = Path.of("");

	private final Installation tieout = Installation.fresh();

	private final Answers answers = new Answers(this.tieout);

	private Site site = new Site(Path.of(""));

	@BeforeEach
	void connectTenCustomersWithAnOrderEach() throws Exception {
		this.site = Site.usual(this.folder)
			.manyConnections("connections-1.csv", 1, 10)
			.manyOrders("orders-web-1.csv", 1, 10);
	}

	@AfterEach
	void close() {
		this.tieout.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "run_no", "affiliate_no", "file_no", "corrects", "operation_no" })
	void anEntryNamesOnlyWhatIsThere(String column) {
		assertThat(this.tieout.run(this.site.job(), DATE).state()).isEqualTo(RunState.COMPLETED);
		List<String> columns = List.of("run_no", "affiliate_no", "file_no", "corrects", "operation_no");
		String named = String.join(", ",
				columns.stream().map((each) -> each.equals(column) ? "987654" : "e." + each).toList());
		assertRefused(this.tieout.ownerJdbc(),
				"""
						insert into ledger_entry (entry_no, order_no, customer_no, amount, ordered_at, posted_at, business_date, period,
						       payable_on, type, reason, currency, order_id, line, %s)
						select 1000000, order_no, customer_no, amount, ordered_at, posted_at, business_date, period, payable_on, type, reason,
						       currency, order_id, line, %s
						from ledger_entry e limit 1
						"""
					.formatted(String.join(", ", columns), named),
				"that is not there");
	}

	@ParameterizedTest
	@ValueSource(strings = { "run", "affiliate", "input_file" })
	void whatAnEntryNamesIsNotDeleted(String table) {
		assertThat(this.tieout.run(this.site.job(), DATE).state()).isEqualTo(RunState.COMPLETED);
		assertRefused(this.tieout.ownerJdbc(), "delete from " + table, "the ledger rests on it");
		assertThat(this.answers.count("ledger_entry where amount = 100")).isEqualTo(10);
	}

	@ParameterizedTest
	@ValueSource(strings = { "update ledger_entry set amount = amount + 1", "delete from ledger_entry",
			"truncate ledger_entry" })
	void noEntryIsEverChanged(String statement) {
		assertThat(this.tieout.run(this.site.job(), DATE).state()).isEqualTo(RunState.COMPLETED);
		assertRefused(this.tieout.ownerJdbc(), statement, "the ledger only grows");
		assertRefused(this.tieout.jdbc(), statement, "permission denied");
		assertThat(this.answers.count("ledger_entry where amount = 100")).isEqualTo(10);
	}

	@ParameterizedTest
	@ValueSource(strings = { "alter table ledger_entry disable trigger all",
			"drop trigger ledger_entry_only_grows on ledger_entry", "drop table ledger_entry" })
	void theApplicationCannotLiftTheGuard(String statement) {
		assertThatException().isThrownBy(() -> this.tieout.jdbc().sql(statement).update());
		assertThat(this.tieout.jdbc()
			.sql("select has_table_privilege('ledger_entry', 'update, delete, truncate')")
			.query(Boolean.class)
			.single()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "delete from order_revision where order_id = '3'",
			"delete from decision where order_no = (select min(order_no) from decision)",
			"update decision set order_total = order_total + 1 where order_no = (select min(order_no) from decision)",
			"insert into decision select * from decision limit 1", "delete from ledger_proposal where order_id = '3'",
			"update ledger_proposal set amount = amount + 1 where order_id = '3'",
			"update ledger_proposal set line = 1000000 where order_id = '3'",
			"update decision set line = 1 where order_no = (select min(order_no) from decision)",
			"delete from connection_request where line = 3" })
	void aRunWhoseRowsWereTamperedWithFailsAndPostsNothing(String statement) {
		Sabotage.beforeStep(this.tieout, "close", statement);
		RunResult result = this.tieout.run(this.site.job(), DATE);
		assertThat(result.state()).isEqualTo(RunState.FAILED);
		assertThat(result.error().orElseThrow()).contains("The control totals do not close, so nothing was posted",
				"equation ");
		assertThat(this.answers.count("ledger_entry")).isZero();
		assertThat(this.answers.count("input_file where state = 'posted'")).isZero();
		assertThat(this.answers.count("due")).isNotZero();
	}

	@Test
	void theNumbersInTheDatabaseStandForTheNamesInTheCode() {
		assertThat(names("reason_code")).isEqualTo(names(Reason.values()));
		assertThat(names("outcome_code")).isEqualTo(names(Outcome.values()));
		assertThat(names("entry_type_code")).isEqualTo(names(EntryType.values()));
	}

	@Test
	void springBatchIsSetUpAsItHasToBe() {
		assertThat(this.tieout.run(this.site.job(), DATE).state()).isEqualTo(RunState.COMPLETED);
		assertThat(this.tieout.jdbc()
			.sql("select parameter_name || ' ' || parameter_type || ' ' || parameter_value || ' ' || identifying from batch_job_execution_params")
			.query(String.class)
			.list()).containsExactly("run java.lang.Long 1 Y");
		Environment environment = this.tieout.bean(Environment.class);
		assertThat(environment.getProperty("spring.batch.jdbc.isolation-level-for-create")).isEqualTo("READ_COMMITTED");
		assertThat(environment.getProperty("spring.batch.jdbc.initialize-schema")).isEqualTo("never");
		assertThat(environment.getProperty("spring.batch.job.enabled")).isEqualTo("false");
		assertThat(this.answers.count("pg_constraint where condeferrable")).isZero();
		assertThat(this.answers.count("pg_class where relpersistence = 'u'")).isZero();
	}

	@Test
	void noJobHasAnIncrementer() {
		assertThat(House.classes()
			.stream()
			.filter((type) -> type.getDirectDependenciesFromSelf()
				.stream()
				.anyMatch((on) -> on.getTargetClass().isAssignableTo(JobParametersIncrementer.class)))
			.toList()).isEmpty();
	}

	private List<String> names(String table) {
		return this.tieout.jdbc()
			.sql("select code || ' ' || name from " + table + " order by code")
			.query(String.class)
			.list();
	}

	private static List<String> names(Enum<?>[] values) {
		return Arrays.stream(values).map((value) -> value.ordinal() + " " + value.name()).toList();
	}

	private static void assertRefused(JdbcClient jdbc, String statement, String message) {
		assertThatException().isThrownBy(() -> jdbc.sql(statement).update()).withStackTraceContaining(message);
	}

}
