package dev.tieout.operations;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The command {@code run}.
 *
 * @param jobs the directory of job files
 * @param job a job's name or a job file's path
 * @param businessDate yesterday in the program's zone if empty
 * @param without files to leave out, by base name or path
 * @param reread files to read although their bytes are known
 * @param restate whether changes beyond the restatement limit may be posted
 * @param reason why, where {@code restate}; else empty
 */
public record RunRequest(Path jobs, String job, Optional<LocalDate> businessDate, List<String> without,
		List<String> reread, boolean restate, String reason) {

}
