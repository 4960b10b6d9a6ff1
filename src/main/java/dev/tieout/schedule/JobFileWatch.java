package dev.tieout.schedule;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.tieout.configuration.FoundJob;
import dev.tieout.configuration.JobDirectory;
import dev.tieout.configuration.JobFile;
import dev.tieout.configuration.Problem;
import dev.tieout.operations.ScheduleBook;
import dev.tieout.operations.ScheduledJob;

/**
 * Looks at the job files and takes up what has changed. A file is believed once two looks
 * have seen the same, because an editor may be halfway through it.
 */
final class JobFileWatch {

	private final Path directory;

	private final ScheduleBook book;

	private final Clock clock;

	private final Speech speech;

	/** What the look before this one saw, by file. */
	private Map<Path, String> seen = new HashMap<>();

	/** What was acted on, by file. */
	private final Map<Path, String> settled = new HashMap<>();

	private boolean first = true;

	JobFileWatch(Path directory, ScheduleBook book, Clock clock, Speech speech) {
		this.directory = directory.toAbsolutePath().normalize();
		this.book = book;
		this.clock = clock;
		this.speech = speech;
	}

	/** Looks once. */
	void look() {
		List<FoundJob> found = JobDirectory.look(this.directory).stream().map(this::judged).toList();
		Map<Path, String> sights = found.stream().collect(Collectors.toMap(FoundJob::path, JobFileWatch::sight));
		for (FoundJob job : found) {
			String sight = sights.getOrDefault(job.path(), "");
			boolean believed = this.first || sight.equals(this.seen.get(job.path()));
			if (believed && !sight.equals(this.settled.get(job.path()))) {
				settle(job);
				this.settled.put(job.path(), sight);
			}
		}
		removeGone(sights.keySet());
		this.seen = new HashMap<>(sights);
		this.first = false;
	}

	/** A program that is not this database's is found out here, not when a run is due. */
	private FoundJob judged(FoundJob found) {
		return found.job()
			.filter((job) -> job.schedule().isPresent())
			.flatMap((job) -> this.book.refusal(job))
			.map((refusal) -> found.with(new Problem(found.path().toString(), 0, "program", "",
					"is another program: " + refusal, "this database's program; one database holds one program")))
			.orElse(found);
	}

	/** All that matters of a file and its program. */
	private static String sight(FoundJob found) {
		return found.job()
			.map((job) -> job.text() + '\0' + job.program().text())
			.orElseGet(() -> "broken\0" + problem(found));
	}

	private static String problem(FoundJob found) {
		return String.join("\n", Problem.told(found.problems()));
	}

	private void settle(FoundJob found) {
		if (found.job().isEmpty()) {
			broken(found);
			return;
		}
		JobFile job = found.job().get();
		if (job.schedule().isPresent()) {
			takeUp(job);
		}
		ofThisFile(found.path()).stream()
			.filter((other) -> job.schedule().isEmpty() || !other.name().equals(job.name()))
			.forEach((other) -> remove(other, "has no schedule in " + other.path() + " any more"));
	}

	private void takeUp(JobFile job) {
		boolean known = this.book.find(job.name()).isPresent();
		boolean changed = this.book.takeUp(job);
		boolean mended = this.book.mended(job.name());
		if (changed || mended || this.first) {
			String what = changed ? (known ? "its change is taken up" : "taken up")
					: (mended ? "good again, and as it was taken up before" : "on schedule");
			Instant now = this.clock.instant();
			this.speech.say(job.name() + ": " + what + "; " + this.speech.next(job, now) + ".");
			job.warnings(now).forEach(this.speech::say);
		}
	}

	private void broken(FoundJob found) {
		Optional<ScheduledJob> taken = ofThisFile(found.path()).stream()
			.findFirst()
			.or(() -> this.book.find(found.name()));
		taken.ifPresent((job) -> this.book.broken(job.name(), problem(found)));
		this.speech.say(problem(found));
		this.speech.say(taken
			.map((job) -> job.name() + ": goes on with what was taken up " + this.speech.at(job.takenUpAt()) + ".")
			.orElse(found.name() + ": is not scheduled until that is put right."));
	}

	/** A file that is missing twice is gone. */
	private void removeGone(Set<Path> present) {
		this.settled.keySet().removeIf((file) -> !present.contains(file) && !this.seen.containsKey(file));
		Set<Path> believed = new HashSet<>(present);
		believed.addAll(this.seen.keySet());
		this.book.jobs()
			.stream()
			.filter((job) -> this.directory.equals(job.path().getParent()) && !believed.contains(job.path()))
			.forEach((job) -> remove(job, "unscheduled, because " + job.path() + " is gone"));
	}

	private void remove(ScheduledJob job, String why) {
		this.book.remove(job.name());
		this.speech.say(job.name() + ": " + why + ".");
	}

	private List<ScheduledJob> ofThisFile(Path file) {
		return this.book.jobs().stream().filter((job) -> job.path().equals(file)).toList();
	}

}
