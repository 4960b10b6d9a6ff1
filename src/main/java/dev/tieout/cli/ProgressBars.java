package dev.tieout.cli;

import java.io.PrintStream;
import java.time.Duration;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

import dev.tieout.operations.Progress;

/**
 * Progress for a terminal: one line that is written over, with a bar, the rate and the
 * time left. A step that took long leaves a line behind.
 */
final class ProgressBars implements ProgressView {

	private static final int REFRESH_MILLIS = 250;

	private static final Duration LONG = Duration.ofSeconds(3);

	private final PrintStream err;

	private final int columns;

	private @Nullable ProgressBar bar;

	private Progress.@Nullable Snapshot last;

	ProgressBars(PrintStream err, int columns) {
		this.err = err;
		this.columns = columns;
	}

	@Override
	public void show(Progress.Snapshot snapshot) {
		ProgressBar current = this.bar;
		if (current == null || this.last == null || !snapshot.step().equals(this.last.step())) {
			close();
			current = start(snapshot);
			this.bar = current;
		}
		this.last = snapshot;
		// What a step has to do may become known while it does it.
		snapshot.total().ifPresent(current::maxHint);
		current.stepTo(snapshot.done());
	}

	private ProgressBar start(Progress.Snapshot snapshot) {
		return new ProgressBarBuilder().setTaskName(snapshot.step())
			.setInitialMax(snapshot.total().orElse(-1))
			.startsFrom(snapshot.done(), Duration.ZERO)
			.setUpdateIntervalMillis(REFRESH_MILLIS)
			.setRenderer((state, length) -> new ProgressLine(snapshot.unit(), state).render(length))
			.setConsumer(new Line(this.err, this.columns - 1))
			.continuousUpdate()
			.build();
	}

	@Override
	public void say(String message) {
		close();
		this.err.println(message);
	}

	@Override
	public void close() {
		ProgressBar ended = this.bar;
		Progress.Snapshot reached = this.last;
		if (ended == null || reached == null) {
			return;
		}
		this.bar = null;
		this.last = null;
		Duration took = ended.getElapsedAfterStart();
		ended.close();
		this.err.print("\r" + " ".repeat(this.columns - 1) + "\r");
		if (took.compareTo(LONG) > 0) {
			String count = reached.unit().isEmpty() ? "" : Words.count(reached.done()) + " " + reached.unit() + " in ";
			this.err.println(reached.step() + ": " + count + Words.duration(took));
		}
	}

	/** A line that stays one: the library would begin another at its end. */
	private static final class Line extends ConsoleProgressBarConsumer {

		private final PrintStream out;

		Line(PrintStream out, int columns) {
			super(out, columns);
			this.out = out;
		}

		@Override
		public void close() {
			this.out.flush();
		}

	}

}
