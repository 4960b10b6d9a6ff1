package dev.tieout.audit.file;

import java.util.List;
import java.util.Locale;

import dev.tieout.audit.file.BarChart.Fill;

/**
 * Vertical columns over time as inline SVG; what is below zero hangs down and is hatched.
 */
final class ColumnChart {

	private static final int TOP = 24;

	private static final int PLOT = 130;

	private static final int HEIGHT = TOP + PLOT + 26;

	private ColumnChart() {
	}

	static void append(Html html, String id, String title, String description, List<Bar> columns) {
		double highest = columns.stream().mapToDouble(Bar::value).max().orElse(0);
		double lowest = Math.min(0, columns.stream().mapToDouble(Bar::value).min().orElse(0));
		double span = Math.max(0, highest) - lowest;
		double zero = (span == 0) ? TOP + PLOT : TOP + PLOT * Math.max(0, highest) / span;
		html.markup("<svg class=\"chart\" role=\"img\" width=\"100%\" height=\"" + HEIGHT + "\" aria-labelledby=\"" + id
				+ "-title " + id + "-desc\">");
		html.markup("<title id=\"" + id + "-title\">").text(title).markup("</title>");
		html.markup("<desc id=\"" + id + "-desc\">").text(description).markup("</desc>");
		double slot = 100.0 / columns.size();
		for (int i = 0; i < columns.size(); i++) {
			column(html, columns.get(i).value(), i * slot, slot, (span == 0) ? 0 : PLOT / span, zero);
		}
		html.markup("<rect class=\"axis\" x=\"0\" y=\"" + decimal(zero) + "\" width=\"100%\" height=\"1\"/>");
		label(html, "0", 12, "start", "Highest: " + highest(columns));
		label(html, "0", HEIGHT - 6, "start", columns.get(0).label());
		if (columns.size() > 1) {
			label(html, "100%", HEIGHT - 6, "end", columns.get(columns.size() - 1).label());
		}
		html.markup("</svg>");
	}

	private static void column(Html html, double value, double left, double slot, double scale, double zero) {
		if (value == 0) {
			return;
		}
		double height = Math.max(1, Math.abs(value) * scale);
		html.markup("<rect class=\"bar\" x=\"" + decimal(left + slot * 0.12) + "%\" y=\""
				+ decimal((value > 0) ? zero - height : zero) + "\" width=\"" + decimal(slot * 0.76) + "%\" height=\""
				+ decimal(height) + "\" fill=\"url(#" + ((value > 0) ? Fill.SOLID : Fill.DIAGONAL).id() + ")\"/>");
	}

	private static void label(Html html, String x, int y, String anchor, String text) {
		html.markup("<text class=\"value\" x=\"" + x + "\" y=\"" + y + "\" text-anchor=\"" + anchor + "\">")
			.text(text)
			.markup("</text>");
	}

	private static String highest(List<Bar> columns) {
		Bar highest = columns.get(0);
		for (Bar column : columns) {
			if (column.value() > highest.value()) {
				highest = column;
			}
		}
		return highest.words() + ", " + highest.label();
	}

	private static String decimal(double number) {
		return String.format(Locale.ROOT, "%.2f", number);
	}

	/**
	 * A column.
	 *
	 * @param label when
	 * @param words its value with unit
	 * @param value its height
	 */
	record Bar(String label, String words, double value) {
	}

}
