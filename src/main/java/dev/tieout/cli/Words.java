package dev.tieout.cli;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.tieout.audit.Total;

/** Numbers as a person reads them. */
final class Words {

	private static final long MINUTE = 60;

	private static final long HOUR = 3600;

	private Words() {
	}

	/** Such as 1,234. */
	static String count(long number) {
		return String.format(Locale.ROOT, "%,d", number);
	}

	/** Such as 1 file, 1,234 files. */
	static String count(long number, String one, String many) {
		return count(number) + " " + ((number == 1) ? one : many);
	}

	/** Such as 1234.50 USD: without separators, so that it can be copied. */
	static String money(Total total) {
		return total.toPlainString() + " " + total.currency().getCurrencyCode();
	}

	static String money(Collection<Total> totals) {
		return totals.stream().map(Words::money).collect(Collectors.joining(", "));
	}

	/** Such as 3.4 s, 2 min 5 s, 1 h 12 min. */
	static String duration(Duration duration) {
		long seconds = duration.toSeconds();
		if (seconds < 10) {
			return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
		}
		if (seconds < MINUTE) {
			return seconds + " s";
		}
		return (seconds < HOUR) ? seconds / MINUTE + " min " + seconds % MINUTE + " s"
				: seconds / HOUR + " h " + seconds % HOUR / MINUTE + " min";
	}

}
