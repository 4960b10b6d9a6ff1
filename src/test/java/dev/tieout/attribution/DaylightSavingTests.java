package dev.tieout.attribution;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tieout.identity.Timestamps;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Days are counted in the program's zone (rules.md 2): in all zones, around all changes
 * of the offset from 2015 to 2037, by other arithmetic than the one under test.
 */
class DaylightSavingTests {

	private static final Instant FROM = Instant.parse("2015-01-01T00:00:00Z");

	private static final Instant UNTIL = Instant.parse("2038-01-01T00:00:00Z");

	private static final int[] DAYS = { 1, 30, 90, 365, 366, 36_500 };

	private static final int[] MINUTES = { -1441, -91, -61, -60, -59, -31, -30, -1, 0, 1, 29, 30, 59, 60, 61, 90,
			1439 };

	@Test
	void aConnectionEndsAtTheSameLocalTimeInEveryZone() {
		long checked = 0;
		for (String name : ZoneId.getAvailableZoneIds()) {
			ZoneId zone = ZoneId.of(name);
			ZoneRules rules = zone.getRules();
			for (ZoneOffsetTransition next = rules.nextTransition(FROM); next != null
					&& next.getInstant().isBefore(UNTIL); next = rules.nextTransition(next.getInstant())) {
				for (int days : DAYS) {
					Limits limits = new Limits(OptionalInt.of(days), OptionalInt.empty(), zone);
					for (int minutes : MINUTES) {
						Instant end = next.getInstant().plusSeconds(minutes * 60L);
						checkExpiry(limits, rules, days, end.minus(Duration.ofDays(days)));
						checkExpiry(limits, rules, days, end);
						checked += 2;
					}
				}
			}
		}
		assertThat(checked).isGreaterThan(1_000_000);
	}

	private static void checkExpiry(Limits limits, ZoneRules rules, int days, Instant anchor) {
		ZoneOffset had = rules.getOffset(anchor);
		LocalDateTime local = LocalDateTime.ofEpochSecond(anchor.getEpochSecond() + days * 86_400L, 0, had);
		Instant expected = resolved(local, had, rules);
		if (!limits.expiry(anchor).orElseThrow().equals(expected)) {
			throw new AssertionError("%s + %d days in %s is %s, but should be %s".formatted(anchor, days, limits.zone(),
					limits.expiry(anchor), expected));
		}
	}

	/** A gap moves forward, in an overlap the offset it had is kept. */
	private static Instant resolved(LocalDateTime local, ZoneOffset had, ZoneRules rules) {
		ZoneOffsetTransition change = rules.getTransition(local);
		if (change == null) {
			return local.toInstant(rules.getOffset(local));
		}
		if (change.isGap()) {
			return local.plus(change.getDuration()).toInstant(change.getOffsetAfter());
		}
		return local.toInstant(List.of(change.getOffsetBefore(), change.getOffsetAfter()).contains(had) ? had
				: change.getOffsetBefore());
	}

	@Test
	void aTimestampWithoutOffsetIsReadInEveryZone() {
		long checked = 0;
		for (String name : ZoneId.getAvailableZoneIds()) {
			ZoneId zone = ZoneId.of(name);
			ZoneRules rules = zone.getRules();
			for (ZoneOffsetTransition next = rules.nextTransition(FROM); next != null
					&& next.getInstant().isBefore(UNTIL); next = rules.nextTransition(next.getInstant())) {
				LocalDateTime around = next.getDateTimeBefore();
				for (int minutes : MINUTES) {
					LocalDateTime local = around.plusMinutes(minutes);
					Instant read = Timestamps.parse(local.toString(), zone).orElseThrow();
					Instant expected = resolved(local, rules.getOffset(next.getInstant().minusSeconds(1)), rules);
					assertThat(read).as("%s in %s", local, name).isEqualTo(expected);
					checked++;
				}
				checkDay(around.toLocalDate(), zone);
				checkDay(next.getDateTimeAfter().toLocalDate(), zone);
			}
		}
		assertThat(checked).isGreaterThan(100_000);
	}

	/**
	 * A day starts with its first instant, also where midnight is skipped or repeated.
	 */
	private static void checkDay(LocalDate day, ZoneId zone) {
		Instant start = Timestamps.startOfDay(day, zone);
		assertThat(Timestamps.parse(day.toString(), zone)).contains(start);
		LocalDate at = LocalDate.ofInstant(start, zone);
		assertThat(at).as("%s in %s", day, zone).isAfterOrEqualTo(day);
		assertThat(LocalDate.ofInstant(start.minusNanos(1), zone)).as("before %s in %s", day, zone).isBefore(at);
	}

	@ParameterizedTest
	@CsvSource({ "2028-02-28T10:00:00Z, 1, 2028-02-29T10:00:00Z", "2028-02-29T10:00:00Z, 365, 2029-02-28T10:00:00Z",
			"2028-02-29T10:00:00Z, 1461, 2032-02-29T10:00:00Z", "2027-02-28T10:00:00Z, 1, 2027-03-01T10:00:00Z",
			"2100-02-28T10:00:00Z, 1, 2100-03-01T10:00:00Z", "2000-02-28T10:00:00Z, 1, 2000-02-29T10:00:00Z" })
	void leapDaysAreDays(Instant anchor, int days, Instant end) {
		Limits limits = new Limits(OptionalInt.of(days), OptionalInt.empty(), ZoneOffset.UTC);
		assertThat(limits.expiry(anchor)).contains(end);
	}

}
