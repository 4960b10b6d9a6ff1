package dev.tieout.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.tieout.configuration.ConfigurationException;
import dev.tieout.configuration.JobFile;
import dev.tieout.configuration.Notification;
import dev.tieout.operations.ScheduleBook;
import dev.tieout.operations.ScheduledJob;
import org.jspecify.annotations.Nullable;

/** The jobs as they were last taken up, by this process or another one. */
final class TakenUpJobs {

	private final ScheduleBook book;

	private final Speech speech;

	private final Map<String, Reading> readings = new TreeMap<>();

	/**
	 * What {@code notify} said when this process started: another text takes a restart.
	 */
	private @Nullable Map<String, Optional<Notification>> atStart;

	TakenUpJobs(ScheduleBook book, Speech speech) {
		this.book = book;
		this.speech = speech;
	}

	/** Reads what has been taken up since. */
	synchronized void read() {
		List<ScheduledJob> jobs = this.book.jobs();
		this.readings.keySet().retainAll(jobs.stream().map(ScheduledJob::name).toList());
		for (ScheduledJob job : jobs) {
			Reading former = this.readings.get(job.name());
			if (former == null || !former.isOf(job)) {
				this.readings.put(job.name(), read(job));
			}
		}
		if (this.atStart == null) {
			Map<String, Optional<Notification>> now = new HashMap<>();
			all().forEach((job) -> now.put(job.name(), job.notification()));
			this.atStart = now;
		}
	}

	private Reading read(ScheduledJob taken) {
		try {
			JobFile job = taken.read();
			if (this.atStart != null
					&& !this.atStart.getOrDefault(job.name(), Optional.empty()).equals(job.notification())) {
				this.speech.say(job.name() + ": what its notify says takes a restart of this process.");
			}
			return new Reading(taken, Optional.of(job));
		}
		catch (ConfigurationException ex) {
			this.speech.say(String.valueOf(ex.getMessage()));
			this.speech.say(taken.name() + ": was taken up by another process, but cannot be used by this one.");
			return new Reading(taken, Optional.empty());
		}
	}

	/** The jobs by name. */
	synchronized List<JobFile> all() {
		return this.readings.values().stream().flatMap((reading) -> reading.job().stream()).toList();
	}

	/** The names of those that this process cannot use. */
	synchronized List<String> unreadable() {
		List<String> names = new ArrayList<>();
		this.readings.forEach((name, reading) -> {
			if (reading.job().isEmpty()) {
				names.add(name);
			}
		});
		return names;
	}

	synchronized Optional<JobFile> find(String name) {
		return Optional.ofNullable(this.readings.get(name)).flatMap(Reading::job);
	}

	private record Reading(ScheduledJob taken, Optional<JobFile> job) {

		boolean isOf(ScheduledJob other) {
			return this.taken.path().equals(other.path()) && this.taken.jobText().equals(other.jobText())
					&& this.taken.programText().equals(other.programText());
		}

	}

}
