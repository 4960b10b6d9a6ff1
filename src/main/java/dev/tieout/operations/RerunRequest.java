package dev.tieout.operations;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * The command {@code rerun}.
 *
 * @param jobs the directory of job files
 * @param job a job's name or a job file's path
 * @param from the first day of the orders to judge again, in the program's zone
 * @param to the last day, included
 * @param reason why
 * @param dryRun whether only to show what would be posted
 * @param wholeCustomers whether differences of the same customers' other orders are
 * posted too
 */
public record RerunRequest(Path jobs, String job, LocalDate from, LocalDate to, String reason, boolean dryRun,
		boolean wholeCustomers) {

}
