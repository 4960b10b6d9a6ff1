package dev.tieout.audit.file;

import dev.tieout.audit.RunHeader;
import dev.tieout.audit.RunSummary;

/** The foot of the page: what the numbers were made with. */
final class RunSection {

	private RunSection() {
	}

	static void append(Html html, RunSummary summary) {
		RunHeader run = summary.header();
		html.markup("<section><h2>How this came about</h2><dl class=\"facts\">");
		fact(html, "Run", run.number() + ", " + run.kind() + " of job " + run.job());
		fact(html, "State", run.state() + run.step().map((step) -> ", last step " + step).orElse(""));
		fact(html, "Business date", run.businessDate().toString());
		run.rerun().ifPresent((rerun) -> fact(html, "Judged", rerun.scope()));
		run.reason().ifPresent((reason) -> fact(html, "Reason", reason));
		fact(html, "Started", Figures.time(run.startedAt(), run.zone()));
		run.postedAt().ifPresent((at) -> fact(html, "Posted", Figures.time(at, run.zone())));
		run.duration().ifPresent((duration) -> fact(html, "Took", Figures.duration(duration)));
		fact(html, "Operator", run.operator());
		fact(html, "Program edition", run.edition());
		fact(html, "Tieout", run.version());
		fact(html, "Time zone", run.zone() + " for every date on this page");
		html.markup("</dl><p class=\"note\">Released amounts are before any payout: payouts are not recorded here. ")
			.markup("SHA256SUMS beside this page names the sums of all reports of this run.</p></section>");
	}

	private static void fact(Html html, String label, String value) {
		html.markup("<div><dt>").text(label).markup("</dt><dd>").given(value).markup("</dd></div>");
	}

}
