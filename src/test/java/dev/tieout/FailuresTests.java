package dev.tieout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionSystemException;

import dev.tieout.cli.Failure;
import dev.tieout.configuration.ConfigurationException;
import dev.tieout.configuration.Problem;
import dev.tieout.job.RunFailedException;
import dev.tieout.operations.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;

class FailuresTests {

	@Test
	void allProblemsOfTheConfigurationAreToldOneALine() {
		Failure failure = Failures.of(new ConfigurationException(
				List.of(new Problem("jobs/nightly.yml", 3, "job", "a b", "is no name", "letters"),
						new Problem("jobs/nightly.yml", 4, "progam", "", "is no key", "program"))));
		assertThat(failure.exitCode()).isEqualTo(2);
		assertThat(failure.message()).isEqualTo("""
				jobs/nightly.yml:3: job: 'a b' is no name; expected letters
				jobs/nightly.yml:4: progam: is no key; expected program""");
	}

	@Test
	void whatIsRefusedIsToldAsItIs() {
		assertThat(Failures.of(new RefusedException("Run 3 is active."))).isEqualTo(new Failure(3, "Run 3 is active."));
	}

	@Test
	void aFailureIsFoundBehindWhatWrapsIt() {
		RuntimeException wrapped = new IllegalStateException("bean",
				new IllegalArgumentException("constructor", new RunFailedException("MISSING_FILE: none")));
		assertThat(Failures.of(wrapped)).isEqualTo(new Failure(1, "MISSING_FILE: none"));
	}

	@Test
	void aDatabaseThatWentAwayIsOneSentence() {
		Failure failure = Failures.of(new IllegalStateException(new SQLException("connection reset", "08006")));
		assertThat(failure.exitCode()).isEqualTo(1);
		assertThat(failure.message()).startsWith("The database went away").doesNotContain("\n");
	}

	/** The pool tells no SQL state of a connection that breaks while it commits. */
	@Test
	void aConnectionThatBreaksWhileItCommitsIsADatabaseThatWentAway() {
		Failure failure = Failures
			.of(new TransactionSystemException("commit", new SQLException("Connection is closed")));
		assertThat(failure.exitCode()).isEqualTo(1);
		assertThat(failure.message()).startsWith("The database went away").doesNotContain("\n");
	}

	@Test
	void aFullDiskAndAMissingRightAreReadable() {
		assertThat(Failures.of(new UncheckedIOException(new IOException("No space left on device"))).message())
			.startsWith("The disk is full.");
		assertThat(Failures.of(new AccessDeniedException(Path.of("reports", "x").toString())).message())
			.startsWith("No right to write or read 'reports/x'.");
	}

	@Test
	void whatShouldNotHappenSaysHowToFindOut() {
		Failure failure = Failures.of(new IllegalStateException("a bucket must be below 4096, but is 5000"));
		assertThat(failure.exitCode()).isEqualTo(1);
		assertThat(failure.message()).isEqualTo("""
				This should not happen: IllegalStateException: a bucket must be below 4096, but is 5000
				Run the command again with --debug to see where it comes from, and report that.""");
	}

	@Test
	void aFaultInASqlStatementIsNoFaultOfTheWorld() {
		assertThat(Failures.of(new SQLException("column x does not exist", "42703")).message())
			.startsWith("This should not happen");
	}

}
