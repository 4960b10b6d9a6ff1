package dev.tieout.audit.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

import dev.tieout.audit.Balance;
import dev.tieout.audit.Hold;
import dev.tieout.audit.Statement;
import dev.tieout.audit.StatementEntry;
import dev.tieout.audit.StatementPart;
import dev.tieout.audit.StatementWords;
import dev.tieout.audit.Total;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * A statement as a page to be sent to the affiliate: no customer in it, no script,
 * nothing beside it.
 */
final class StatementPage extends StatementParts {

	/** Nobody reads more on paper; the CSV has them all. */
	static final int SHOWN = 5000;

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

	private final Html html = new Html();

	private @Nullable Statement statement;

	private @Nullable HtmlTable entries;

	private long inPart;

	private long shown;

	@Override
	void head(Statement begun) {
		this.statement = begun;
		String month = month(begun.month());
		this.html.markup("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
			.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
			.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
			.markup("style-src 'unsafe-inline'\"><title>")
			.text("Commission statement " + begun.month() + ", " + begun.affiliate())
			.markup("</title><style>")
			.markup(style())
			.markup("</style></head><body><main><header><p class=\"kicker\">Commission statement</p><h1>")
			.text(month)
			.markup("</h1><p class=\"to\">");
		if (!begun.name().isEmpty()) {
			this.html.markup("<strong>").given(begun.name()).markup("</strong><br>");
		}
		this.html.given(begun.affiliate())
			.markup("</p></header><p class=\"standing\"><strong>")
			.text(begun.closing().isPresent() ? "Closed." : "Not final.")
			.markup("</strong> ")
			.text(StatementWords.standing(begun))
			.markup("</p>");
	}

	@Override
	void openPart(StatementPart part) {
		Statement about = about();
		String currency = part.currency().getCurrencyCode();
		Balance balance = part.balance();
		this.html.markup("<section><h2>").text("Balance in " + currency).markup("</h2>");
		HtmlTable table = new HtmlTable(this.html, "Amounts in " + currency + "; days in the time zone " + about.zone(),
				HtmlTable.Column.text(""), HtmlTable.Column.num(currency));
		line(table, "", "Opening balance", "what earlier months left", balance.opening());
		line(table, "", "Commission", "first entries of orders", balance.accrued());
		line(table, "", "Changes", "orders whose commission became another", balance.adjusted());
		line(table, "", "Taken back", "orders that no longer earn anything", balance.reversed());
		line(table, "sum", "Closing balance", "", balance.closing());
		line(table, "part", "of it released", "past its hold by " + about.releasedBy(), balance.released());
		line(table, "part", "of it on hold", "listed below by day", part.onHold());
		table.end();
		for (String sentence : StatementWords.carried(part)) {
			this.html.markup("<p class=\"carried\">").text(sentence).markup("</p>");
		}
		this.inPart = 0;
		this.entries = null;
	}

	private static void line(HtmlTable table, String style, String label, String note, Total amount) {
		table.startRow(style).cell((html) -> {
			html.text(label);
			if (!note.isEmpty()) {
				html.markup(" <span class=\"note\">").text(note).markup("</span>");
			}
		}).cell(amount.grouped()).endRow();
	}

	@Override
	void row(StatementEntry entry) {
		this.inPart++;
		if (this.shown >= SHOWN) {
			return;
		}
		this.shown++;
		if (this.entries == null) {
			String currency = entry.amount().currency().getCurrencyCode();
			this.html.markup("<h3>Entries</h3>");
			this.entries = new HtmlTable(this.html,
					"Posted to " + about().month() + ", by number; amounts in " + currency + ", days in "
							+ about().zone(),
					HtmlTable.Column.num("Entry"), HtmlTable.Column.text("Order"), HtmlTable.Column.text("Order date"),
					HtmlTable.Column.text("Period"), HtmlTable.Column.text("What"), HtmlTable.Column.text("Why"),
					HtmlTable.Column.num(currency), HtmlTable.Column.text("Hold"));
		}
		this.entries.startRow()
			.cell(Long.toString(entry.number()))
			.given(entry.order())
			.cell(entry.orderedOn().toString())
			.cell(entry.period().toString())
			.cell(StatementWords.type(entry.type()))
			.cell(StatementWords.why(entry))
			.cell(entry.amount().grouped())
			.cell(hold(entry.payableOn()))
			.endRow();
	}

	private String hold(LocalDate payableOn) {
		return (payableOn.isAfter(about().releasedBy()) ? "until " : "released ") + payableOn;
	}

	@Override
	void closePart(StatementPart part) {
		Statement about = about();
		if (this.entries != null) {
			this.entries.end();
			this.entries = null;
		}
		if (this.inPart == 0) {
			this.html.markup("<p>")
				.text("Nothing was posted to " + about.month() + " in this currency.")
				.markup("</p>");
		}
		else if (this.shown >= SHOWN) {
			this.html.markup("<p>")
				.text(Figures.plural(this.inPart, "entry", "entries") + " in this currency; the page shows "
						+ Figures.number(SHOWN) + " in all, the CSV of this statement has every one.")
				.markup("</p>");
		}
		holds(part);
		this.html.markup("</section>");
	}

	private void holds(StatementPart part) {
		if (part.holds().isEmpty()) {
			return;
		}
		String currency = part.currency().getCurrencyCode();
		this.html.markup("<h3>On hold</h3>");
		HtmlTable table = new HtmlTable(this.html, "Of this and earlier months, by the day of release; amounts in "
				+ currency + ", days in " + about().zone(), HtmlTable.Column.text("Released on"),
				HtmlTable.Column.num(currency));
		for (Hold hold : part.holds()) {
			table.startRow().cell(hold.until().toString()).cell(hold.amount().grouped()).endRow();
		}
		table.startRow("sum").cell("On hold").cell(part.onHold().grouped()).endRow();
		table.end();
	}

	@Override
	void foot() {
		this.html.markup("<footer><p>")
			.text("Released is what has been earned and is past its hold. Payouts are not recorded here, so nothing in "
					+ "this statement says what was paid.")
			.markup("</p><p>")
			.text("Program " + about().program() + ". Days and months are those of the time zone " + about().zone()
					+ "; currencies are never added up. An order is named by the shop's order number, an entry by its "
					+ "number in the ledger: please quote both when you ask.")
			.markup("</p></footer></main></body></html>\n");
	}

	byte[] bytes() {
		return this.html.toString().getBytes(StandardCharsets.UTF_8);
	}

	private Statement about() {
		return Objects.requireNonNull(this.statement);
	}

	static String month(YearMonth month) {
		return MONTH.format(month);
	}

	private static String style() {
		ClassPathResource resource = new ClassPathResource("dev/tieout/audit/statement.css");
		try {
			return resource.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException("the application's own " + resource + " cannot be read", ex);
		}
	}

}
