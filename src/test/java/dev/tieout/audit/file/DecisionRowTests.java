package dev.tieout.audit.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.tieout.attribution.Reason;
import dev.tieout.audit.Masking;
import dev.tieout.audit.Place;

import static org.assertj.core.api.Assertions.assertThat;

class DecisionRowTests {

	private static final Instant START = Instant.parse("2026-01-02T10:00:00Z");

	private static String csv(Reason reason, int orderOfLimit, OptionalInt limit, Masking masking) throws IOException {
		CsvRows rows = new CsvRows();
		new DecisionRow("web", "5512", "#1001", Instant.parse("2026-10-31T04:30:00Z"), "kim@mail.example", reason,
				"ann@partners.example", "connection", Optional.of(START), orderOfLimit, limit, Optional.empty(),
				Currency.getInstance("JPY"), 5000, 4500, 450, "4be1d0a2c38f/2026-01-01", 12,
				new Place("web.csv", OptionalLong.of(7)))
			.appendTo(rows, masking);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		rows.writeTo(out);
		return out.toString(StandardCharsets.UTF_8);
	}

	@Test
	void hasTheColumnsOfTheExport() throws IOException {
		assertThat(csv(Reason.CREDITED, 3, OptionalInt.of(5), Masking.NONE))
			.isEqualTo("web,5512,#1001,2026-10-31T04:30:00Z,kim@mail.example,CREDITED,ann@partners.example,connection,"
					+ "2026-01-02T10:00:00Z,3 of 5,,JPY,5000,4500,450,4be1d0a2c38f/2026-01-01,12,web.csv,7\n");
	}

	@Test
	void anOrderWithoutALimitIsANumberAlone() throws IOException {
		assertThat(csv(Reason.CREDITED, 3, OptionalInt.empty(), Masking.NONE)).contains(",3,,JPY,");
		assertThat(csv(Reason.CONNECTION_EXPIRED, 0, OptionalInt.of(5), Masking.NONE)).contains("Z,,,JPY,");
	}

	@Test
	void masksTheCustomerAndNobodyElse() throws IOException {
		assertThat(csv(Reason.CREDITED, 3, OptionalInt.of(5), Masking.CUSTOMERS)).contains(",k***@mail.example,",
				",ann@partners.example,");
	}

	@ParameterizedTest
	@EnumSource
	void anAmountIsWrittenOnlyWhereOneWasCalculated(Reason reason) throws IOException {
		boolean calculated = switch (reason) {
			case RATE_CURRENCY_MISMATCH, ZERO_COMMISSION, BEFORE_LEDGER, CREDITED -> true;
			default -> false;
		};
		assertThat(csv(reason, 0, OptionalInt.empty(), Masking.NONE))
			.contains(calculated ? "JPY,5000,4500,450," : "JPY,5000,,,");
	}

	@Test
	void theRulesAreNamedByEditionAndVersion() {
		String hash = "4be1d0a2c38f5b7e9d01a4c6f8e2b35d7190ac5e64f3b8d2e7c1905ab6f4d3e2";
		assertThat(DecisionRow.rules(hash, Optional.of(LocalDate.of(2026, 1, 1)))).isEqualTo("4be1d0a2c38f/2026-01-01");
		assertThat(DecisionRow.rules(hash, Optional.empty())).isEqualTo("4be1d0a2c38f");
	}

}
