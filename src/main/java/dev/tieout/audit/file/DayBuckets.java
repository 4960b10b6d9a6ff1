package dev.tieout.audit.file;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.tieout.audit.DayTotal;
import dev.tieout.audit.Total;

/**
 * Days put together until a chart can show them: days, weeks, months or years, whichever
 * are the first that are few enough.
 */
final class DayBuckets {

	private static final int MOST = 62;

	private DayBuckets() {
	}

	/** Without gaps: what has no entries is there with none. */
	static List<DayTotal> of(List<DayTotal> days, Unit unit) {
		if (days.isEmpty()) {
			return List.of();
		}
		Currency currency = days.get(0).amount().currency();
		Map<LocalDate, DayTotal> sums = new TreeMap<>();
		days.forEach((day) -> sums.merge(unit.start(day.day()),
				new DayTotal(unit.start(day.day()), day.entries(), day.amount()), DayBuckets::plus));
		List<DayTotal> all = new ArrayList<>();
		LocalDate last = unit.start(last(days));
		for (LocalDate start = unit.start(first(days)); !start.isAfter(last); start = start.plus(1, unit.step)) {
			all.add(sums.getOrDefault(start, new DayTotal(start, 0, Total.of(0, currency))));
		}
		return all;
	}

	static Unit unitFor(List<DayTotal> days) {
		for (Unit unit : Unit.values()) {
			if (unit.step.between(unit.start(first(days)), unit.start(last(days))) < MOST) {
				return unit;
			}
		}
		return Unit.YEAR;
	}

	private static LocalDate first(List<DayTotal> days) {
		return days.stream().map(DayTotal::day).min(LocalDate::compareTo).orElseThrow();
	}

	private static LocalDate last(List<DayTotal> days) {
		return days.stream().map(DayTotal::day).max(LocalDate::compareTo).orElseThrow();
	}

	private static DayTotal plus(DayTotal one, DayTotal other) {
		return new DayTotal(one.day(), one.entries() + other.entries(), one.amount().plus(other.amount()));
	}

	/** What a column of the chart stands for. */
	enum Unit {

		DAY("day", ChronoUnit.DAYS),

		WEEK("week", ChronoUnit.WEEKS),

		MONTH("month", ChronoUnit.MONTHS),

		YEAR("year", ChronoUnit.YEARS);

		private final String word;

		private final ChronoUnit step;

		Unit(String word, ChronoUnit step) {
			this.word = word;
			this.step = step;
		}

		String word() {
			return this.word;
		}

		/** The first day of the one that holds a day; weeks begin on Monday. */
		LocalDate start(LocalDate day) {
			return switch (this) {
				case DAY -> day;
				case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
				case MONTH -> day.withDayOfMonth(1);
				case YEAR -> day.withDayOfYear(1);
			};
		}

		String label(LocalDate start) {
			return switch (this) {
				case DAY -> start.toString();
				case WEEK -> "week of " + start;
				case MONTH -> start.toString().substring(0, 7);
				case YEAR -> start.toString().substring(0, 4);
			};
		}

	}

}
