package dev.tieout.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import dev.tieout.operations.Progress;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTests {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final PrintStream err = new PrintStream(this.bytes, true, StandardCharsets.UTF_8);

	private final AtomicLong nanos = new AtomicLong();

	@Test
	void aLogGetsALineForEachStepAndOneEachTenSeconds() {
		try (ProgressLines lines = new ProgressLines(this.err, this.nanos::get)) {
			lines.show(snapshot("read orders", 0, OptionalLong.empty(), "records"));
			after(9);
			lines.show(snapshot("read orders", 90_000, OptionalLong.empty(), "records"));
			after(1);
			lines.show(snapshot("read orders", 100_000, OptionalLong.empty(), "records"));
			after(1);
			lines.show(snapshot("reconcile", 0, OptionalLong.of(3_000), "customers"));
			after(10);
			lines.show(snapshot("reconcile", 1_000, OptionalLong.of(3_000), "customers"));
			lines.show(snapshot("post", 0, OptionalLong.empty(), ""));
			after(75);
			lines.show(snapshot("post", 0, OptionalLong.empty(), ""));
		}
		assertThat(printed()).isEqualTo("""
				tieout: read orders
				tieout: read orders: 100,000 records, 10,000/s
				tieout: reconcile
				tieout: reconcile: 1,000 of 3,000 customers, 100/s, 20 s left
				tieout: post
				tieout: post: at work for 1 min 15 s
				""");
	}

	@Test
	void aTerminalGetsABarWithRateAndTimeLeft() {
		ProgressLine line = new ProgressLine("reconcile", "customers", 1_500, 3_000, 1_000, Duration.ofSeconds(10));
		assertThat(line.render(100)).isEqualTo(
				"reconcile                 [==========>         ]  50%  1,500 of 3,000 customers, 100/s, 15 s left");
		assertThat(line.render(40)).hasSize(40);
	}

	@Test
	void aFullBarHasNoTimeLeft() {
		assertThat(new ProgressLine("reconcile", "customers", 30, 30, 30, Duration.ofSeconds(3)).render(100))
			.endsWith("[====================] 100%  30 of 30 customers, 10/s");
	}

	@Test
	void aBarIsGoneWhenItsStepIsOver() {
		try (ProgressBars bars = new ProgressBars(this.err, 100)) {
			bars.show(snapshot("reconcile", 10, OptionalLong.of(20), "customers"));
			bars.say("Run 2 begins.");
		}
		assertThat(printed()).contains("reconcile ").endsWith("Run 2 begins.\n");
		String last = printed().substring(0, printed().indexOf("Run 2"));
		assertThat(last).endsWith("\r");
	}

	private void after(long seconds) {
		this.nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
	}

	private String printed() {
		return this.bytes.toString(StandardCharsets.UTF_8);
	}

	private static Progress.Snapshot snapshot(String step, long done, OptionalLong total, String unit) {
		return new Progress.Snapshot(step, done, total, unit);
	}

}
