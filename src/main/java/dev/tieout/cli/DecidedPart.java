package dev.tieout.cli;

import java.util.List;

import dev.tieout.attribution.Reason;
import dev.tieout.audit.DecisionTotal;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.TextTable;
import dev.tieout.audit.TextTable.Column;

/** Which orders were credited, which were not, and why. */
final class DecidedPart {

	private DecidedPart() {
	}

	static void append(RunPrint print, RunSummary summary) {
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
					Column.number("order total"), Column.number("commission"), Column.text("because"));
			others.forEach((total) -> table.row(total.reason(), currency(total), Words.count(total.orders()),
					total.orderTotal().toPlainString(), total.commission().toPlainString(), total.reason().meaning()));
			print.table(table);
		}
	}

	private static List<DecisionTotal> only(RunSummary summary, boolean credited) {
		return summary.decisions().stream().filter((total) -> (total.reason() == Reason.CREDITED) == credited).toList();
	}

	private static long orders(List<DecisionTotal> totals) {
		return totals.stream().mapToLong(DecisionTotal::orders).sum();
	}

	private static String of(long orders, RunSummary summary) {
		return Words.count(orders) + " of " + Words.count(summary.ordersJudged(), "order", "orders") + " judged";
	}

	private static String currency(DecisionTotal total) {
		return total.orderTotal().currency().getCurrencyCode();
	}

}
