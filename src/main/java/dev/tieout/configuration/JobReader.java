package dev.tieout.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import org.quartz.CronExpression;

/** Reads "A job file" of jobs.md. */
final class JobReader {

	static final Kind<String> CRON = Kind.of("a Quartz cron expression",
			"seconds, minutes, hours, day of month, month, day of week, one of the two days '?', such as \"0 30 4 * * ?\"",
			(text) -> Optional.of(text).filter(CronExpression::isValidExpression));

	private static final Kind<Misfire> MISFIRE = Kind.word("an answer to a missed time", Misfire.class);

	private static final Kind<ReportFormat> FORMAT = Kind.word("a report format", ReportFormat.class);

	private static final Kind<NotificationCause> CAUSE = Kind.word("a cause", NotificationCause.class);

	private final String text;

	private final Path path;

	private final Source source;

	private final BiFunction<Path, String, ProgramFile> programs;

	JobReader(String text, Path path, Source source, BiFunction<Path, String, ProgramFile> programs) {
		this.text = text;
		this.path = path;
		this.source = source;
		this.programs = programs;
	}

	/** Returns the job, or empty where problems have been noted. */
	Optional<JobFile> read() {
		return YamlText.read(this.text, this.source).flatMap(this::read);
	}

	private Optional<JobFile> read(Section root) {
		String name = root.required("job", Kinds.NAME, "");
		String description = root.value("description", Kinds.TEXT.orEmptyAs(""), "");
		Optional<ProgramFile> program = program(root);
		Optional<Schedule> schedule = root.find("schedule").map(Section::of).map(JobReader::schedule);
		root.requireKey("inputs", "a section that says what to read");
		Inputs inputs = new InputsReader(root.section("inputs"), directory()).read();
		Reports reports = reports(root.section("reports"));
		Optional<Notification> notification = root.find("notify").map(Section::of).map(JobReader::notification);
		Tuning tuning = tuning(root.section("tuning"));
		root.noOthers();
		if (this.source.hasProblems()) {
			return Optional.empty();
		}
		return program.map((file) -> new JobFile(name, description, this.path, this.text, file, schedule, inputs,
				reports, notification, tuning));
	}

	private Path directory() {
		Path parent = this.path.getParent();
		return (parent != null) ? parent : Path.of("");
	}

	private Optional<ProgramFile> program(Section root) {
		root.requireKey("program", "the path of a program file");
		Optional<SecretText> file = root.find("program")
			.filter((setting) -> setting.as(Kinds.PATH).isPresent())
			.flatMap((setting) -> setting.text(Kinds.PATH.expected()));
		if (file.isEmpty()) {
			return Optional.empty();
		}
		Path path = directory().resolve(file.get().value()).normalize();
		Path name = directory().resolve(file.get().written()).normalize();
		try {
			return Optional.of(this.programs.apply(path, name.toString()));
		}
		catch (ConfigurationException ex) {
			this.source.addAll(ex.problems());
			return Optional.empty();
		}
	}

	private static Schedule schedule(Section schedule) {
		Schedule read = new Schedule(schedule.required("cron", CRON, ""),
				schedule.value("misfire", MISFIRE, Misfire.RUN_ONCE), schedule.optional("late-after", Kinds.TIME));
		schedule.noOthers();
		return read;
	}

	private Reports reports(Section reports) {
		Path directory = directory().resolve(reports.value("directory", Kinds.PATH, "../reports")).normalize();
		List<ReportFormat> formats = reports.valuesOr("formats", FORMAT, List.of(ReportFormat.HTML, ReportFormat.CSV));
		Reports read = new Reports(directory, new HashSet<>(formats),
				reports.value("mask-customers", Kinds.BOOLEAN, false),
				reports.value("keep-days", Kind.number(1, 36_500), 400));
		reports.noOthers();
		return read;
	}

	private static Notification notification(Section notify) {
		notify.requireKey("on", "a list with at least one value, " + CAUSE.expected());
		Set<NotificationCause> on = EnumSet.noneOf(NotificationCause.class);
		on.addAll(notify.valuesOr("on", CAUSE, List.of()));
		List<SecretText> command = new ArrayList<>();
		String expected = "a program and its arguments, such as [/usr/local/bin/page-someone, --urgent]";
		for (Setting argument : notify.requiredItems("command", expected)) {
			argument.text("text").ifPresent(command::add);
		}
		Duration timeout = notify.value("timeout", Kinds.DURATION, Duration.ofSeconds(10));
		notify.noOthers();
		return new Notification(on, command, timeout);
	}

	private static Tuning tuning(Section tuning) {
		int cores = Runtime.getRuntime().availableProcessors();
		Tuning read = new Tuning(tuning.value("chunk-size", Kind.number(1, 5_000), 5_000),
				tuning.value("partitions", Kind.number(1, 256), Math.min(cores, 256)),
				tuning.value("wait-minutes", Kind.number(0, 1_440), 30));
		tuning.noOthers();
		return read;
	}

}
