package dev.tieout.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What a month's journal is about.
 *
 * @param program the program's name
 * @param zone the zone of its dates
 * @param month the posting period
 * @param closing the closing it shows; empty while the month is open
 * @param asOf the day at whose end it stops, where one was asked for
 * @param seenAt when it was made, where more may still come
 * @param affiliates whoever has an entry in it
 * @param currencies of the entries
 */
public record Journal(String program, ZoneId zone, YearMonth month, Optional<Closing> closing, Optional<LocalDate> asOf,
		Optional<Instant> seenAt, List<String> affiliates, List<Currency> currencies) {

	public Journal {
		affiliates = List.copyOf(affiliates);
		currencies = List.copyOf(currencies);
	}

}
