package dev.tieout.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.tieout.audit.TextTable.Column;

/**
 * A run with its steps.
 *
 * @param header what the run was
 * @param life whether it is being worked on
 * @param files what it read
 * @param steps in the order in which they were started
 * @param workers what each file and each worker of the steps did
 */
public record RunDetail(RunHeader header, RunLife life, List<RunFile> files, List<RunStep> steps,
		List<StepLine> workers) {

	public RunDetail {
		files = List.copyOf(files);
		steps = List.copyOf(steps);
		workers = List.copyOf(workers);
	}

	/**
	 * Returns the steps as a table.
	 * @return one row an execution of a step; its number only where there are several
	 */
	public TextTable stepTable() {
		boolean resumed = this.steps.stream().anyMatch((step) -> step.execution() > 1);
		List<Column> columns = new ArrayList<>();
		if (resumed) {
			columns.add(Column.number("execution"));
		}
		columns.addAll(List.of(Column.text("step"), Column.text("state"), Column.number("done"), Column.text("of what"),
				Column.number("seconds"), Column.number("per second"), Column.text("left"), Column.text("message")));
		TextTable table = new TextTable(columns.toArray(Column[]::new));
		for (RunStep step : this.steps) {
			List<Object> cells = new ArrayList<>();
			if (resumed) {
				cells.add(step.execution());
			}
			cells.addAll(List.of(step.name(), step.state().word(), step.unit().isEmpty() ? "" : count(step.done()),
					step.unit(), step.took().map(Runs::seconds).orElse(""),
					step.rate().map(RunDetail::count).orElse(""), left(step), step.message()));
			table.row(cells.toArray());
		}
		return table;
	}

	/**
	 * Returns what files and workers did as a table.
	 * @return one row an execution of a part of a step
	 */
	public TextTable workerTable() {
		TextTable table = new TextTable(Column.number("execution"), Column.text("step"), Column.text("part"),
				Column.text("state"), Column.number("read"), Column.number("written"), Column.number("commits"),
				Column.number("seconds"), Column.number("per second"), Column.text("message"));
		for (StepLine line : this.workers) {
			table.row(line.execution(), line.name(), line.part().orElse(""), line.state().word(), count(line.read()),
					count(line.written()), count(line.commits()), line.duration().map(Runs::seconds).orElse(""),
					line.rate().map(RunDetail::count).orElse(""), line.message());
		}
		return table;
	}

	private static String left(RunStep step) {
		String part = step.part().map((share) -> Math.round(Math.floor(share * 100)) + "% done").orElse("");
		return part + step.left().map((left) -> ", " + seconds(left) + " left").orElse("");
	}

	private static String seconds(Duration left) {
		long seconds = Math.max(1, left.toSeconds());
		return (seconds < 90) ? seconds + " s" : Math.round(seconds / 60.0) + " min";
	}

	private static String count(long number) {
		return String.format(Locale.ROOT, "%,d", number);
	}

}
