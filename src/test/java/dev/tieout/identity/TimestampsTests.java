package dev.tieout.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimestampsTests {

	private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

	@ParameterizedTest(name = "{0} is {1}")
	@CsvSource({ "2025-01-10T12:00:00Z, 2025-01-10T12:00:00Z", "2025-01-31T12:00:00Z, 2025-01-31T12:00:00Z",
			"2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z", "0001-12-28T00:00:00Z, 0001-12-28T00:00:00Z",
			"2025-01-10 12:00:00Z, 2025-01-10T12:00:00Z", "2025-01-10T12:00Z, 2025-01-10T12:00:00Z",
			"2025-01-10T12:00:00.5Z, 2025-01-10T12:00:00.500Z",
			"2025-01-10T12:00:00.123456Z, 2025-01-10T12:00:00.123456Z",
			"2025-01-10T12:00:00.123456789Z, 2025-01-10T12:00:00.123456Z",
			"2025-01-10T12:00:00+01:00, 2025-01-10T11:00:00Z", "2025-01-10T12:00:00-0530, 2025-01-10T17:30:00Z",
			"2026-04-10 11:11:26 +0530, 2026-04-10T05:41:26Z", "2025-01-10 12:00 Z, 2025-01-10T12:00:00Z",
			"2025-01-10t12:00:00z, 2025-01-10T12:00:00Z" })
	void anOffsetNamesTheInstant(String text, Instant instant) {
		assertThat(Timestamps.parse(text, NEW_YORK)).contains(instant);
	}

	@ParameterizedTest(name = "{0} in New York is {1}")
	@CsvSource({ "2025-01-10T12:00:00, 2025-01-10T17:00:00Z", "2025-07-10 12:00, 2025-07-10T16:00:00Z",
			"2025-03-09T01:59:59, 2025-03-09T06:59:59Z", "2025-03-09T02:30:00, 2025-03-09T07:30:00Z",
			"2025-03-09T03:00:00, 2025-03-09T07:00:00Z", "2025-11-02T00:59:59, 2025-11-02T04:59:59Z",
			"2025-11-02T01:30:00, 2025-11-02T05:30:00Z", "2025-11-02T02:00:00, 2025-11-02T07:00:00Z",
			"2025-01-10, 2025-01-10T05:00:00Z", "2024-02-29, 2024-02-29T05:00:00Z" })
	void withoutAnOffsetTheZoneCounts(String text, Instant instant) {
		assertThat(Timestamps.parse(text, NEW_YORK)).contains(instant);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "now", "2025", "2025-01", "2025-1-10", "2025-02-29", "2025-02-29T00:00:00Z",
			"2025-04-31T00:00:00Z", "2025-13-01", "2025-00-10T00:00:00Z", "2025-01-10T24:00:00Z",
			"2025-01-10T12:60:00Z", "2025-01-10T12:00:60Z", "2025-01-10  12:00", "2025-01-10T12:00:00  Z",
			"2025-01-10T12", "2025-01-10T12:00:00+1", "2025-01-10T12:00:00+01", "2025-01-10T12:00:00+19:00",
			"2025-01-10T12:00:00.Z", "2025-01-10T12:00:00.1234567890Z", "10/01/2025", "2025-01-10Z",
			"2025-01-10T12:00:00Z ", "2025-01-10X12:00:00Z", "2025/01-10T12:00:00Z", "2025-01/10T12:00:00Z",
			"2025-01-10x12:00:00Z", "2025-01-10T12.00:00Z", "2025-01-10T12:00.00Z", "2025-01-10T12:00:00x",
			"x025-01-10T12:00:00Z", ":025-01-10T12:00:00Z", "20/5-01-10T12:00:00Z", "2025-x1-10T12:00:00Z",
			"2025-1/-10T12:00:00Z", "2025-01-x1T12:00:00Z", "2025-01-1xT12:00:00Z", "2025-01-10Tx2:00:00Z",
			"2025-01-10T1::00:00Z", "2025-01-10T1/:00:00Z", "2025-01-10T12:x0:00Z", "2025-01-10T12:0x:00Z",
			"2025-01-10T12:00:x0Z", "2025-01-10T12:00:0:Z", "2025-13-10T00:00:00Z", "1/1/-1/-1/T1/:1/:1/Z",
			"0:0:-0:-0:T0::0::0:Z", "\u0662025-01-10T12:00:00Z", "2025-01-1\u0660T12:00:00Z" })
	void whatIsNoTimestampIsNone(String text) {
		assertThat(Timestamps.parse(text, NEW_YORK)).isEmpty();
	}

	@Test
	void aDayStartsWhereDaylightSavingPutsIt() {
		assertThat(Timestamps.startOfDay(LocalDate.of(2018, 11, 4), ZoneId.of("America/Sao_Paulo")))
			.isEqualTo(Instant.parse("2018-11-04T03:00:00Z"));
		assertThat(Timestamps.parse("2018-11-04", ZoneId.of("America/Sao_Paulo")))
			.contains(Instant.parse("2018-11-04T03:00:00Z"));
	}

	@Test
	void theFastFormAgreesWithTheOther() {
		for (LocalDate day = LocalDate.of(2023, 12, 25); day.getYear() < 2025; day = day.plusDays(1)) {
			String text = day + "T13:14:15Z";
			assertThat(Timestamps.parse(text, NEW_YORK)).contains(Instant.parse(text))
				.isEqualTo(Timestamps.parse(day + " 13:14:15+00:00", NEW_YORK));
		}
	}

	@Test
	void yearsOfFourDigitsInEveryZoneAreKept() {
		assertThat(Timestamps.isWithin(Instant.parse("0001-01-02T00:00:00Z"))).isTrue();
		assertThat(Timestamps.isWithin(Instant.parse("0001-01-01T23:59:59Z"))).isFalse();
		assertThat(Timestamps.isWithin(Instant.parse("9999-12-30T23:59:59Z"))).isTrue();
		assertThat(Timestamps.isWithin(Instant.parse("9999-12-31T00:00:00Z"))).isFalse();
		assertThat(Timestamps.parse("9999-12-31T00:00:00Z", NEW_YORK)).isEmpty();
		assertThat(Timestamps.parse("0001-01-01", NEW_YORK)).isEmpty();
	}

}
