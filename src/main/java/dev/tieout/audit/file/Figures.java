package dev.tieout.audit.file;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.tieout.audit.Total;

/** Numbers, sums and times as the page writes them. */
final class Figures {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss zzz", Locale.ROOT);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

	private static final DateTimeFormatter SHORT_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

	private Figures() {
	}

	static String number(long number) {
		return String.format(Locale.ROOT, "%,d", number);
	}

	static String number(BigDecimal number) {
		return String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number);
	}

	/** A difference, with its sign. */
	static String signed(long number) {
		return ((number > 0) ? "+" : "") + number(number);
	}

	/** A difference, with its sign. */
	static String signed(Total amount) {
		return ((amount.signum() > 0) ? "+" : "") + amount.grouped();
	}

	static String share(long part, long whole) {
		return (whole == 0) ? "0.0 %" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
	}

	static String totals(List<Total> totals) {
		return totals.isEmpty() ? "nothing" : totals.stream().map(Total::toString).collect(Collectors.joining(" and "));
	}

	static String time(Instant instant, ZoneId zone) {
		return TIME.format(instant.atZone(zone));
	}

	/** Where the zone is told beside it. */
	static String shortTime(Instant instant, ZoneId zone) {
		return SHORT_TIME.format(instant.atZone(zone));
	}

	static String day(LocalDate date) {
		return DAY.format(date);
	}

	static String duration(Duration duration) {
		long seconds = duration.toSeconds();
		if (seconds < 60) {
			return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
		}
		return (seconds < 3600) ? seconds / 60 + " min " + seconds % 60 + " s"
				: seconds / 3600 + " h " + seconds / 60 % 60 + " min";
	}

	static String plural(long count, String one, String many) {
		return number(count) + " " + ((count == 1) ? one : many);
	}

}
