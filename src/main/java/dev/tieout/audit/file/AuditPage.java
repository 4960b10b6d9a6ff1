package dev.tieout.audit.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.ClassPathResource;

import dev.tieout.audit.Masking;
import dev.tieout.audit.RunHeader;
import dev.tieout.audit.RunReport;
import dev.tieout.audit.RunSummary;

/**
 * A run's report as one page that needs nothing beside it: no script, no picture, no
 * style sheet, no font from elsewhere.
 */
public final class AuditPage {

	private AuditPage() {
	}

	/**
	 * Returns the page.
	 * @param report of the run
	 * @param masking whether customers are named
	 * @param csvBeside whether the run's CSV files lie beside the page
	 * @return HTML of at most 5 MB in UTF-8
	 */
	public static String of(RunReport report, Masking masking, boolean csvBeside) {
		RunReport shown = report.masked(masking);
		RunSummary summary = shown.summary();
		Anchors anchors = new Anchors(shown);
		Html html = new Html();
		head(html, summary.header());
		VerdictSection.append(html, shown);
		EquationsSection.append(html, summary);
		WalkSection.append(html, shown, anchors);
		DecisionsSection.append(html, summary, anchors);
		PostedSection.append(html, shown, anchors);
		BalancesSection.append(html, shown, anchors);
		ChangeSection.append(html, shown);
		ExceptionsSection.append(html, shown, anchors, csvBeside);
		GapsSection.append(html, summary);
		FilesSection.append(html, summary, anchors);
		TrailSection.append(html, shown, anchors);
		RunSection.append(html, summary);
		return html.markup("</main></body></html>\n").toString();
	}

	private static void head(Html html, RunHeader run) {
		html.markup("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
			.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
			.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
			.markup("style-src 'unsafe-inline'\"><meta name=\"color-scheme\" content=\"light dark\"><title>")
			.text("Run " + run.number() + ", " + run.job() + ", " + run.businessDate() + " - Tieout audit report")
			.markup("</title><style>")
			.markup(style())
			.markup("</style></head><body>")
			.markup(BarChart.patterns())
			.markup("<main>");
	}

	private static String style() {
		ClassPathResource resource = new ClassPathResource("dev/tieout/audit/audit.css");
		try {
			return resource.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException("the application's own " + resource + " cannot be read", ex);
		}
	}

}
