package dev.tieout.audit.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.ClassPathResource;

import dev.tieout.audit.Masking;
import dev.tieout.audit.RunHeader;
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
	 * @param summary of the run
	 * @param masking whether customers are named
	 * @param csvBeside whether the run's CSV files lie beside the page
	 * @return HTML of at most 5 MB in UTF-8
	 */
	public static String of(RunSummary summary, Masking masking, boolean csvBeside) {
		RunSummary shown = summary.masked(masking);
		RunHeader run = shown.header();
		Html html = new Html();
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
		VerdictSection.append(html, shown);
		EquationsSection.append(html, shown);
		DecisionsSection.append(html, shown);
		PostedSection.append(html, shown);
		FilesSection.append(html, shown);
		GapsSection.append(html, shown);
		ExceptionsSection.append(html, shown, csvBeside);
		RunSection.append(html, shown);
		return html.markup("</main></body></html>\n").toString();
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
