package dev.tieout.audit.file;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import dev.tieout.audit.AffiliateTotal;
import dev.tieout.audit.DayTotal;
import dev.tieout.audit.DecisionTotal;
import dev.tieout.audit.PostedTotal;
import dev.tieout.audit.RunHeader;
import dev.tieout.audit.RunReport;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.Total;
import dev.tieout.audit.Walk;

/** What the page's tables say, in rows that can be filtered by their first column. */
final class SummarySheet {

	static final List<String> HEADINGS = List.of("part", "what", "currency", "number", "amount", "base", "commission",
			"remark");

	private final SheetRows rows;

	SummarySheet(SheetRows rows) {
		this.rows = rows;
	}

	void write(RunReport report) {
		run(report.summary());
		equations(report.summary());
		report.walks().forEach(this::walk);
		report.summary().decisions().forEach(this::decision);
		report.summary().postedByType().forEach(this::type);
		report.summary().postedByAffiliate().forEach(this::affiliate);
		report.days().forEach(this::day);
	}

	private void run(RunSummary summary) {
		RunHeader run = summary.header();
		fact("verdict", summary.verdict().words() + ", " + (run.isPosted() ? "posted" : "nothing posted"));
		fact("run", run.number() + ", " + run.kind() + " of job " + run.job());
		fact("state", run.state());
		this.rows.text("Run").text("business date").blank().blank().blank().blank().blank();
		this.rows.date(run.businessDate()).endRow();
		run.rerun().ifPresent((rerun) -> fact("judged", rerun.scope()));
		run.reason().ifPresent((reason) -> fact("reason", reason));
		fact("program", run.program());
		fact("zone of every date and time", run.zone().getId());
		this.rows.text("Run").text("started").blank().blank().blank().blank().blank();
		this.rows.instant(run.startedAt()).endRow();
		run.postedAt().ifPresent((at) -> {
			this.rows.text("Run").text("posted").blank().blank().blank().blank().blank();
			this.rows.instant(at).endRow();
		});
		fact("operator", run.operator());
		fact("program edition", run.edition());
		fact("Tieout", run.version());
		run.seal().ifPresent((seal) -> fact("seal " + seal.number() + ", the head of the ledger's chain", seal.hash()));
		run.error().ifPresent((error) -> fact("error", error));
	}

	private void fact(String what, String remark) {
		row("Run", what, "", OptionalLong.empty(), Optional.empty(), remark);
	}

	private void equations(RunSummary summary) {
		summary.controlTotals()
			.forEach((total) -> row("Equation " + total.equation(), total.subject(), "", OptionalLong.empty(),
					Optional.empty(), (total.closes() ? "closes: " : "DOES NOT CLOSE: ") + total.found().toPlainString()
							+ " of " + total.expected().toPlainString() + ", " + total.detail()));
	}

	private void walk(Walk walk) {
		String part = "Walk in " + walk.currency().getCurrencyCode();
		walk.steps()
			.forEach((step) -> row(part, step.label(), walk.currency().getCurrencyCode(), step.orders(),
					Optional.of(step.amount()),
					step.reason().map((reason) -> reason.meaning()).orElse(step.isSum() ? "sum" : "")));
	}

	private void decision(DecisionTotal total) {
		boolean calculated = DecisionRow.isCalculated(total.reason());
		this.rows.text("Decisions")
			.text(total.reason().name())
			.text(total.orderTotal().currency().getCurrencyCode())
			.count(total.orders())
			.money(total.orderTotal());
		if (calculated) {
			this.rows.money(total.base()).money(total.commission());
		}
		else {
			this.rows.blank().blank();
		}
		this.rows.text(total.reason().meaning()).endRow();
	}

	private void type(PostedTotal total) {
		row("Posted by type", total.type().name(), total.amount().currency().getCurrencyCode(),
				OptionalLong.of(total.entries()), Optional.of(total.amount()), total.type().meaning());
	}

	private void affiliate(AffiliateTotal total) {
		row("Posted by affiliate", total.affiliate(), total.amount().currency().getCurrencyCode(),
				OptionalLong.of(total.entries()), Optional.of(total.amount()), total.name());
	}

	private void day(DayTotal day) {
		row("Posted by day of the orders", day.day().toString(), day.amount().currency().getCurrencyCode(),
				OptionalLong.of(day.entries()), Optional.of(day.amount()), "");
	}

	private void row(String part, String what, String currency, OptionalLong number, Optional<Total> amount,
			String remark) {
		this.rows.text(part).text(what).text(currency);
		number.ifPresentOrElse(this.rows::count, this.rows::blank);
		amount.ifPresentOrElse(this.rows::money, this.rows::blank);
		this.rows.blank().blank().text(remark).endRow();
	}

}
