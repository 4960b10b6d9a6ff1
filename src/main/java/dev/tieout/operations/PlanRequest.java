package dev.tieout.operations;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * The command {@code plan}.
 *
 * @param jobs the directory of job files
 * @param job a job's name or a job file's path
 * @param from the first day of the orders to judge again, in the program's zone
 * @param to the last day, included
 * @param out where the plan's document is to be written
 * @param wholeCustomers whether differences of the same customers' other orders are to be
 * posted too
 */
public record PlanRequest(Path jobs, String job, LocalDate from, LocalDate to, Path out, boolean wholeCustomers) {

}
