package dev.tieout.job;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import dev.tieout.database.TestDatabase;
import dev.tieout.hostile.Inbox;
import dev.tieout.operations.RunState;
import dev.tieout.scenario.Installation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class IndexBuildingIntegrationTests {

	private static final String[] INDEXES = { "connection_by_customer", "decision_by_customer",
			"ledger_entry_by_customer", "order_revision_by_customer", "order_revision_by_id",
			"order_revision_by_number", "request_outcome_by_customer" };

	private final TestDatabase database = TestDatabase.fresh();

	private final JdbcClient jdbc = JdbcClient.create(this.database.dataSource());

	@AfterEach
	void close() {
		this.database.close();
	}

	private List<String> indexes() {
		return this.jdbc.sql("""
				select indexname from pg_indexes where schemaname = 'tieout' and indexname = any(?) order by 1
				""").param(INDEXES).query(String.class).list();
	}

	@Test
	void allOfTheLoadAreBuilt() throws Exception {
		try (IndexBuilding building = IndexBuilding.begin(this.database.dataSource())) {
			building.finish();
		}
		assertThat(indexes()).containsExactlyElementsOf(ofTheLoad());
	}

	/** A run that was killed after it had begun to build them goes on like that. */
	@Test
	void whoOnlyFinishesBuildsThem() {
		new FirstIndexes(this.database.dataSource()).finish();
		assertThat(indexes()).containsExactlyElementsOf(ofTheLoad());
	}

	/** That of the entries is the first posting's. */
	private static List<String> ofTheLoad() {
		return Arrays.stream(INDEXES).filter((index) -> !index.equals("ledger_entry_by_customer")).toList();
	}

	@Test
	void aDatabaseThatIsNewHasNone() {
		assertThat(indexes()).isEmpty();
	}

	@Test
	void aFirstRunThatPostsLeavesThem(@TempDir Path folder) throws Exception {
		try (Installation tieout = Installation.on(this.database)) {
			Inbox inbox = Inbox.in(folder, "web");
			inbox.orders("orders-1.csv", Inbox.order("1"));
			assertThat(inbox.run(tieout).state()).isEqualTo(RunState.COMPLETED);
			assertThat(indexes()).containsExactly(INDEXES);
		}
	}

	@Test
	void whatIsGivenUpIsCancelledAndLeavesNone() throws Exception {
		try (Connection other = this.database.dataSource().getConnection();
				Statement statement = other.createStatement()) {
			other.setAutoCommit(false);
			statement.execute("lock table decision in row exclusive mode"); // as a writer
																			// has it
			IndexBuilding building = IndexBuilding.begin(this.database.dataSource());
			assertTimeoutPreemptively(Duration.ofSeconds(10), building::close);
			assertThatIllegalStateException().isThrownBy(building::finish)
				.havingCause()
				.withMessageContaining("canceling statement due to user request");
			other.rollback();
		}
		assertThat(indexes()).isEmpty();
	}

	@Test
	void whyTheyAreNotBuiltIsTold() throws Exception {
		this.database.asAdministrator("revoke execute on function tieout.ensure_decision_indexes() from tieout_app");
		try (IndexBuilding building = IndexBuilding.begin(this.database.dataSource())) {
			assertThatIllegalStateException().isThrownBy(building::finish)
				.havingCause()
				.isInstanceOf(SQLException.class)
				.withMessageContaining("permission denied");
		}
		assertThat(indexes()).isEmpty();
	}

}
