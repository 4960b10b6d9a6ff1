package dev.tieout.audit.file;

import java.util.List;
import java.util.Locale;

/**
 * Horizontal bars as inline SVG. Positions are given in percent of the width, so that
 * letters keep their size on any screen; each bar's value stands beside it in words, and
 * bars differ by pattern, not only by colour.
 */
final class BarChart {

	private static final int ROW = 40;

	private static final int BAR = 12;

	private BarChart() {
	}

	/** The patterns' definitions, once a page. */
	static String patterns() {
		StringBuilder patterns = new StringBuilder();
		patterns.append("<svg class=\"patterns\" aria-hidden=\"true\" width=\"0\" height=\"0\"><defs>");
		for (Fill fill : Fill.values()) {
			patterns.append("<pattern id=\"")
				.append(fill.id())
				.append("\" width=\"6\" height=\"6\" patternUnits=\"")
				.append("userSpaceOnUse\"")
				.append(fill.transform)
				.append('>')
				.append(fill.marks)
				.append("</pattern>");
		}
		return patterns.append("</defs></svg>").toString();
	}

	static void append(Html html, String id, String title, String description, List<Bar> bars) {
		start(html, id, title, description, bars.size() * ROW);
		for (int i = 0; i < bars.size(); i++) {
			append(html, bars.get(i), i * ROW);
		}
		html.markup("</svg>");
	}

	/** Bars of which each second one belongs to the one above it and has no words. */
	static void appendPairs(Html html, String id, String title, String description, List<Bar> bars) {
		int row = ROW + BAR + 4;
		start(html, id, title, description, bars.size() / 2 * row);
		for (int i = 0; i + 1 < bars.size(); i += 2) {
			append(html, bars.get(i), i / 2 * row);
			rectangle(html, bars.get(i + 1), i / 2 * row + 21 + BAR + 3);
		}
		html.markup("</svg>");
	}

	private static void start(Html html, String id, String title, String description, int height) {
		html.markup("<svg class=\"chart\" role=\"img\" width=\"100%\" height=\"" + height + "\" aria-labelledby=\"" + id
				+ "-title " + id + "-desc\">");
		html.markup("<title id=\"" + id + "-title\">").text(title).markup("</title>");
		html.markup("<desc id=\"" + id + "-desc\">").text(description).markup("</desc>");
	}

	private static void append(Html html, Bar bar, int top) {
		int text = top + 15;
		int rectangle = top + 21;
		html.markup("<text class=\"label\" x=\"0\" y=\"" + text + "\">").text(bar.label()).markup("</text>");
		html.markup("<text class=\"value\" x=\"100%\" y=\"" + text + "\" text-anchor=\"end\">")
			.text(bar.value())
			.markup("</text>");
		rectangle(html, bar, rectangle);
	}

	private static void rectangle(Html html, Bar bar, int rectangle) {
		html.markup("<rect class=\"track\" x=\"0\" y=\"" + rectangle + "\" width=\"100%\" height=\"" + BAR + "\"/>");
		html.markup("<rect class=\"bar\" x=\"0\" y=\"" + rectangle + "\" width=\""
				+ String.format(Locale.ROOT, "%.2f",
						(bar.share() == 0) ? 0 : Math.min(100, Math.max(0.3, 100 * bar.share())))
				+ "%\" height=\"" + BAR + "\" fill=\"url(#" + bar.fill().id() + ")\"/>");
	}

	static String swatch(Fill fill) {
		return "<svg class=\"swatch\" aria-hidden=\"true\" width=\"18\" height=\"12\"><rect class=\"bar\" width=\"18\" "
				+ "height=\"12\" fill=\"url(#" + fill.id() + ")\"/></svg>";
	}

	/**
	 * A bar.
	 *
	 * @param label what it stands for
	 * @param value in words, with unit
	 * @param share its length, 0 to 1
	 * @param fill its pattern
	 */
	record Bar(String label, String value, double share, Fill fill) {
	}

	/** Patterns that can be told apart in black and white. */
	enum Fill {

		SOLID("", "<rect class=\"ink\" width=\"6\" height=\"6\"/>"),

		DENSE("", "<rect class=\"wash\" width=\"6\" height=\"6\"/><circle class=\"ink\" cx=\"3\" cy=\"3\" r=\"2\"/>"),

		CROSSED(" patternTransform=\"rotate(45)\"",
				"<rect class=\"wash\" width=\"6\" height=\"6\"/><path class=\"line\" d=\"M0 0H6M0 0V6\"/>"),

		DIAGONAL(" patternTransform=\"rotate(45)\"",
				"<rect class=\"wash\" width=\"6\" height=\"6\"/><path class=\"line\" d=\"M0 0V6\"/>"),

		DOTTED("", "<rect class=\"wash\" width=\"6\" height=\"6\"/><circle class=\"ink\" cx=\"2\" cy=\"2\" r=\"1\"/>"),

		EMPTY("", "<rect class=\"wash\" width=\"6\" height=\"6\"/>");

		private final String transform;

		private final String marks;

		Fill(String transform, String marks) {
			this.transform = transform;
			this.marks = marks;
		}

		String id() {
			return "fill-" + name().toLowerCase(Locale.ROOT);
		}

	}

}
