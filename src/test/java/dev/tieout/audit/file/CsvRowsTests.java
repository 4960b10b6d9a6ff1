package dev.tieout.audit.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tieout.audit.Total;

import static org.assertj.core.api.Assertions.assertThat;

class CsvRowsTests {

	private static String row(Consumer<CsvRows> cells) {
		CsvRows rows = new CsvRows();
		cells.accept(rows);
		rows.endRow();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			rows.writeTo(out);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		assertThat(rows.size()).isZero();
		return out.toString(StandardCharsets.UTF_8);
	}

	@Test
	void quotesOnlyWhereRfc4180NeedsThem() {
		assertThat(row((csv) -> csv.text("plain")
			.text("a,b")
			.text("say \"hi\"")
			.text("two\nlines")
			.text("two\r\nlines")
			.text(" outer ")
			.text("it's")
			.text("")
			.text("größe 日本 😀")))
			.isEqualTo("plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"two\r\nlines\", outer ,it's,,größe 日本 😀\n");
	}

	/**
	 * It would go back to the beginning of the line on a terminal (files.md, Decided
	 * here).
	 */
	@Test
	void aCarriageReturnByItselfIsNotPassedOn() {
		assertThat(row((csv) -> csv.text("two\rlines"))).isEqualTo("two\uFFFDlines\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@sum", "\tx" })
	void textThatASpreadsheetWouldCalculateGetsAnApostrophe(String text) {
		assertThat(row((csv) -> csv.text(text).text("ü" + text))).isEqualTo("'" + text + ",ü" + text + "\n");
	}

	@Test
	void anApostropheStandsInsideTheQuotes() {
		assertThat(row((csv) -> csv.text("=cmd|'x',1").text("\rx").text("=ü")))
			.isEqualTo("\"'=cmd|'x',1\",'\uFFFDx,'=ü\n");
	}

	@ParameterizedTest
	@CsvSource({ "0,2,0.00", "5,2,0.05", "-5,2,-0.05", "50,2,0.50", "-12345,2,-123.45", "100,0,100", "0,0,0", "-7,0,-7",
			"1,3,0.001", "1234567,3,1234.567", "-9223372036854775808,2,-92233720368547758.08",
			"1000000000000000,4,100000000000.0000" })
	void moneyHasItsCurrencysDigitsAndNoApostrophe(long minor, int digits, String text) {
		assertThat(row((csv) -> csv.money(minor, digits))).isEqualTo(text + "\n");
	}

	@Test
	void sumsMayBeLargerThanALong() {
		Total total = new Total(new BigInteger("123456789012345678901"), Currency.getInstance("JPY"));
		assertThat(row((csv) -> csv.money(total))).isEqualTo("123456789012345678901\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-10-31T04:30:00Z", "1969-12-31T23:59:59Z", "2026-10-31T04:30:00.123456Z",
			"9999-12-31T23:59:59Z", "+10000-01-01T00:00:00Z", "2000-02-29T00:00:00Z" })
	void timestampsAreUtcWithFractionsOnlyIfAny(String text) {
		assertThat(row((csv) -> csv.instant(Instant.parse(text)).date(LocalDate.EPOCH)))
			.isEqualTo(text + ",1970-01-01\n");
	}

	@Test
	void growsWithLongCells() {
		String text = "x".repeat(10_000_000);
		assertThat(row((csv) -> csv.number(1).text(text).text("ä" + text))).hasSize(20_000_005);
	}

}
