package dev.tieout.worlds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Draws from a seed. */
final class Dice {

	static final ZoneId ZONE = ZoneId.of("America/New_York");

	private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);

	private final Random random;

	Dice(long seed) {
		this.random = new Random(seed);
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
		return FIRST_DAY.plusDays(5L * below(24));
	}

	/** Mostly the start of a day of the grid, else just beside it or somewhere. */
	Instant instant() {
		Instant start = day().atStartOfDay(ZONE).toInstant();
		return switch (below(10)) {
			case 0 -> start.minusNanos(1_000);
			case 1 -> start.plusNanos(1_000);
			case 2 -> start.plusSeconds(below(5 * 86_400));
			default -> start;
		};
	}

}
