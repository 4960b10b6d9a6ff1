package dev.tieout.cli;

import java.util.List;

import dev.tieout.attribution.Reason;
import dev.tieout.audit.DecisionTotal;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.TextTable;
import dev.tieout.audit.TextTable.Column;

/** Which orders were credited, which were not, and why. */
final class DecidedPart {

	private static final int MEANING_WIDTH = 42;

	private DecidedPart() {
	}

	static void append(RunPrint print, RunSummary summary) {
		if (summary.ordersJudged() == 0 && !summary.header().isPosted()) {
			return;
		}
		List<DecisionTotal> credited = only(summary, true);
		List<DecisionTotal> others = only(summary, false);
		print.section("Credited", of(orders(credited), summary));
		if (!credited.isEmpty()) {
			TextTable table = new TextTable(Column.text("currency"), Column.number("orders"),
					Column.number("order total"), Column.number("base"), Column.number("commission"));
			credited.forEach((total) -> table.row(currency(total), Words.count(total.orders()),
					total.orderTotal().toPlainString(), total.base().toPlainString(),
					total.commission().toPlainString()));
			print.table(table);
		}
		print.section("Not credited", of(orders(others), summary));
		if (!others.isEmpty()) {
			TextTable table = new TextTable(Column.text("reason"), Column.text("currency"), Column.number("orders"),
					Column.number("order total"), Column.text("because"));
			others.stream().map(DecisionTotal::reason).distinct().forEach((reason) -> rows(table, reason, others));
			print.table(table);
		}
	}

	/** A row for each currency, with the reason in words beside them. */
	private static void rows(TextTable table, Reason reason, List<DecisionTotal> all) {
		List<DecisionTotal> totals = all.stream().filter((total) -> total.reason() == reason).toList();
		List<String> because = Wrapped.of(reason.meaning(), MEANING_WIDTH);
		for (int i = 0; i < Math.max(totals.size(), because.size()); i++) {
			String word = (i == 0) ? reason.name() : "";
			String words = (i < because.size()) ? because.get(i) : "";
			if (i < totals.size()) {
				DecisionTotal total = totals.get(i);
				table.row(word, currency(total), Words.count(total.orders()), total.orderTotal().toPlainString(),
						words);
			}
			else {
				table.row(word, "", "", "", words);
			}
		}
	}

	private static List<DecisionTotal> only(RunSummary summary, boolean credited) {
		return summary.decisions().stream().filter((total) -> (total.reason() == Reason.CREDITED) == credited).toList();
	}

	private static long orders(List<DecisionTotal> totals) {
		return totals.stream().mapToLong(DecisionTotal::orders).sum();
	}

	private static String of(long orders, RunSummary summary) {
		return Words.count(orders) + " of " + Words.count(summary.ordersJudged(), "order", "orders") + " judged"
				+ (summary.header().isPosted() ? "" : ", none of which counts");
	}

	private static String currency(DecisionTotal total) {
		return total.orderTotal().currency().getCurrencyCode();
	}

}
