package dev.tieout.cli;

import dev.tieout.audit.Between;
import dev.tieout.audit.ClosingSheet;
import dev.tieout.audit.PrintableText;

/** A closing as text: its totals, and what came since the month's former closing. */
final class ClosingPrint {

	private static final int SHOWN = 20;

	private ClosingPrint() {
	}

	static String of(ClosingSheet sheet, int width) {
		StringBuilder text = new StringBuilder("Balances after ").append(sheet.closing().month())
			.append(", entries up to number ")
			.append(sheet.closing().lastEntry())
			.append("; released by ")
			.append(sheet.balances().releasedBy())
			.append(", before any payout\n\n")
			.append(sheet.totals().render(width))
			.append("\nBy affiliate: tieout balances --period ")
			.append(sheet.closing().month())
			.append('\n');
		sheet.between().ifPresent((between) -> append(text, between, width));
		return text.toString();
	}

	private static void append(StringBuilder text, Between between, int width) {
		String why = between.former()
			.reopened()
			.map((reopening) -> ", reopened by " + reopening.by() + ": " + reopening.reason())
			.orElse("");
		text.append('\n')
			.append(PrintableText.of("Since closing " + between.former().number() + why))
			.append('\n')
			.append((between.entries() == 0) ? "nothing was posted to the month"
					: Words.count(between.entries(), "entry", "entries") + ", " + Words.money(between.net()))
			.append('\n');
		if (between.entries() > 0) {
			text.append('\n').append(between.table(SHOWN).render(width));
		}
		if (between.entries() > SHOWN) {
			text.append("... and ")
				.append(Words.count(between.entries() - SHOWN))
				.append(" more: tieout export ledger has them all, numbered after ")
				.append(between.former().lastEntry())
				.append('\n');
		}
	}

}
