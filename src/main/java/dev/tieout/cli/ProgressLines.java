package dev.tieout.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

import dev.tieout.operations.Progress;

/** Progress for a log: a line for each step, and one each ten seconds within it. */
final class ProgressLines implements ProgressView {

	private static final long QUIET_NANOS = Duration.ofSeconds(10).toNanos();

	private final PrintStream err;

	private final LongSupplier nanoTime;

	private String step = "";

	private long startedAt;

	private long startedWith;

	private long lastLineAt;

	ProgressLines(PrintStream err, LongSupplier nanoTime) {
		this.err = err;
		this.nanoTime = nanoTime;
	}

	@Override
	public void show(Progress.Snapshot snapshot) {
		long now = this.nanoTime.getAsLong();
		if (!snapshot.step().equals(this.step)) {
			this.step = snapshot.step();
			this.startedAt = now;
			this.startedWith = snapshot.done();
			this.lastLineAt = now;
			say(snapshot.step());
		}
		else if (now - this.lastLineAt >= QUIET_NANOS) {
			this.lastLineAt = now;
			say(line(snapshot, now));
		}
	}

	private String line(Progress.Snapshot snapshot, long now) {
		double seconds = (now - this.startedAt) / 1e9;
		long rate = Math.round((snapshot.done() - this.startedWith) / seconds);
		StringBuilder line = new StringBuilder(snapshot.step() + ": " + Words.count(snapshot.done()));
		snapshot.total().ifPresent((total) -> line.append(" of ").append(Words.count(total)));
		line.append(' ').append(snapshot.unit());
		if (rate > 0) {
			line.append(", ").append(Words.count(rate)).append(" a second");
			snapshot.total()
				.ifPresent((total) -> line.append(", about ")
					.append(Words.duration(Duration.ofSeconds(Math.max(0, total - snapshot.done()) / rate)))
					.append(" left"));
		}
		return line.toString();
	}

	@Override
	public void say(String message) {
		this.err.println("tieout: " + message);
	}

	@Override
	public void close() {
		this.err.flush();
	}

}
