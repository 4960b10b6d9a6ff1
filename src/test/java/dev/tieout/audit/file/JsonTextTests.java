package dev.tieout.audit.file;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.tieout.audit.DateRange;
import dev.tieout.audit.TextTable;
import dev.tieout.audit.TextTable.Column;
import dev.tieout.audit.Total;

import static org.assertj.core.api.Assertions.assertThat;

class JsonTextTests {

	@Test
	void amountsAreText() {
		assertThat(JsonText.of(Total.of(-1050, Currency.getInstance("USD")))).isEqualToIgnoringWhitespace("""
				{"amount": "-10.50", "currency": "USD"}""");
	}

	@Test
	void datesAndEmptyValuesAreReadable() {
		assertThat(JsonText.of(Optional.of(new DateRange(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)))))
			.isEqualToIgnoringWhitespace("""
					{"from": "2026-10-01", "to": "2026-10-31"}""");
		assertThat(JsonText.of(Map.of("none", Optional.empty()))).isEqualToIgnoringWhitespace("{\"none\": null}");
	}

	@Test
	void aTableIsAListOfObjects() {
		TextTable table = new TextTable(Column.text("started at"), Column.number("orders")).row("today", 3);
		assertThat(JsonText.of(table)).isEqualToIgnoringWhitespace("""
				[{"started_at": "today", "orders": "3"}]""");
	}

}
