package dev.tieout.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures of several rounds under their names; a table of their medians. */
final class Figures {

	private final Map<String, List<Double>> figures = new LinkedHashMap<>();

	void add(String name, double value) {
		this.figures.computeIfAbsent(name, (key) -> new ArrayList<>()).add(value);
	}

	static double median(List<Double> values) {
		List<Double> sorted = values.stream().sorted().toList();
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

	/** A row a figure: median, least and most. */
	String table() {
		StringBuilder table = new StringBuilder("%-44s %12s %12s %12s%n".formatted("", "median", "least", "most"));
		this.figures.forEach((name,
				values) -> table.append("%-44s %12s %12s %12s%n".formatted(name, text(median(values)),
						text(values.stream().mapToDouble(Double::doubleValue).min().orElse(0)),
						text(values.stream().mapToDouble(Double::doubleValue).max().orElse(0)))));
		return table.toString();
	}

	private static String text(double value) {
		return String.format(Locale.ROOT, (value >= 1000) ? "%,.0f" : "%.2f", value);
	}

}
