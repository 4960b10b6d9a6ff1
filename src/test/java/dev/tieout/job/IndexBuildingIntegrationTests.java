package dev.tieout.job;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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

	private static final String[] INDEXES = { "decision_by_customer", "order_revision_by_customer",
			"order_revision_by_id", "order_revision_by_number" };

	private final TestDatabase database = TestDatabase.fresh();

	private final JdbcClient jdbc = JdbcClient.create(this.database.dataSource());

	@AfterEach
	void close() {
		this.database.close();
	}

	private List<String> indexes() {
		return this.jdbc
			.sql("""
					select indexname from pg_indexes where schemaname = 'tieout' and indexname in
					('decision_by_customer', 'order_revision_by_customer', 'order_revision_by_id', 'order_revision_by_number')
					order by 1
					""")
			.query(String.class)
			.list();
	}

	@Test
	void allAreBuilt() throws Exception {
		try (IndexBuilding building = IndexBuilding.begin(this.database.dataSource())) {
			building.finish();
		}
		assertThat(indexes()).containsExactly(INDEXES);
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
