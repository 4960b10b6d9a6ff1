package dev.tieout.job;

import java.time.Instant;
import java.time.LocalDate;

import dev.tieout.configuration.JobFile;
import dev.tieout.identity.Timestamps;
import dev.tieout.program.Program;

/**
 * What a run was registered with. A restart uses this and nothing else.
 *
 * @param number the run's number
 * @param job the job file as it was
 * @param edition the number of the program's edition
 * @param businessDate what labels the run and dates what carries no date
 * @param chunkSize records, or customers, per transaction
 * @param partitions how many workers read and judge
 * @param restate whether the operator has agreed to change what earlier runs posted
 * @param lockToken what the run holds the program's lock with
 */
public record PinnedRun(int number, JobFile job, int edition, LocalDate businessDate, int chunkSize, int partitions,
		boolean restate, long lockToken) {

	/**
	 * Returns the program as it was registered.
	 * @return the program
	 */
	public Program rules() {
		return this.job.program().program();
	}

	/**
	 * Returns the first instant of the business date.
	 * @return in the program's zone
	 */
	public Instant startOfBusinessDate() {
		return Timestamps.startOfDay(this.businessDate, rules().zone());
	}

}
