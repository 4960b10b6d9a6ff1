package dev.tieout.worlds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Draws from a seed. */
final class Dice {

	static final ZoneId ZONE = ZoneId.of("America/New_York");

	private final Random random;

	private final LocalDate firstDay;

	/** Local times that a change of the clocks skips or repeats on the thirteenth day. */
	private final Optional<LocalTime> uncertain;

	Dice(long seed) {
		this(seed, LocalDate.of(2025, 1, 1), Optional.empty());
	}

	private Dice(long seed, LocalDate firstDay, Optional<LocalTime> uncertain) {
		this.random = new Random(seed);
		this.firstDay = firstDay;
		this.uncertain = uncertain;
	}

	/** Draws around the change of the clocks in autumn, or for an odd seed in spring. */
	static Dice aroundAClockChange(long seed) {
		return (seed % 2 == 0) ? new Dice(seed, LocalDate.of(2025, 9, 3), Optional.of(LocalTime.of(1, 30)))
				: new Dice(seed, LocalDate.of(2025, 1, 8), Optional.of(LocalTime.of(2, 30)));
	}

	int below(int bound) {
		return this.random.nextInt(bound);
	}

	/** True once in so many draws. */
	boolean oneIn(int draws) {
		return this.random.nextInt(draws) == 0;
	}

	@SafeVarargs
	final <T> T of(T... choices) {
		return choices[below(choices.length)];
	}

	<T> T of(List<T> choices) {
		return choices.get(below(choices.size()));
	}

	void shuffle(List<?> list) {
		Collections.shuffle(list, this.random);
	}

	/**
	 * A day of the grid: every fifth, over a change to daylight saving. Limits are
	 * multiples of five days, so ends, starts and orders often meet.
	 */
	LocalDate day() {
		return this.firstDay.plusDays(5L * below(24));
	}

	/** Mostly the start of a day of the grid, else just beside it or somewhere. */
	Instant instant() {
		LocalDate day = day();
		if (this.uncertain.isPresent() && oneIn(4)) {
			ZonedDateTime local = day.atTime(this.uncertain.get()).atZone(ZONE);
			return (oneIn(2) ? local : local.withLaterOffsetAtOverlap()).toInstant();
		}
		Instant start = day.atStartOfDay(ZONE).toInstant();
		return switch (below(10)) {
			case 0 -> start.minusNanos(1_000);
			case 1 -> start.plusNanos(1_000);
			case 2 -> start.plusSeconds(below(5 * 86_400));
			default -> start;
		};
	}

}
