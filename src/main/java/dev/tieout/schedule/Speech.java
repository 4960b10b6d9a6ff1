package dev.tieout.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import dev.tieout.configuration.JobFile;
import dev.tieout.operations.FiringResult;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;

/** What a serving process tells the people who watch it, without addresses. */
final class Speech {

	private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

	private final Consumer<String> lines;

	private final Map<String, String> troubles = new HashMap<>();

	private volatile ZoneId zone = ZoneOffset.UTC;

	Speech(Consumer<String> lines) {
		this.lines = lines;
	}

	void say(String text) {
		text.lines().forEach(this.lines);
	}

	/** Says that something does not work, once until it works or fails in another way. */
	synchronized void trouble(String what, String sentence) {
		if (!sentence.equals(this.troubles.put(what, sentence))) {
			say("Could not " + what + ": " + sentence);
		}
	}

	synchronized void works(String what) {
		if (this.troubles.remove(what) != null) {
			say("Could " + what + " again.");
		}
	}

	/** A time in the program's zone. */
	String at(Instant time) {
		return time.truncatedTo(ChronoUnit.SECONDS).atZone(this.zone).format(LOCAL) + " " + this.zone.getId();
	}

	String next(JobFile job, Instant after) {
		this.zone = job.zone();
		Optional<Instant> next = job.schedule().flatMap((schedule) -> schedule.next(after, this.zone));
		return next.map((time) -> "next " + at(time)).orElse("it has no time to come");
	}

	void ended(FiringResult firing, Duration took) {
		String result = firing.state()
			.map((state) -> firing.run().map((run) -> "run " + run + " ").orElse("") + words(state, took))
			.orElse("refused");
		say(firing.job() + ": " + result + firing.detail().map((detail) -> ": " + detail).orElse(""));
	}

	/** What a run came to that belongs to no time of the schedule. */
	void ended(String job, RunResult result, Duration took) {
		say(job + ": run " + result.run() + " " + words(result.state(), took)
				+ result.error().map((error) -> ": " + error).orElse(""));
	}

	private static String words(RunState state, Duration took) {
		String time = " in " + took.toSeconds() + "." + took.toMillisPart() / 100 + " s";
		return switch (state) {
			case COMPLETED -> "completed" + time;
			case POSTED -> "posted" + time + ", but its reports are not written";
			case STOPPED -> "stopped; it goes on at the job's next time, or with 'tieout runs resume'";
			case FAILED -> "failed" + time;
			case SUPERSEDED -> "was superseded by a run that posted in between; nothing of it was posted";
			case ABANDONED -> "was abandoned";
			case RUNNING -> "is at work";
		};
	}

}
