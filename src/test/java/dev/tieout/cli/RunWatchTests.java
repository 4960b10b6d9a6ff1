package dev.tieout.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import dev.tieout.operations.Progress;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class RunWatchTests {

	@Test
	void nobodyWaitsForADatabaseThatDoesNotAnswerTheDisplay() {
		SilentDatabase database = new SilentDatabase();
		ByteArrayOutputStream shown = new ByteArrayOutputStream();
		PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
		StopWish stop = new StopWish();
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
			try (RunWatch watch = new RunWatch(new Progress(database), new ProgressLines(out, System::nanoTime), stop,
					false)) {
				watch.registered(7, false);
				database.asked.await();
				stop.make();
			}
		});
		assertThat(shown.toString(StandardCharsets.UTF_8)).contains("Run 7 begins.", "Stopping at the next chunk");
	}

	/** As one behind a network that swallows everything. */
	private static final class SilentDatabase extends AbstractDataSource {

		private final CountDownLatch asked = new CountDownLatch(1);

		@Override
		public Connection getConnection() throws SQLException {
			this.asked.countDown();
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			throw new SQLException("it never answers");
		}

		@Override
		public Connection getConnection(String user, String password) throws SQLException {
			return getConnection();
		}

	}

}
