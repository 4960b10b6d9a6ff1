package dev.tieout.bulk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import dev.tieout.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class CopiedRowsIntegrationTests {

	private final TestDatabase database = TestDatabase.fresh();

	@AfterEach
	void close() {
		this.database.close();
	}

	/** A few rows have all been sent by then, of millions most have not. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 50, 3_000_000 })
	void aConnectionWhoseRowsWereGivenUpGoesOn(int rows) throws Exception {
		try (Connection connection = this.database.dataSource().getConnection()) {
			for (int again = 0; again < 3; again++) {
				connection.setAutoCommit(false);
				connection.setReadOnly(true);
				try (CopiedRows copied = new CopiedRows(connection,
						"select i::bigint from generate_series(1, " + rows + ") i")) {
					assertThat(copied.next()).isTrue();
					assertThat(copied.number()).isEqualTo(1);
				}
				connection.rollback();
				// Refused where the driver still thinks itself in a transaction.
				connection.setReadOnly(false);
				connection.setAutoCommit(true);
				assertThat(answer(connection)).isEqualTo(42);
			}
		}
	}

	@Test
	void aConnectionThatBrokeIsLetGo() throws Exception {
		try (Connection connection = this.database.dataSource().getConnection()) {
			connection.setAutoCommit(false);
			CopiedRows copied = new CopiedRows(connection, "select i::bigint from generate_series(1, 3000000) i");
			assertThat(copied.next()).isTrue();
			this.database.asAdministrator(
					"select pg_terminate_backend(pid) from pg_stat_activity where query like 'copy (select i::bigint%'");
			assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
				assertThatExceptionOfType(SQLException.class).isThrownBy(() -> {
					try (copied) {
						while (copied.next()) {
							copied.number();
						}
					}
				});
				assertThatExceptionOfType(SQLException.class).isThrownBy(connection::rollback);
			});
		}
	}

	@Test
	void whatIsMissingIsEmpty() throws Exception {
		try (Connection connection = this.database.dataSource().getConnection();
				CopiedRows copied = new CopiedRows(connection,
						"select null::text, 'é', '', null::bigint, 7::bigint from generate_series(1, 2)")) {
			for (int row = 0; row < 2; row++) {
				assertThat(copied.next()).isTrue();
				assertThat(List.of(copied.textOrEmpty(), copied.textOrEmpty(), copied.textOrEmpty()))
					.containsExactly("", "é", "");
				assertThat(copied.numberOrNull()).isNull();
				assertThat(copied.number()).isEqualTo(7);
			}
			assertThat(copied.next()).isFalse();
		}
	}

	private static int answer(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("select 42")) {
			row.next();
			return row.getInt(1);
		}
	}

}
