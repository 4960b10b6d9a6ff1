package dev.tieout.audit;

import java.util.List;

/**
 * A run with its steps.
 *
 * @param header what the run was
 * @param files what it read
 * @param steps in the order in which they were started
 */
public record RunDetail(RunHeader header, List<RunFile> files, List<StepLine> steps) {

	public RunDetail {
		files = List.copyOf(files);
		steps = List.copyOf(steps);
	}

	/**
	 * Returns the steps as a table.
	 * @return one row an execution of a step
	 */
	public TextTable stepTable() {
		TextTable table = new TextTable(TextTable.Column.text("step"), TextTable.Column.text("status"),
				TextTable.Column.number("read"), TextTable.Column.number("written"), TextTable.Column.number("commits"),
				TextTable.Column.number("seconds"), TextTable.Column.number("per second"),
				TextTable.Column.text("message"));
		for (StepLine step : this.steps) {
			table.row(step.name(), step.status(), step.read(), step.written(), step.commits(),
					step.duration().map(Runs::seconds).orElse(""), step.rate().map(String::valueOf).orElse(""),
					step.message());
		}
		return table;
	}

}
