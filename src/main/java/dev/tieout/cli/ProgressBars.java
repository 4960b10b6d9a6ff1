package dev.tieout.cli;

import java.io.PrintStream;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

import dev.tieout.operations.Progress;

/** Progress for a terminal: a bar for each step, with its rate and the time left. */
final class ProgressBars implements ProgressView {

	private static final int REFRESH_MILLIS = 250;

	/** As wide as the longest name of a step. */
	private static final String NAME = "%-12s";

	private final PrintStream err;

	private final int columns;

	private @Nullable ProgressBar bar;

	private String step = "";

	ProgressBars(PrintStream err, int columns) {
		this.err = err;
		this.columns = columns;
	}

	@Override
	public void show(Progress.Snapshot snapshot) {
		ProgressBar current = this.bar;
		if (current == null || !snapshot.step().equals(this.step)) {
			close();
			current = start(snapshot);
			this.bar = current;
			this.step = snapshot.step();
		}
		// What a step has to do may become known while it does it.
		snapshot.total().ifPresent(current::maxHint);
		current.stepTo(snapshot.done());
	}

	private ProgressBar start(Progress.Snapshot snapshot) {
		return new ProgressBarBuilder().setTaskName(NAME.formatted(snapshot.step()))
			.setInitialMax(snapshot.total().orElse(-1))
			.setUnit(" " + snapshot.unit(), 1)
			.setStyle(ProgressBarStyle.ASCII)
			.setUpdateIntervalMillis(REFRESH_MILLIS)
			.setConsumer(new ConsoleProgressBarConsumer(this.err, this.columns - 1))
			.showSpeed()
			.build();
	}

	@Override
	public void say(String message) {
		close();
		this.err.println(message);
	}

	@Override
	public void close() {
		if (this.bar != null) {
			this.bar.close();
			this.bar = null;
			this.step = "";
		}
	}

}
