package dev.tieout.cli;

import java.time.Duration;

import me.tongfei.progressbar.ProgressState;

/** The line that says how far a step is. */
final class ProgressLine {

	private static final String NAME = "%-26s";

	private static final int BAR = 20;

	private final String unit;

	private final long done;

	private final long total;

	private final String step;

	private final Duration elapsed;

	private final double perSecond;

	ProgressLine(String unit, ProgressState state) {
		this(state.getTaskName(), unit, state.getCurrent(), state.isIndefinite() ? -1 : state.getMax(),
				state.getCurrent() - state.getStart(), state.getElapsedAfterStart());
	}

	/**
	 * Creates a line.
	 * @param step its name
	 * @param unit what is counted; empty for nothing
	 * @param done how far it is
	 * @param total of how much; negative where that is not known
	 * @param since how much of it since the line was first shown
	 * @param elapsed how long ago that was
	 */
	ProgressLine(String step, String unit, long done, long total, long since, Duration elapsed) {
		this.step = step;
		this.unit = unit;
		this.done = done;
		this.total = total;
		this.elapsed = elapsed;
		this.perSecond = (elapsed.toMillis() > 0) ? since * 1000.0 / elapsed.toMillis() : 0;
	}

	/** Returns the line in at most so many columns. */
	String render(int columns) {
		StringBuilder line = new StringBuilder(NAME.formatted(this.step));
		if (this.total > 0) {
			line.append(bar()).append("%4d%%  ".formatted(Math.min(100, 100 * this.done / this.total)));
		}
		if (this.unit.isEmpty()) {
			line.append(Words.duration(this.elapsed));
		}
		else {
			line.append(counts());
		}
		return (line.length() > columns) ? line.substring(0, columns) : line.toString();
	}

	/** Returns the line for a log. */
	String plain() {
		return this.step + ": " + (this.unit.isEmpty() ? "at work for " + Words.duration(this.elapsed) : counts());
	}

	private String bar() {
		int filled = (int) Math.min(BAR, BAR * this.done / this.total);
		return "[" + "=".repeat(filled) + ((filled < BAR) ? ">" : "") + " ".repeat(Math.max(0, BAR - filled - 1)) + "]";
	}

	private String counts() {
		String counts = Words.count(this.done) + ((this.total > 0) ? " of " + Words.count(this.total) : "") + " "
				+ this.unit;
		if (this.perSecond < 1) {
			return counts;
		}
		String rate = ", " + Words.count(Math.round(this.perSecond)) + "/s";
		return (this.total > this.done) ? counts + rate + ", "
				+ Words.duration(Duration.ofSeconds(Math.round((this.total - this.done) / this.perSecond))) + " left"
				: counts + rate;
	}

}
