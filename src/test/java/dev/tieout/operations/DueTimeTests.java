package dev.tieout.operations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

import dev.tieout.configuration.Misfire;
import dev.tieout.configuration.Schedule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DueTimeTests {

	private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

	private static final String NIGHTLY = "0 30 4 * * ?";

	@Test
	void aTimeIsDueFromItsVeryMinuteOn() {
		assertThat(last(NIGHTLY, "06:00", "2026-11-25T10:59:59.999Z").day()).isEqualTo("2026-11-24");
		assertThat(last(NIGHTLY, "06:00", "2026-11-25T11:00:00Z"))
			.isEqualTo(new DueTime(Instant.parse("2026-11-25T09:30:00Z"), LocalDate.of(2026, 11, 25),
					Instant.parse("2026-11-25T11:00:00Z"), LocalDate.of(2026, 11, 24)));
	}

	@Test
	void aJobThatFiresAfterLateAfterOnTheClockIsDueOnTheNextDay() {
		assertThat(last("0 30 23 * * ?", "06:00", "2026-11-25T11:00:00Z"))
			.isEqualTo(new DueTime(Instant.parse("2026-11-25T04:30:00Z"), LocalDate.of(2026, 11, 25),
					Instant.parse("2026-11-25T11:00:00Z"), LocalDate.of(2026, 11, 23)));
		assertThat(last("0 30 23 * * ?", "06:00", "2026-11-26T04:45:00Z").day()).isEqualTo("2026-11-25");
	}

	@Test
	void aJobThatFiresAtLateAfterItselfIsDueADayLater() {
		DueTime due = last("0 0 6 * * ?", "06:00", "2026-11-25T11:00:00Z");
		assertThat(due.scheduledAt()).isEqualTo("2026-11-24T11:00:00Z");
		assertThat(due.deadline()).isEqualTo("2026-11-25T11:00:00Z");
	}

	@Test
	void aWeeklyJobStaysDueUntilItsNextTime() {
		String mondays = "0 30 4 ? * MON";
		assertThat(last(mondays, "06:00", "2026-11-28T20:00:00Z").day()).isEqualTo("2026-11-23");
		assertThat(last("0 30 4 1 1 ?", "06:00", "2026-11-28T20:00:00Z").day()).isEqualTo("2026-01-01");
	}

	@Test
	void ofAJobThatFiresOftenTheLastTimeBeforeCounts() {
		assertThat(last("0 0 * * * ?", "06:00", "2026-11-25T15:00:00Z").scheduledAt())
			.isEqualTo("2026-11-25T10:00:00Z");
	}

	@Test
	void aTimeThatDaylightSavingSkipsIsAnHourLater() {
		assertThat(last("0 30 0 * * ?", "02:30", "2026-03-08T07:29:59Z").day()).isEqualTo("2026-03-07");
		assertThat(last("0 30 0 * * ?", "02:30", "2026-03-08T07:30:00Z").deadline()).isEqualTo("2026-03-08T07:30:00Z");
	}

	@Test
	void aTimeThatDaylightSavingRepeatsIsTheFirst() {
		assertThat(last("0 30 0 * * ?", "01:30", "2026-11-01T05:29:59Z").day()).isEqualTo("2026-10-31");
		assertThat(last("0 30 0 * * ?", "01:30", "2026-11-01T05:30:00Z").deadline()).isEqualTo("2026-11-01T05:30:00Z");
	}

	@Test
	void theHourOfADeadlineFollowsTheZoneOnTheDayOfTheChange() {
		assertThat(last(NIGHTLY, "06:00", "2026-03-08T10:00:00Z").deadline()).isEqualTo("2026-03-08T10:00:00Z");
		assertThat(last(NIGHTLY, "06:00", "2026-11-01T11:00:00Z").deadline()).isEqualTo("2026-11-01T11:00:00Z");
		assertThat(last(NIGHTLY, "06:00", "2026-11-01T10:59:59Z").day()).isEqualTo("2026-10-31");
	}

	@Test
	void withoutLateAfterNothingIsDue() {
		assertThat(DueTime.last(new Schedule(NIGHTLY, Misfire.SKIP, Optional.empty()), NEW_YORK, Instant.EPOCH))
			.isEmpty();
	}

	private static DueTime last(String cron, String lateAfter, String now) {
		return DueTime
			.last(new Schedule(cron, Misfire.RUN_ONCE, Optional.of(LocalTime.parse(lateAfter))), NEW_YORK,
					Instant.parse(now))
			.orElseThrow();
	}

}
