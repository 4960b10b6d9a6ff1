package dev.tieout.configuration;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A job file, read together with its program (jobs.md, A job file).
 *
 * @param name what the job is called on the command line
 * @param description for people; may be blank
 * @param path where the file stands: relative paths in it start from there
 * @param text what it says, to be pinned by a run; references to the environment are
 * unresolved in it
 * @param program the program
 * @param schedule absent = only on demand
 * @param inputs what it reads
 * @param reports what it writes
 * @param notification whom to tell
 * @param tuning how it uses the machine
 */
public record JobFile(String name, String description, Path path, String text, ProgramFile program,
		Optional<Schedule> schedule, Inputs inputs, Reports reports, Optional<Notification> notification,
		Tuning tuning) {

	/**
	 * Reads a job file and the program it names.
	 * @param path the job file
	 * @return the job
	 * @throws ConfigurationException with everything that is wrong with either
	 */
	public static JobFile read(Path path) {
		return read(path, Environment.PROCESS);
	}

	static JobFile read(Path path, Environment environment) {
		Source source = Source.of(path.toString(), environment);
		Optional<String> text = TextFile.read(path, source);
		return text.flatMap((yaml) -> new JobReader(yaml, path, source, ProgramFile::read).read())
			.orElseThrow(source::exception);
	}

	/**
	 * Reads a job from the texts that a run has pinned.
	 * @param text what the job file said
	 * @param path where it stood
	 * @param programText what the program file said
	 * @return the job
	 * @throws ConfigurationException with everything that is wrong with either
	 */
	public static JobFile parse(String text, Path path, String programText) {
		return parse(text, path, programText, Environment.PROCESS);
	}

	static JobFile parse(String text, Path path, String programText, Environment environment) {
		Source source = Source.of(path.toString(), environment);
		return new JobReader(text, path, source, (file, name) -> ProgramFile.parse(programText, file, name)).read()
			.orElseThrow(source::exception);
	}

	/**
	 * Returns the zone of the job's times, dates and periods.
	 * @return the program's
	 */
	public ZoneId zone() {
		return this.program.program().zone();
	}

	/**
	 * Returns what is allowed but probably not meant: a start time that daylight saving
	 * skips on some day.
	 * @param now from when on to look
	 * @return one line for each, for people
	 */
	public List<String> warnings(Instant now) {
		return this.schedule
			.flatMap((when) -> SkippedTimes.first(when.cron(), this.program.program().zone(), now)
				.map((skipped) -> new Problem(this.path.toString(), 0, "schedule.cron", when.cron(),
						"means a time that daylight saving skips, next " + skipped.toLocalDate() + " "
								+ skipped.toLocalTime() + " in " + this.program.program().zone(),
						"a time that every day has")
					.message()))
			.stream()
			.toList();
	}

}
