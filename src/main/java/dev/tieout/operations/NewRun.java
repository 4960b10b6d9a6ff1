package dev.tieout.operations;

import java.time.LocalDate;
import java.util.Optional;

import dev.tieout.configuration.JobFile;
import dev.tieout.job.OrderRange;
import dev.tieout.job.RunKind;

/**
 * What a run is registered with, beside what the job file says.
 *
 * @param kind what it is there for
 * @param job the job file as it is now
 * @param businessDate labels the run and its entries
 * @param range the orders that a rerun is about
 * @param dryRun whether it ends before it posts
 * @param restate whether changes beyond the restatement limit may be posted
 * @param reason why, where the command asks for it; else empty
 * @param filesWaiting how many new files a rerun leaves to the next run
 */
record NewRun(RunKind kind, JobFile job, LocalDate businessDate, Optional<OrderRange> range, boolean dryRun,
		boolean restate, String reason, Optional<Integer> filesWaiting) {

	static NewRun of(JobFile job, RunRequest request, LocalDate businessDate) {
		return new NewRun(RunKind.RUN, job, businessDate, Optional.empty(), false, request.restate(), request.reason(),
				Optional.empty());
	}

}
