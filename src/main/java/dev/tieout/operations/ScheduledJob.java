package dev.tieout.operations;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import dev.tieout.configuration.JobFile;

/**
 * A job with a schedule as it was last taken up: what its firings run, whatever its file
 * says now.
 *
 * @param name the job's name
 * @param path the job file, absolute
 * @param jobText what the job file said
 * @param programText what its program file said
 * @param takenUpAt when that was
 * @param problem what is wrong with the files now, one line each
 * @param problemSince since when
 */
public record ScheduledJob(String name, Path path, String jobText, String programText, Instant takenUpAt,
		Optional<String> problem, Optional<Instant> problemSince) {

	/**
	 * Reads the texts.
	 * @return the job
	 * @throws dev.tieout.configuration.ConfigurationException if this process lacks what
	 * they refer to, such as a variable of the environment
	 */
	public JobFile read() {
		return JobFile.parse(this.jobText, this.path, this.programText);
	}

}
