package dev.tieout.cli;

import java.util.stream.Collectors;

import dev.tieout.audit.AffiliateTotal;
import dev.tieout.audit.LeftDifference;
import dev.tieout.audit.OrderAnswer;
import dev.tieout.audit.OrderChange;
import dev.tieout.audit.PostedTotal;
import dev.tieout.audit.Preview;
import dev.tieout.audit.RunHeader;
import dev.tieout.audit.TextTable;
import dev.tieout.audit.TextTable.Column;

/**
 * What a rerun posts, or would post: entries, amounts per affiliate, the orders that
 * change with before, after and why, and what is left outside the range.
 */
final class PreviewPart {

	private static final int SHOWN = 20;

	private static final int WHY_WIDTH = 60;

	private PreviewPart() {
	}

	static void append(RunPrint print, RunHeader run, Preview preview) {
		entries(print, run.isPosted() ? "Posted" : "Would post", preview);
		affiliates(print, preview);
		changes(print, preview);
		left(print, run.isPosted(), preview);
	}

	private static void entries(RunPrint print, String title, Preview preview) {
		if (preview.entries().isEmpty()) {
			print.section(title, "nothing");
			return;
		}
		long entries = preview.entries().stream().mapToLong(PostedTotal::entries).sum();
		print.section(title, Words.count(entries, "entry", "entries"));
		TextTable table = new TextTable(Column.text("type"), Column.text("currency"), Column.number("entries"),
				Column.number("amount"), Column.text("what it is"));
		preview.entries()
			.forEach((total) -> table.row(total.type(), total.amount().currency().getCurrencyCode(),
					Words.count(total.entries()), total.amount().toPlainString(), total.type().meaning()));
		print.table(table);
	}

	private static void affiliates(RunPrint print, Preview preview) {
		if (preview.byAffiliate().isEmpty()) {
			return;
		}
		print.section("For",
				Words.count(preview.byAffiliate().size(), "affiliate and currency", "affiliates and currencies"));
		TextTable table = new TextTable(Column.text("affiliate"), Column.text("currency"), Column.number("entries"),
				Column.number("accrued"), Column.number("adjusted"), Column.number("reversed"),
				Column.number("amount"));
		preview.byAffiliate().stream().limit(SHOWN).forEach((total) -> row(table, total));
		print.table(table);
		more(print, preview.byAffiliate().size());
	}

	private static void row(TextTable table, AffiliateTotal total) {
		table.row(total.affiliate(), total.amount().currency().getCurrencyCode(), Words.count(total.entries()),
				total.accrued().toPlainString(), total.adjusted().toPlainString(), total.reversed().toPlainString(),
				total.amount().toPlainString());
	}

	private static void changes(RunPrint print, Preview preview) {
		print.section("Orders that change", Words.count(preview.ordersChanged()) + " of "
				+ Words.count(preview.ordersJudged()) + "; " + Words.count(preview.ordersUnchanged()) + " unchanged");
		if (preview.changes().isEmpty()) {
			return;
		}
		TextTable table = new TextTable(Column.text("order"), Column.text("placed on"), Column.text("before"),
				Column.text("after"), Column.text("because"));
		preview.changes().stream().limit(SHOWN).forEach((change) -> row(table, change));
		print.table(table);
		more(print, preview.ordersChanged());
	}

	private static void row(TextTable table, OrderChange change) {
		var because = Wrapped.of(change.why().stream().collect(Collectors.joining("; ")), WHY_WIDTH);
		table.row(change.store() + "/" + change.orderId(), change.placedOn(),
				change.before().map(OrderAnswer::words).orElse("none"), change.after().words(), because.get(0));
		because.stream().skip(1).forEach((line) -> table.row("", "", "", "", line));
	}

	private static void left(RunPrint print, boolean posted, Preview preview) {
		if (preview.customersLeft() == 0) {
			return;
		}
		print.section("Outside the range",
				difference(preview) + "; " + Words.count(preview.customersLeft(), "customer", "customers")
						+ (posted ? " due for the next run" : " would be due for the next run"));
		if (preview.leftDifferences().isEmpty()) {
			return;
		}
		TextTable table = new TextTable(Column.text("order"), Column.text("placed on"), Column.text("affiliate"),
				Column.text("currency"), Column.number("amount"), Column.text("decision"));
		preview.leftDifferences().stream().limit(SHOWN).forEach((difference) -> row(table, difference));
		print.table(table);
		more(print, preview.differencesLeft());
	}

	/** Even without an amount a decision may have to be stored. */
	private static String difference(Preview preview) {
		if (preview.left().isEmpty()) {
			return "no amounts, but other decisions, not stored";
		}
		return Words.count(preview.differencesLeft(), "difference", "differences") + preview.left()
			.stream()
			.map((total) -> ", " + Words.money(total.amount()))
			.collect(Collectors.joining()) + ", not posted";
	}

	private static void row(TextTable table, LeftDifference difference) {
		table.row(difference.store() + "/" + difference.orderId(), difference.placedOn(), difference.affiliate(),
				difference.amount().currency().getCurrencyCode(), difference.amount().toPlainString(),
				difference.reason());
	}

	/** Largest first: what is not shown weighs less. */
	private static void more(RunPrint print, long all) {
		if (all > SHOWN) {
			print.indented("... " + Words.count(all - SHOWN) + " more; --json lists up to 1,000");
		}
	}

}
