package dev.tieout.audit.file;

import java.util.stream.Collectors;

import dev.tieout.attribution.Reason;
import dev.tieout.audit.DecisionTotal;
import dev.tieout.audit.ExceptionGroup;
import dev.tieout.audit.RunFile;
import dev.tieout.audit.RunHeader;
import dev.tieout.audit.RunReport;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.Total;
import dev.tieout.audit.Verdict;

/** The top of the page: what the run was, whether it closes, its key figures. */
final class VerdictSection {

	private VerdictSection() {
	}

	static void append(Html html, RunReport report) {
		RunSummary summary = report.summary();
		RunHeader run = summary.header();
		html.markup("<header><p class=\"kicker\">Tieout audit report</p><h1>")
			.text(Figures.day(run.businessDate()))
			.markup("</h1><p class=\"lead\">")
			.text(run.title() + " of job ")
			.given(run.job())
			.text(covers(run) + ". Program ")
			.given(run.program())
			.text(". All dates and times are " + run.zone() + ".")
			.markup("</p></header>");
		verdict(html, summary);
		figures(html, summary, report.unusual().size() + summary.negativeBalances().size());
	}

	private static String covers(RunHeader run) {
		if (run.rerun().isPresent()) {
			return ", which judged " + run.rerun().get().scope() + " again";
		}
		return run.coversFrom()
			.filter((from) -> !from.equals(run.businessDate()))
			.map((from) -> ", covering " + from + " to " + run.businessDate())
			.orElse("");
	}

	private static void verdict(Html html, RunSummary summary) {
		Verdict verdict = summary.verdict();
		String mark = switch (verdict) {
			case CLOSES -> "<path d=\"M12 25l8 8 16-18\"/>";
			case DOES_NOT_CLOSE -> "<path d=\"M14 14l20 20M34 14L14 34\"/>";
			case NOT_PROVEN -> "<path d=\"M14 24h20\"/>";
		};
		html.markup("<section class=\"verdict " + styleClass(summary) + "\"><svg width=\"48\" height=\"48\" ")
			.markup("aria-hidden=\"true\"><circle cx=\"24\" cy=\"24\" r=\"22\"/>" + mark + "</svg><div><h2>")
			.text(heading(summary))
			.markup("</h2><p>")
			.text(sentence(summary))
			.markup("</p>");
		summary.header()
			.seal()
			.ifPresent((seal) -> html.markup("<p class=\"seal\">")
				.text("Seal " + seal.number() + ", the head of the ledger's chain: ")
				.markup("<code>")
				.text(seal.hash())
				.markup("</code></p>"));
		summary.header().error().ifPresent((error) -> html.markup("<p class=\"error\">").given(error).markup("</p>"));
		html.markup("</div></section>");
	}

	/** What closes but was not posted is not done. */
	private static String styleClass(RunSummary summary) {
		return switch (summary.verdict()) {
			case CLOSES -> summary.header().isPosted() ? "good" : "open";
			case DOES_NOT_CLOSE -> "bad";
			case NOT_PROVEN -> "open";
		};
	}

	private static String heading(RunSummary summary) {
		String posted = summary.header().isPosted() ? "posted" : "nothing posted (" + summary.header().state() + ")";
		return summary.verdict().words() + ", " + posted;
	}

	private static String sentence(RunSummary summary) {
		long open = summary.controlTotals().stream().filter((total) -> !total.closes()).count();
		return switch (summary.verdict()) {
			case CLOSES -> "All " + Figures.plural(summary.controlTotals().size(), "control total", "control totals")
					+ " of the four equations agree: every record, order and entry is accounted for.";
			case DOES_NOT_CLOSE ->
				open + " of " + Figures.plural(summary.controlTotals().size(), "control total", "control totals")
						+ " disagree. The run has posted nothing; its entries wait until the difference is explained.";
			case NOT_PROVEN -> "The run ended before its control totals were taken. It has posted nothing.";
		};
	}

	private static void figures(Html html, RunSummary summary, int totalsToLookAt) {
		long records = summary.files().stream().mapToLong(RunFile::records).sum();
		long rejected = summary.files().stream().mapToLong(RunFile::rejected).sum();
		long judged = summary.ordersJudged();
		long credited = summary.decisions()
			.stream()
			.filter((total) -> total.reason() == Reason.CREDITED)
			.mapToLong(DecisionTotal::orders)
			.sum();
		long asked = summary.exceptions()
			.stream()
			.filter((group) -> group.advice().asked())
			.mapToLong(ExceptionGroup::count)
			.sum();
		html.markup("<section class=\"figures\" aria-label=\"Key figures\">");
		figure(html, "Records read", Figures.number(records), Figures.plural(rejected, "rejected", "rejected") + ", "
				+ Figures.plural(summary.files().size(), "file", "files"));
		figure(html, "Orders judged", Figures.number(judged), totals(summary));
		figure(html, "Orders credited", Figures.number(credited), Figures.share(credited, judged) + " of those judged");
		figure(html, "Commission posted", Figures.totals(summary.posted()),
				Figures.plural(summary.entriesPosted(), "entry", "entries"));
		figure(html, "To look at", Figures.number(asked + totalsToLookAt), "exceptions that ask for something");
		html.markup("</section>");
	}

	private static String totals(RunSummary summary) {
		return summary.orderTotals().isEmpty() ? "no orders"
				: summary.orderTotals().stream().map(Total::toString).collect(Collectors.joining(", ")) + " in totals";
	}

	private static void figure(Html html, String label, String value, String note) {
		html.markup("<div><p class=\"label\">").text(label).markup("</p><p class=\"value\">");
		for (String part : value.split(" and ")) {
			html.markup("<span>").text(part).markup("</span>");
		}
		html.markup("</p><p class=\"note\">").text(note).markup("</p></div>");
	}

}
