package dev.tieout.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A job file as it stands in the directory, good or not.
 *
 * @param name the job's name; the file's where that cannot be read
 * @param path the file
 * @param job the job, or empty where something is wrong with it
 * @param problems what is wrong with it; empty where there is a job
 */
public record FoundJob(String name, Path path, Optional<JobFile> job, List<Problem> problems) {

	public FoundJob {
		problems = List.copyOf(problems);
	}

	/**
	 * Returns this job with something wrong with it.
	 * @param problem what
	 * @return a job that cannot be used
	 */
	public FoundJob with(Problem problem) {
		return new FoundJob(this.name, this.path, Optional.empty(), List.of(problem));
	}

}
