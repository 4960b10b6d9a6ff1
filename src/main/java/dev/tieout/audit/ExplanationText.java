package dev.tieout.audit;

import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import dev.tieout.audit.Explanation.Entry;
import dev.tieout.audit.Explanation.Judgement;
import dev.tieout.audit.Explanation.Request;
import dev.tieout.audit.Explanation.Revision;
import dev.tieout.audit.TextTable.Column;

/**
 * An explanation on one screen: the answer in two lines, then what it rests on. Of long
 * histories the newest part is shown; JSON has all of it.
 */
public final class ExplanationText {

	private static final int SHOWN = 5;

	private static final int HASH_DIGITS = 12;

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

	private final Explanation explanation;

	private final int width;

	private final StringBuilder text = new StringBuilder();

	private ExplanationText(Explanation explanation, int width) {
		this.explanation = explanation;
		this.width = width;
	}

	/**
	 * Returns an explanation as text.
	 * @param explanation of an order
	 * @param width the columns a terminal has; 0 for no limit
	 * @return lines that each end with a line feed
	 */
	public static String of(Explanation explanation, int width) {
		return new ExplanationText(explanation, width).render();
	}

	private String render() {
		line(ExplanationSentences.answer(this.explanation));
		line(ExplanationSentences.because(this.explanation));
		line("");
		line("customer   " + ExplanationSentences.customer(this.explanation));
		this.explanation.decision().ifPresent(this::rules);
		line("times      " + this.explanation.zone());
		revisions();
		connections();
		requests();
		decisions();
		entries();
		due();
		return this.text.toString();
	}

	private void rules(Judgement decision) {
		String version = decision.effectiveFrom()
			.map((date) -> "version of " + date)
			.orElse("before the first version");
		String edition = decision.edition().substring(0, Math.min(HASH_DIGITS, decision.edition().length()));
		line("rules      " + version + ", edition " + edition + ", calculation " + decision.calculation());
	}

	private void revisions() {
		TextTable table = new TextTable(Column.text("revisions"), Column.text("dated"), Column.text("status"),
				Column.number("total"), Column.number("refunded"), Column.text("coupons"), Column.number("run"),
				Column.text(""));
		for (Revision revision : newest(this.explanation.revisions())) {
			table.row(revision.place(), time(revision.revisedAt()), revision.status().word(), revision.total(),
					revision.refunded().toPlainString(), codes(revision), revision.run(),
					revision.counts() ? "counts" : "former");
		}
		section(table, this.explanation.revisions().size());
	}

	private static String codes(Revision revision) {
		return revision.referralCode().isEmpty() ? revision.coupons()
				: (revision.coupons() + " ref " + revision.referralCode()).strip();
	}

	private void connections() {
		TextTable table = new TextTable(Column.text("connections"), Column.text("started"), Column.text("state"),
				Column.text("ended or expires"), Column.number("orders"), Column.text("rests on"));
		for (ConnectionLine line : newest(this.explanation.connections())) {
			boolean live = line.state() == ConnectionState.LIVE;
			Optional<Instant> end = live ? line.expiresAt() : line.endedAt();
			table.row(line.affiliate(), time(line.startedAt()), line.state().word(),
					end.map(this::time).orElse("never"), ofLimit(line.ordersCredited(), line.orderLimit()),
					line.place());
		}
		section(table, this.explanation.connections().size());
	}

	private void requests() {
		TextTable table = new TextTable(Column.text("requests"), Column.text("at"), Column.text("affiliate"),
				Column.text("outcome"), Column.text("rests on"));
		for (Request request : newest(this.explanation.requests())) {
			String outcome = request.outcome().map(Enum::name).orElse("not judged yet");
			table.row(request.action().word(), time(request.at()) + (request.dated() ? "" : " (no date)"),
					request.affiliate(), outcome + request.other().map((other) -> " " + other).orElse(""),
					request.place());
		}
		section(table, this.explanation.requests().size());
	}

	private void decisions() {
		TextTable table = new TextTable(Column.text("decisions"), Column.text("affiliate"), Column.text("source"),
				Column.text("order"), Column.number("base"), Column.text("rates"), Column.number("commission"),
				Column.number("run"), Column.text("judged"));
		List<Judgement> decisions = this.explanation.decisions();
		for (Judgement decision : decisions.subList(0, Math.min(SHOWN, decisions.size()))) {
			String number = (decision.orderOfLimit() == 0) ? ""
					: ofLimit(decision.orderOfLimit(), decision.orderLimit());
			table.row(decision.counts() ? decision.reason() : "was " + decision.reason(),
					decision.affiliate().orElse(""), decision.source().map((source) -> source.word()).orElse(""),
					number, decision.base().toPlainString(), decision.rates(), decision.commission(), decision.run(),
					decision.place());
		}
		section(table, decisions.size());
	}

	private void entries() {
		TextTable table = new TextTable(Column.text("ledger"), Column.text("affiliate"), Column.number("amount"),
				Column.text("reason"), Column.text("period"), Column.text("payable on"), Column.number("run"),
				Column.text("rests on"));
		for (Entry entry : newest(this.explanation.entries())) {
			table.row(entry.number() + " " + entry.type(), entry.affiliate(), entry.amount(), entry.reason(),
					period(entry), entry.payableOn(), entry.run(), entry.place());
		}
		nets().forEach((pair, net) -> table.row("net", pair.affiliate(), net, "", "", "", "", ""));
		if (this.explanation.entries().isEmpty()) {
			line("");
			line("ledger     no entries");
		}
		section(table, this.explanation.entries().size());
	}

	/** Where the order's month was closed, both are shown. */
	private String period(Entry entry) {
		YearMonth month = YearMonth.from(this.explanation.order().placedAt().atZone(this.explanation.zone()));
		return entry.period() + (entry.period().equals(month) ? "" : " (order of " + month + ")");
	}

	/** What is posted for the order, per affiliate and currency (rules.md 6). */
	private Map<Pair, Total> nets() {
		Map<Pair, Total> nets = new LinkedHashMap<>();
		for (Entry entry : this.explanation.entries()) {
			nets.merge(new Pair(entry.affiliate(), entry.amount().currency()), entry.amount(), Total::plus);
		}
		return nets;
	}

	private void due() {
		line("");
		line("due        " + ExplanationSentences.due(this.explanation));
	}

	private void section(TextTable table, int all) {
		if (all == 0) {
			return;
		}
		this.text.append('\n').append(table.render(this.width));
		if (all > SHOWN) {
			line("... and " + (all - SHOWN) + " more: --json shows all");
		}
	}

	private void line(String line) {
		this.text.append(line.isEmpty() ? line : PrintableText.of(line)).append('\n');
	}

	private String time(Instant instant) {
		return MINUTE.format(instant.atZone(this.explanation.zone()));
	}

	private static String ofLimit(int number, OptionalInt limit) {
		return limit.isPresent() ? number + " of " + limit.getAsInt() : Integer.toString(number);
	}

	private static <T> List<T> newest(List<T> all) {
		return all.subList(Math.max(0, all.size() - SHOWN), all.size());
	}

	private record Pair(String affiliate, Currency currency) {
	}

}
