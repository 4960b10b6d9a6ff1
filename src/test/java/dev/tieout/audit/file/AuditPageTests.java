package dev.tieout.audit.file;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

import dev.tieout.audit.Masking;
import dev.tieout.audit.RunReport;
import dev.tieout.audit.SampleReport;

import static org.assertj.core.api.Assertions.assertThat;

class AuditPageTests {

	private static String page(RunReport report) {
		return AuditPage.of(report, Masking.NONE, true);
	}

	@Test
	void theVerdictStandsAtTheTop() {
		assertThat(page(SampleReport.closing())).contains("<h2>Closes, posted</h2>", "All 15 control totals");
		assertThat(page(SampleReport.notClosing())).contains("<h2>Does not close, nothing posted (FAILED)</h2>",
				"1 of 15 control totals disagree", "Equation 3 does not close for ann@partners.example in USD: -3.20");
	}

	@Test
	void theEquationsHaveTheirNumbers() {
		assertThat(page(SampleReport.closing())).contains("5,273 = 4,979 + 261 + 33",
				"2,210 = 630 credited + 1,580 not", "641 entries, 640.00 EUR and 5,081.69 USD", "5,061 of 5,061");
	}

	@Test
	void whatDoesNotCloseComesFirst() {
		String page = page(SampleReport.notClosing());
		assertThat(page.indexOf("4,207.55")).isPositive().isLessThan(page.indexOf("1,980.00"));
		assertThat(page).contains("<span class=\"tag\">1 open</span>");
	}

	@Test
	void chartsSayInWordsWhatTheyShow() {
		assertThat(page(SampleReport.closing())).contains("<title id=\"reasons-title\">Orders by reason</title>",
				"CREDITED 630 orders, 28.5 %", "fill=\"url(#fill-diagonal)\"");
	}

	@Test
	void exceptionsNameFileAndLineAndWhereTheRestIs() {
		assertThat(page(SampleReport.closing())).contains("shopify-2026-10-31.csv",
				"column &#39;Total&#39;: &#39;12.345&#39; has 3 decimals, but USD has 2",
				"The first 200 of 3,412; notices.csv beside this page has all of them.",
				"The first 200 of 253; connection-lines.csv beside this page has all of them.");
	}

	@Test
	void customersAreMaskedWhereAsked() {
		assertThat(AuditPage.of(SampleReport.closing(), Masking.CUSTOMERS, true)).contains("k***@mail.example")
			.doesNotContain("kim@mail.example", "lee@mail.example")
			.contains("l***@mail.example");
	}

	@Test
	void nothingIsFetchedAndNothingRuns() {
		assertThat(page(SampleReport.closing())).doesNotContain("<script", "http://", "https://", "<link", "<img",
				"@import", "@font-face");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "\" onload=\"alert(1)", "' onfocus='alert(1)", "</style><b>",
			"]]><svg onload=alert(1)>", "javascript:alert(1)", "\u202egnp.exe", "\u001b[31mred\u0000", "&lt;script&gt;",
			"\ud800", "a\nb" })
	void hostileTextIsOnlyText(String text) throws Exception {
		String page = page(SampleReport.saying(text));
		assertThat(page).doesNotContain("<script", "<b>", "<svg onload", "\" onload", "\u202e", "\u001b", "\u0000",
				"href=\"javascript");
		assertWellFormed(page);
	}

	@Test
	void theWalkStandsWithItsSums() {
		assertThat(page(SampleReport.closing())).contains("Released by 2026-11-01, before any payout",
				"amounts in USD. It adds up.", "-104,022.55");
		assertThat(page(SampleReport.walkingAstray())).contains("amounts in USD. It does not add up.");
	}

	@Test
	void everyLinkLeadsToSomethingOnThePage() {
		for (RunReport report : List.of(SampleReport.closing(), SampleReport.empty(), SampleReport.overflowing(),
				SampleReport.saying("a"))) {
			String page = page(report);
			List<String> names = matches(page, " id=\"([^\"]+)\"");
			assertThat(names).doesNotHaveDuplicates();
			assertThat(names).containsAll(matches(page, "href=\"#([^\"]+)\""));
			assertThat(names).containsAll(matches(page, "aria-labelledby=\"([^\"]+)\"").stream()
				.flatMap((ids) -> Stream.of(ids.split(" ")))
				.toList());
		}
		assertThat(page(SampleReport.closing())).contains("href=\"#orders-CREDITED-USD\"", "href=\"#affiliate-1\"",
				"href=\"#entry-71\"", "href=\"#file-3\"");
	}

	@Test
	void everyPictureIsToldInWordsOrIsOnlyDecoration() {
		for (RunReport report : List.of(SampleReport.closing(), SampleReport.empty())) {
			for (String svg : matches(page(report), "(?s)(<svg .*?</svg>)")) {
				assertThat(svg)
					.matches("(?s)<svg [^>]*aria-hidden=\"true\".*|<svg [^>]*role=\"img\".*<title .*<desc .*");
			}
		}
	}

	@Test
	void everyTableSaysWhatItsNumbersAre() {
		for (String caption : matches(page(SampleReport.closing()), "<caption>(.*?)</caption>")) {
			assertThat(caption).matches(
					"(?s).*(in number|[Nn]umbers? of|amounts|currency|records|Lines|order totals|entries, decisions).*");
		}
	}

	@Test
	void whatIsUnusualOrBelowZeroIsToldWithWhatToDo() {
		assertThat(page(SampleReport.closing())).contains("median of the last 7 runs", "gone@partners.example",
				"cliff@partners.example", "Nothing is to be paid out until");
		assertThat(page(SampleReport.notClosing())).contains("so far 0 have.");
	}

	@Test
	void everySectionHasWordsForNothing() throws Exception {
		String page = page(SampleReport.empty());
		assertThat(page).contains("No control totals were taken.", "No order was judged and nothing was posted.",
				"No order was judged: no customer was due.", "The run added nothing to the ledger.",
				"The ledger is empty.", "No earlier run of this job has posted", "None in the files",
				"No balance is below zero after this run.", "The run read no file.",
				"There is nothing below the totals");
		assertWellFormed(page);
	}

	@Test
	void everyListSaysWhereItsRestIs() throws Exception {
		String page = page(SampleReport.overflowing());
		assertThat(page).contains("and 1,800 more: ledger.csv has every entry",
				"and 1,900 more: control-totals.json has all", "and 1,800 more that moved",
				"decisions.csv and ledger.csv of this run");
		assertWellFormed(page);
	}

	@Test
	void everyElementIsClosed() throws Exception {
		assertWellFormed(page(SampleReport.closing()));
		assertWellFormed(page(SampleReport.notClosing()));
	}

	@Test
	void thePageStaysBelowFiveMegabytes() {
		String page = page(SampleReport.overflowing());
		assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(5_000_000);
		assertThat(page).contains("The first 0 of 1,000,000; rejects.csv beside this page has all of them.",
				"How this came about");
	}

	private static List<String> matches(String page, String pattern) {
		return Pattern.compile(pattern).matcher(page).results().map((match) -> match.group(1)).toList();
	}

	/** The page as XML: tags that HTML leaves open are closed first. */
	private static void assertWellFormed(String page) throws Exception {
		String xml = page.replaceFirst("<!doctype html>", "")
			.replaceAll("<meta ([^>]*)>", "<meta $1/>")
			.replace(" open>", " open=\"\">")
			.replaceFirst("(?s)<style>.*?</style>", "<style/>");
		DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
	}

}
