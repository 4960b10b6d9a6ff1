package dev.tieout.audit;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * The history of runs.
 *
 * @param lines the newest first
 */
public record Runs(List<RunLine> lines) {

	public Runs {
		lines = List.copyOf(lines);
	}

	/**
	 * Returns the runs as a table, timestamps in UTC.
	 * @return one row a run
	 */
	public TextTable table() {
		TextTable table = new TextTable(TextTable.Column.number("run"), TextTable.Column.text("job"),
				TextTable.Column.text("kind"), TextTable.Column.text("dates"), TextTable.Column.text("state"),
				TextTable.Column.text("started at"), TextTable.Column.number("seconds"),
				TextTable.Column.text("operator"), TextTable.Column.text("remark"));
		for (RunLine line : this.lines) {
			table.row(line.number(), line.job(), line.kind(),
					line.range().map(DateRange::toString).orElse(line.businessDate().toString()), line.state(),
					line.startedAt().truncatedTo(ChronoUnit.SECONDS),
					line.endedAt().map((end) -> seconds(Duration.between(line.startedAt(), end))).orElse(""),
					line.operator(), line.remark().isEmpty() ? firstLine(line) : line.remark());
		}
		return table;
	}

	private static String firstLine(RunLine line) {
		return line.error().flatMap((error) -> error.lines().findFirst()).orElse("");
	}

	static String seconds(Duration duration) {
		return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
	}

}
