package dev.tieout.job;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OrderRangeTests {

	@ParameterizedTest(name = "{0} to {1} in {2}")
	@CsvSource({ "2025-03-01, 2025-03-31, UTC, 2025-03-01T00:00:00Z, 2025-04-01T00:00:00Z",
			// The days on which daylight saving begins and ends have 23 and 25 hours.
			"2025-03-09, 2025-03-09, America/New_York, 2025-03-09T05:00:00Z, 2025-03-10T04:00:00Z",
			"2025-11-02, 2025-11-02, America/New_York, 2025-11-02T04:00:00Z, 2025-11-03T05:00:00Z",
			// There the day begins at one o'clock.
			"2018-11-04, 2018-11-04, America/Sao_Paulo, 2018-11-04T03:00:00Z, 2018-11-05T02:00:00Z",
			"2024-02-29, 2024-02-29, Asia/Kolkata, 2024-02-28T18:30:00Z, 2024-02-29T18:30:00Z" })
	void bothDaysAreIncludedInTheProgramsZone(LocalDate from, LocalDate to, ZoneId zone, Instant start, Instant end) {
		OrderRange range = new OrderRange(from, to, false);
		assertThat(range.start(zone)).isEqualTo(start);
		assertThat(range.end(zone)).isEqualTo(end);
	}

	@Test
	void theLastDayIsNotBeforeTheFirst() {
		LocalDate day = LocalDate.of(2025, 3, 1);
		assertThatIllegalArgumentException().isThrownBy(() -> new OrderRange(day.plusDays(1), day, false))
			.withMessageContaining("'2025-03-02' is after its last, '2025-03-01'");
	}

}
