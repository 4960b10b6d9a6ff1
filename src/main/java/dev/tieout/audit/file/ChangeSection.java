package dev.tieout.audit.file;

import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import dev.tieout.attribution.Reason;
import dev.tieout.audit.DecisionTotal;
import dev.tieout.audit.FormerRun;
import dev.tieout.audit.RunReport;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.Total;
import dev.tieout.audit.file.BarChart.Bar;
import dev.tieout.audit.file.BarChart.Fill;
import dev.tieout.audit.file.HtmlTable.Column;

/** What is otherwise than in the run before. */
final class ChangeSection {

	private ChangeSection() {
	}

	static void append(Html html, RunReport report) {
		html.markup("<section id=\"change\"><h2>Against the last run</h2>");
		Optional<FormerRun> last = report.last();
		if (last.isEmpty()) {
			html.markup("<p>No earlier run of this job has posted, so there is nothing to compare with.</p></section>");
			return;
		}
		html.markup("<p>")
			.text("Compared with run " + last.get().number() + " of " + last.get().businessDate()
					+ ", the last one of this job that posted.")
			.markup("</p>");
		Map<Reason, Long> now = orders(report.summary().decisions());
		Map<Reason, Long> then = orders(last.get().decisions());
		Set<Reason> reasons = new TreeSet<>(now.keySet());
		reasons.addAll(then.keySet());
		if (!reasons.isEmpty()) {
			chart(html, reasons, now, then);
		}
		table(html, report.summary(), last.get(), reasons, now, then);
		html.markup("</section>");
	}

	private static Map<Reason, Long> orders(List<DecisionTotal> decisions) {
		Map<Reason, Long> orders = new EnumMap<>(Reason.class);
		decisions.forEach((total) -> orders.merge(total.reason(), total.orders(), Long::sum));
		return orders;
	}

	private static void chart(Html html, Set<Reason> reasons, Map<Reason, Long> now, Map<Reason, Long> then) {
		long longest = reasons.stream()
			.mapToLong((reason) -> Math.max(of(now, reason), of(then, reason)))
			.max()
			.orElse(1);
		List<Bar> bars = new ArrayList<>();
		for (Reason reason : reasons) {
			long difference = of(now, reason) - of(then, reason);
			bars.add(new Bar(reason.name(),
					Figures.plural(of(now, reason), "order", "orders") + ", "
							+ ((difference == 0) ? "as before" : Figures.signed(difference)),
					share(of(now, reason), longest), Fill.SOLID));
			bars.add(new Bar("", "", share(of(then, reason), longest), Fill.EMPTY));
		}
		html.markup("<figure><figcaption>Orders by reason, in number of orders, this run above the last one")
			.markup("</figcaption>");
		BarChart.appendPairs(html, "change", "Orders by reason against the last run",
				"Pairs of horizontal bars, this run and the last one; the table below has the same numbers.", bars);
		html.markup("<ul class=\"legend\"><li>" + BarChart.swatch(Fill.SOLID) + "This run</li><li>"
				+ BarChart.swatch(Fill.EMPTY) + "The last run</li></ul></figure>");
	}

	private static long of(Map<Reason, Long> orders, Reason reason) {
		return orders.getOrDefault(reason, 0L);
	}

	private static double share(long orders, long longest) {
		return (double) orders / Math.max(1, longest);
	}

	private static void table(Html html, RunSummary summary, FormerRun last, Set<Reason> reasons, Map<Reason, Long> now,
			Map<Reason, Long> then) {
		HtmlTable table = new HtmlTable(html, "In number of orders, and in the currency named.", Column.text("Total"),
				Column.text("Unit"), Column.num("This run"), Column.num("Last run"), Column.num("Change"));
		for (Reason reason : reasons) {
			row(table, reason.name(), of(now, reason), of(then, reason));
		}
		row(table, "Orders judged", now.values().stream().mapToLong(Long::longValue).sum(),
				then.values().stream().mapToLong(Long::longValue).sum());
		amounts(table, "Order totals judged", sums(summary.decisions(), DecisionTotal::orderTotal),
				sums(last.decisions(), DecisionTotal::orderTotal));
		amounts(table, "Commission posted", sums(summary.posted(), Function.identity()),
				sums(last.posted(), FormerRun.Posted::amount));
		table.end();
	}

	private static void row(HtmlTable table, String label, long now, long then) {
		table.startRow()
			.cell(label)
			.cell("orders")
			.cell(Figures.number(now))
			.cell(Figures.number(then))
			.cell((now == then) ? "" : Figures.signed(now - then))
			.endRow();
	}

	private static void amounts(HtmlTable table, String label, Map<String, Total> now, Map<String, Total> then) {
		Set<String> currencies = new TreeSet<>(now.keySet());
		currencies.addAll(then.keySet());
		for (String currency : currencies) {
			Total none = Total.of(0, Currency.getInstance(currency));
			Total here = now.getOrDefault(currency, none);
			Total there = then.getOrDefault(currency, none);
			Total change = here.minus(there);
			table.startRow()
				.cell(label)
				.cell(currency)
				.cell(here.grouped())
				.cell(there.grouped())
				.cell((change.signum() == 0) ? "" : Figures.signed(change))
				.endRow();
		}
	}

	private static <T> Map<String, Total> sums(List<T> lines, Function<T, Total> amount) {
		Map<String, Total> sums = new TreeMap<>();
		lines.forEach(
				(line) -> sums.merge(amount.apply(line).currency().getCurrencyCode(), amount.apply(line), Total::plus));
		return sums;
	}

}
