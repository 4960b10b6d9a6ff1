package dev.tieout.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StepFoldingTests {

	private static final Instant START = Instant.parse("2026-11-01T04:30:00Z");

	private static final Instant NOW = START.plusSeconds(20);

	@Test
	void workersAreOneLineWithTheirSum() {
		List<RunStep> steps = fold(0.5, manager(1, "reconcile", StepState.DONE, 10),
				worker(1, "001", StepState.DONE, 300, 9), worker(1, "000", StepState.DONE, 200, 10),
				manager(1, "close", StepState.DONE, 1));
		assertThat(steps).extracting(RunStep::name).containsExactly("reconcile", "close");
		RunStep reconcile = steps.get(0);
		assertThat(reconcile.workers()).isEqualTo(2);
		assertThat(reconcile.done()).isEqualTo(500);
		assertThat(reconcile.unit()).isEqualTo("customers");
		assertThat(reconcile.rate()).contains(50L);
		assertThat(reconcile.part()).isEmpty();
		assertThat(reconcile.left()).isEmpty();
	}

	@Test
	void aStepAtWorkTakesForTheRestWhatItTookForItsShare() {
		RunStep reconcile = fold(0.25, manager(1, "reconcile", StepState.AT_WORK, 0),
				worker(1, "000", StepState.AT_WORK, 100, 0))
			.get(0);
		assertThat(reconcile.took()).contains(Duration.ofSeconds(20));
		assertThat(reconcile.rate()).contains(5L);
		assertThat(reconcile.part()).contains(0.25);
		assertThat(reconcile.left()).contains(Duration.ofSeconds(60));
	}

	@Test
	void whatEarlierExecutionsHaveDoneIsNoSpeedOfThisOne() {
		RunStep second = fold(0.8, manager(1, "reconcile", StepState.STOPPED, 5),
				worker(1, "000", StepState.STOPPED, 300, 5), manager(2, "reconcile", StepState.AT_WORK, 0),
				worker(2, "000", StepState.AT_WORK, 100, 0))
			.get(1);
		assertThat(second.execution()).isEqualTo(2);
		assertThat(second.done()).isEqualTo(100);
		// A fifth of the whole in 20 seconds, and a fifth is left.
		assertThat(second.left()).contains(Duration.ofSeconds(20));
	}

	@Test
	void aStepThatHasCommittedNothingYetDoesNotGuess() {
		RunStep step = fold(0, manager(1, "read orders", StepState.AT_WORK, 0),
				worker(1, "000", StepState.AT_WORK, 0, 0))
			.get(0);
		assertThat(step.left()).isEmpty();
		assertThat(step.rate()).isEmpty();
	}

	@Test
	void theMessageOfAStepIsToldOnce() {
		StepLine failed = new StepLine(1, "reconcile", Optional.of("worker 000"), StepState.FAILED, 1, 1, 1,
				Optional.of(START), Optional.of(NOW), "The disk is full.");
		assertThat(fold(0, manager(1, "reconcile", StepState.FAILED, 5), failed).get(0).message())
			.isEqualTo("The disk is full.");
	}

	private static List<RunStep> fold(double part, StepLine... lines) {
		return new StepFolding(List.of(lines), NOW, (step) -> Optional.of(part)).steps();
	}

	private static StepLine manager(int execution, String name, StepState state, int seconds) {
		return line(execution, name, Optional.empty(), state, 0, seconds);
	}

	private static StepLine worker(int execution, String number, StepState state, long written, int seconds) {
		return line(execution, "reconcile", Optional.of("worker " + number), state, written, seconds);
	}

	private static StepLine line(int execution, String name, Optional<String> part, StepState state, long written,
			int seconds) {
		Optional<Instant> ended = (state == StepState.AT_WORK) ? Optional.empty()
				: Optional.of(START.plusSeconds(seconds));
		return new StepLine(execution, name, part, state, written, written, 1, Optional.of(START), ended, "");
	}

}
