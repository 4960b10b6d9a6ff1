package dev.tieout.audit.file;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import dev.tieout.attribution.Reason;
import dev.tieout.audit.ControlTotal;
import dev.tieout.audit.DecisionTotal;
import dev.tieout.audit.RunFile;
import dev.tieout.audit.RunSummary;

/** An equation of rules.md 9 with the whole run's numbers in it. */
final class EquationNumbers {

	private EquationNumbers() {
	}

	static String of(int equation, RunSummary summary) {
		return switch (equation) {
			case 1 -> records(summary.files());
			case 2 -> orders(summary);
			case 3 ->
				Figures.plural(summary.entriesPosted(), "entry", "entries") + ", " + Figures.totals(summary.posted());
			default ->
				places(summary.controlTotals().stream().filter((total) -> total.equation() == equation).toList());
		};
	}

	private static String records(List<RunFile> files) {
		return sum(files, RunFile::records) + " = " + sum(files, RunFile::accepted) + " + "
				+ sum(files, RunFile::unchanged) + " + " + sum(files, RunFile::rejected);
	}

	private static String sum(List<RunFile> files, ToLongFunction<RunFile> number) {
		return Figures.number(files.stream().mapToLong(number).sum());
	}

	private static String orders(RunSummary summary) {
		long credited = summary.decisions()
			.stream()
			.filter((total) -> total.reason() == Reason.CREDITED)
			.mapToLong(DecisionTotal::orders)
			.sum();
		return Figures.number(summary.ordersJudged()) + " = " + Figures.number(credited) + " credited + "
				+ Figures.number(summary.ordersJudged() - credited) + " not";
	}

	private static String places(List<ControlTotal> totals) {
		return sum(totals, ControlTotal::found) + " of " + sum(totals, ControlTotal::expected);
	}

	private static String sum(List<ControlTotal> totals, Function<ControlTotal, BigDecimal> side) {
		return Figures.number(totals.stream().map(side).reduce(BigDecimal.ZERO, BigDecimal::add));
	}

}
