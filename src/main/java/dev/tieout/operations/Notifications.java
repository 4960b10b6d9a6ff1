package dev.tieout.operations;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.tieout.configuration.JobFile;
import dev.tieout.configuration.Notification;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What jobs' {@code notify} says. While serving it is what it said at the start: a job
 * file is taken up when it changes, and whoever may change one must not thereby be able
 * to start programs in a process that runs with others' rights.
 */
@Component
public final class Notifications {

	private volatile @Nullable Map<String, Optional<Notification>> fixed;

	/**
	 * Keeps what the jobs say now, until the process ends. Jobs that come later notify
	 * nobody.
	 * @param jobs all jobs
	 */
	public void fix(Collection<JobFile> jobs) {
		this.fixed = jobs.stream().collect(Collectors.toUnmodifiableMap(JobFile::name, JobFile::notification));
	}

	Optional<Notification> of(JobFile job) {
		Map<String, Optional<Notification>> kept = this.fixed;
		return (kept != null) ? kept.getOrDefault(job.name(), Optional.empty()) : job.notification();
	}

}
