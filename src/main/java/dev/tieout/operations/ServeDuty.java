package dev.tieout.operations;

import java.util.List;
import java.util.function.Consumer;

import dev.tieout.configuration.JobFile;

/**
 * What a serving process does beside starting jobs. Every bean of this type is called; a
 * duty that throws is reported and called again the next time.
 */
public interface ServeDuty {

	/**
	 * Called each minute.
	 * @param jobs the jobs with a schedule as they were last taken up
	 * @param say takes a line for the people who watch this process, without addresses
	 */
	default void minute(List<JobFile> jobs, Consumer<String> say) {
	}

	/**
	 * Called when a firing has come to its end in this process, after that is on record.
	 * @param job the job as {@link #minute} has it
	 * @param firing what became of it
	 * @param say takes a line for the people who watch this process, without addresses
	 */
	default void ended(JobFile job, FiringResult firing, Consumer<String> say) {
	}

}
