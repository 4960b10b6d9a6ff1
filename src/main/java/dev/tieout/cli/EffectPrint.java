package dev.tieout.cli;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.tieout.audit.PrintableText;
import dev.tieout.audit.RequestEffect;
import dev.tieout.audit.RequestEffect.ConnectionChange;
import dev.tieout.audit.RequestEffect.OrderChange;
import dev.tieout.audit.TextTable;
import dev.tieout.audit.TextTable.Column;

/** What a back-dated request would change, as text. */
final class EffectPrint {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

	private final RequestEffect effect;

	private final StringBuilder text = new StringBuilder();

	private final int width;

	private EffectPrint(RequestEffect effect, int width) {
		this.effect = effect;
		this.width = width;
	}

	static String of(RequestEffect effect, int width) {
		return new EffectPrint(effect, width).render();
	}

	private String render() {
		line("This request to %s as of %s would be %s%s (%s). Times are in %s.".formatted(this.effect.action().word(),
				time(this.effect.at()), this.effect.outcome(),
				this.effect.other().map((other) -> " " + other).orElse(""), this.effect.outcome().meaning(),
				this.effect.zone()));
		if (!this.effect.changesAnything()) {
			line("It would change nothing: no order, no entry, no connection.");
		}
		orders();
		entries();
		connections();
		requests();
		if (this.effect.othersDue()) {
			line("");
			line("The customer is due for other reasons too: the next run posts those changes with these. Only what the "
					+ "request changes is shown.");
		}
		return this.text.toString();
	}

	private void orders() {
		TextTable table = new TextTable(Column.text("order"), Column.text("ordered at"), Column.text("now"),
				Column.text("then"));
		List<OrderChange> verdicts = this.effect.orders()
			.stream()
			.filter((order) -> !order.before().equals(order.after()))
			.toList();
		verdicts.forEach((order) -> table.row(order.order(), time(order.orderedAt()), order.before(), order.after()));
		section(table);
		int others = this.effect.orders().size() - verdicts.size();
		if (others > 0) {
			line("");
			line(Words.count(others, "more order", "more orders")
					+ " would earn the same as now, explained otherwise: --json has them.");
		}
	}

	private void entries() {
		TextTable table = new TextTable(Column.text("entry"), Column.text("order"), Column.text("affiliate"),
				Column.number("amount"), Column.text("period"), Column.text("payable on"));
		this.effect.entries()
			.forEach((entry) -> table.row(entry.type(), entry.order(), entry.affiliate(), entry.amount(),
					entry.period(), entry.payableOn()));
		section(table);
	}

	private void connections() {
		TextTable table = new TextTable(Column.text("connection"), Column.text("started"), Column.text("now"),
				Column.text("then"));
		this.effect.connections()
			.forEach((change) -> table.row(change.affiliate(), time(change.startedAt()), life(change.before()),
					life(change.after())));
		section(table);
	}

	private void requests() {
		TextTable table = new TextTable(Column.text("earlier request"), Column.text("affiliate"), Column.text("at"),
				Column.text("now"), Column.text("then"));
		this.effect.requests()
			.forEach((request) -> table.row(request.action().word(), request.affiliate(), time(request.at()),
					request.before(), request.after()));
		section(table);
	}

	private String life(Optional<ConnectionChange.Life> life) {
		return life
			.map((lasting) -> lasting.endedAt().map((end) -> "until " + time(end)).orElse("without end")
					+ lasting.ending().map((how) -> ", " + how).orElse("") + ", "
					+ Words.count(lasting.ordersCredited(), "order", "orders"))
			.orElse("none");
	}

	private void section(TextTable table) {
		if (!table.rows().isEmpty()) {
			this.text.append('\n').append(table.render(this.width));
		}
	}

	private void line(String line) {
		this.text.append(PrintableText.of(line)).append('\n');
	}

	private String time(Instant instant) {
		return MINUTE.format(instant.atZone(this.effect.zone()));
	}

}
