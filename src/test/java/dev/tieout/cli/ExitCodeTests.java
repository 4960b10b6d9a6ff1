package dev.tieout.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;

import static org.assertj.core.api.Assertions.assertThat;

class ExitCodeTests {

	@ParameterizedTest
	@CsvSource({ "COMPLETED, 0", "FAILED, 1", "SUPERSEDED, 1", "ABANDONED, 1", "RUNNING, 1", "STOPPED, 4",
			"POSTED, 5" })
	void aRunEndsWithTheCodeOfItsState(RunState state, int code) {
		assertThat(ExitCode.of(results(state)).number()).isEqualTo(code);
		assertThat(state.exitCode()).isEqualTo(code);
	}

	@Test
	void ofSeveralRunsTheWorstCounts() {
		assertThat(ExitCode.of(results(RunState.COMPLETED, RunState.FAILED, RunState.STOPPED)).number()).isEqualTo(1);
		assertThat(ExitCode.of(results(RunState.POSTED, RunState.STOPPED)).number()).isEqualTo(4);
		assertThat(ExitCode.of(results(RunState.COMPLETED, RunState.POSTED)).number()).isEqualTo(5);
		assertThat(ExitCode.of(results(RunState.COMPLETED, RunState.COMPLETED)).number()).isZero();
	}

	private static List<RunResult> results(RunState... states) {
		return Arrays.stream(states).map((state) -> new RunResult(1, state, Optional.empty(), false)).toList();
	}

}
