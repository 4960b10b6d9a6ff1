package dev.tieout.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import dev.tieout.audit.TextTable.Column;

/** A statement on a terminal: as a table, or told movement by movement. */
public final class StatementText {

	private static final int SHOWN = 200;

	private final Statement statement;

	private final StatementExcerpt excerpt;

	private final StringBuilder text = new StringBuilder();

	private StatementText(StatementExcerpt excerpt) {
		this.statement = excerpt.statement();
		this.excerpt = excerpt;
	}

	/**
	 * Returns a statement as a table.
	 * @param excerpt the statement
	 * @param width the columns a terminal has; 0 for no limit
	 * @return lines that each end with a line feed
	 */
	public static String table(StatementExcerpt excerpt, int width) {
		return new StatementText(excerpt).table(width);
	}

	/**
	 * Tells how the balance came about.
	 * @param excerpt the statement
	 * @return lines that each end with a line feed
	 */
	public static String story(StatementExcerpt excerpt) {
		return new StatementText(excerpt).story();
	}

	private String table(int width) {
		head("Statement of ");
		TextTable totals = new TextTable(Column.text("currency"), Column.number("opening"), Column.number("accrued"),
				Column.number("adjusted"), Column.number("reversed"), Column.number("closing"),
				Column.number("released"), Column.number("on hold"));
		for (StatementPart part : this.statement.parts()) {
			Balance balance = part.balance();
			totals.row(part.currency().getCurrencyCode(), balance.opening().toPlainString(),
					balance.accrued().toPlainString(), balance.adjusted().toPlainString(),
					balance.reversed().toPlainString(), balance.closing().toPlainString(),
					balance.released().toPlainString(), part.onHold().toPlainString());
		}
		this.text.append('\n').append(totals.render(width));
		this.statement.parts().forEach((part) -> StatementWords.carried(part).forEach(this::line));
		if (this.excerpt.entries().isEmpty()) {
			line("");
			line("Nothing was posted to " + this.statement.month() + ".");
			return this.text.toString();
		}
		TextTable table = new TextTable(Column.number("entry"), Column.text("order"), Column.text("ordered on"),
				Column.text("period"), Column.text("what"), Column.text("why"), Column.number("amount"),
				Column.text("currency"), Column.text("hold"));
		for (StatementEntry entry : shown()) {
			table.row(entry.number(), entry.order(), entry.orderedOn(), entry.period(),
					StatementWords.type(entry.type()), StatementWords.why(entry), entry.amount().toPlainString(),
					entry.amount().currency().getCurrencyCode(), hold(entry.payableOn()));
		}
		this.text.append('\n').append(table.render(width));
		more("tieout statement with --out FILE has them all");
		return this.text.toString();
	}

	private String story() {
		head("How the balance came about: ");
		for (StatementPart part : this.statement.parts()) {
			Balance balance = part.balance();
			line("");
			line("Opening   " + balance.opening() + ", what the entries of earlier months come to.");
			List<StatementEntry> here = shown().stream()
				.filter((entry) -> entry.amount().currency().equals(part.currency()))
				.toList();
			here.forEach(this::movement);
			if (here.isEmpty() && this.excerpt.entryCount() <= SHOWN) {
				line("          Nothing was posted to " + this.statement.month() + ".");
			}
			line("Closing   " + balance.closing() + ": opening " + balance.opening().toPlainString() + ", commission "
					+ balance.accrued().toPlainString() + ", changes " + balance.adjusted().toPlainString()
					+ ", taken back " + balance.reversed().toPlainString() + ".");
			StatementWords.carried(part).forEach((sentence) -> line("          " + sentence));
			line("Released  " + balance.released() + " by " + this.statement.releasedBy() + ", before any payout.");
			line("On hold   " + part.onHold() + (part.holds().isEmpty() ? "." : ": " + holds(part.holds())));
		}
		more("tieout statement with --out FILE has them all");
		line("");
		line("Why an order pays or not: tieout explain ORDER");
		return this.text.toString();
	}

	private void movement(StatementEntry entry) {
		line("%s  %s for order %s of %s: %s (entry %d); %s.".formatted(
				(entry.amount().signum() < 0) ? "        " : "       +", entry.amount(), entry.order(),
				entry.orderedOn(),
				StatementWords.type(entry.type()).toLowerCase(Locale.ROOT) + ", " + StatementWords.why(entry),
				entry.number(), entry.payableOn().isAfter(this.statement.releasedBy())
						? "on hold until " + entry.payableOn() : "released " + entry.payableOn()));
	}

	private static String holds(List<Hold> holds) {
		StringBuilder days = new StringBuilder();
		int count = Math.min(holds.size(), 10);
		for (Hold hold : holds.subList(0, count)) {
			days.append(days.isEmpty() ? "" : ", ")
				.append(hold.amount().toPlainString())
				.append(" until ")
				.append(hold.until());
		}
		return days + ((holds.size() > count) ? ", and %,d later days.".formatted(holds.size() - count) : ".");
	}

	private void head(String what) {
		String name = this.statement.name().isEmpty() ? "" : " (" + this.statement.name() + ")";
		line(what + this.statement.affiliate() + name + ", " + this.statement.month());
		line(StatementWords.standing(this.statement));
		line("Days are those of " + this.statement.zone() + "; released by " + this.statement.releasedBy()
				+ ", before any payout: payouts are not recorded here.");
	}

	private String hold(LocalDate payableOn) {
		return (payableOn.isAfter(this.statement.releasedBy()) ? "until " : "released ") + payableOn;
	}

	private List<StatementEntry> shown() {
		return this.excerpt.entries().subList(0, Math.min(SHOWN, this.excerpt.entries().size()));
	}

	private void more(String where) {
		long more = this.excerpt.entryCount() - shown().size();
		if (more > 0) {
			line("... and %,d more: %s".formatted(more, where));
		}
	}

	private void line(String line) {
		this.text.append(PrintableText.of(line)).append('\n');
	}

}
