package dev.tieout.audit.file;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

import dev.tieout.audit.Masking;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.SampleSummary;

import static org.assertj.core.api.Assertions.assertThat;

class AuditPageTests {

	private static String page(RunSummary summary) {
		return AuditPage.of(summary, Masking.NONE, true);
	}

	@Test
	void theVerdictStandsAtTheTop() {
		assertThat(page(SampleSummary.closing())).contains("<h2>Closes, posted</h2>", "All 15 control totals");
		assertThat(page(SampleSummary.notClosing())).contains("<h2>Does not close, nothing posted (FAILED)</h2>",
				"1 of 15 control totals disagree", "Equation 3 does not close for ann@partners.example in USD: -3.20");
	}

	@Test
	void theEquationsHaveTheirNumbers() {
		assertThat(page(SampleSummary.closing())).contains("5,273 = 4,979 + 261 + 33",
				"2,210 = 630 credited + 1,580 not", "641 entries, 640.00 EUR and 5,081.69 USD", "5,061 of 5,061");
	}

	@Test
	void whatDoesNotCloseComesFirst() {
		String page = page(SampleSummary.notClosing());
		assertThat(page.indexOf("4,207.55")).isPositive().isLessThan(page.indexOf("1,980.00"));
		assertThat(page).contains("<span class=\"tag\">1 open</span>");
	}

	@Test
	void chartsSayInWordsWhatTheyShow() {
		assertThat(page(SampleSummary.closing())).contains("<title id=\"reasons-title\">Orders by reason</title>",
				"CREDITED 630 orders, 28.5 %", "fill=\"url(#fill-diagonal)\"");
	}

	@Test
	void exceptionsNameFileAndLineAndWhereTheRestIs() {
		assertThat(page(SampleSummary.closing())).contains("shopify-2026-10-31.csv",
				"column &#39;Total&#39;: &#39;12.345&#39; has 3 decimals, but USD has 2",
				"The first 200 of 3,412; notices.csv beside this page has all of them.",
				"The first 200 of 253; connection-lines.csv beside this page has all of them.");
	}

	@Test
	void customersAreMaskedWhereAsked() {
		assertThat(AuditPage.of(SampleSummary.closing(), Masking.CUSTOMERS, true)).contains("k***@mail.example")
			.doesNotContain("kim@mail.example", "lee@mail.example");
	}

	@Test
	void nothingIsFetchedAndNothingRuns() {
		assertThat(page(SampleSummary.closing())).doesNotContain("<script", "http://", "https://", "<link", "<img",
				"@import", "@font-face");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "\" onload=\"alert(1)", "' onfocus='alert(1)", "</style><b>",
			"]]><svg onload=alert(1)>", "javascript:alert(1)", "\u202egnp.exe", "\u001b[31mred\u0000", "&lt;script&gt;",
			"\ud800", "a\nb" })
	void hostileTextIsOnlyText(String text) throws Exception {
		String page = page(SampleSummary.saying(text));
		assertThat(page).doesNotContain("<script", "<b>", "<svg onload", "\" onload", "\u202e", "\u001b", "\u0000",
				"href=\"javascript");
		assertWellFormed(page);
	}

	@Test
	void everyElementIsClosed() throws Exception {
		assertWellFormed(page(SampleSummary.closing()));
		assertWellFormed(page(SampleSummary.notClosing()));
	}

	@Test
	void thePageStaysBelowFiveMegabytes() {
		String page = page(SampleSummary.overflowing());
		assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(5_000_000);
		assertThat(page).contains("The first 0 of 1,000,000; rejects.csv beside this page has all of them.",
				"How this came about");
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
