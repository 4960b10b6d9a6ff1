package dev.tieout.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import dev.tieout.audit.PrintableText;
import dev.tieout.audit.TextTable;
import dev.tieout.operations.ScheduleLine;

@Command(name = "schedule", header = "Show the jobs: their next and last times, and what they came to.",
		description = "Times are in the program's zone. A job starts by itself only while a process serves: tieout serve.",
		footerHeading = "%nExample:%n", footer = "  tieout schedule")
final class ScheduleCommand implements Callable<Integer> {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

	private final Workplace workplace;

	@Mixin
	private JsonOption json = new JsonOption();

	ScheduleCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		try (Desk desk = this.workplace.desk()) {
			Console console = this.workplace.console();
			List<ScheduleLine> lines = desk.schedule().of(this.workplace.jobs());
			this.json.print(console, lines, () -> text(lines, console.tableWidth()));
			return ExitCode.DONE.number();
		}
	}

	private static String text(List<ScheduleLine> lines, int width) {
		if (lines.isEmpty()) {
			return "No job files here.\n";
		}
		TextTable table = new TextTable(TextTable.Column.text("job"), TextTable.Column.text("next"),
				TextTable.Column.text("last"), TextTable.Column.text("zone"), TextTable.Column.text("came to"),
				TextTable.Column.text("trouble"), TextTable.Column.text("file"));
		lines.forEach((line) -> table.row(line.job(), next(line), time(line.last(), line), zone(line), outcome(line),
				trouble(line), line.problems().isEmpty() ? "good" : "see below"));
		return table.render(width) + lines.stream().map(ScheduleCommand::below).collect(Collectors.joining());
	}

	private static String next(ScheduleLine line) {
		if (line.cron().isEmpty()) {
			return line.problems().isEmpty() ? "on demand" : "";
		}
		return line.next().isEmpty() ? "none to come" : time(line.next(), line);
	}

	private static String time(Optional<Instant> time, ScheduleLine line) {
		return time.map((at) -> at.atZone(line.zone().orElse(ZoneOffset.UTC)).format(TIME)).orElse("");
	}

	private static String zone(ScheduleLine line) {
		return line.zone().map(ZoneId::getId).orElse("");
	}

	private static String outcome(ScheduleLine line) {
		return line.lastRun()
			.map((last) -> last.run().map((run) -> "run " + run + " ").orElse("") + last.outcome() + " "
					+ time(Optional.of(last.at()), line))
			.orElse("");
	}

	private static String trouble(ScheduleLine line) {
		return ((line.late().isPresent() ? "late " : "") + (line.isMissing() ? "missing" : "")).strip();
	}

	/** What does not fit into a row. */
	private static String below(ScheduleLine line) {
		StringBuilder text = new StringBuilder();
		line.lastRun()
			.filter((last) -> !last.outcome().equals("COMPLETED"))
			.flatMap(ScheduleLine.LastRun::detail)
			.ifPresent((detail) -> add(text, line.job() + ": " + detail));
		line.late().ifPresent((late) -> add(text, late.sentence()));
		line.problems().forEach((problem) -> add(text, problem));
		if (!line.problems().isEmpty() && line.takenUpAt().isPresent()) {
			add(text, line.job() + ": goes on with what was taken up " + time(line.takenUpAt(), line) + ".");
		}
		return text.toString();
	}

	private static void add(StringBuilder text, String sentences) {
		text.append('\n');
		sentences.lines().forEach((line) -> text.append(PrintableText.of(line)).append('\n'));
	}

}
