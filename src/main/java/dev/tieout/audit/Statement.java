package dev.tieout.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What an affiliate is told of one month. Of a closed month it never changes: it is made
 * of the closing's frozen balances and of the entries that the closing covers.
 *
 * @param program the program's name
 * @param zone the zone of all dates and times
 * @param month the posting period
 * @param closing the closing it shows; empty while the month is open
 * @param reopened the closing that was undone, where the month is open again
 * @param asOf the day at whose end it stops, where one was asked for
 * @param seenAt when it was made, where more may still come; empty where nothing can
 * @param releasedBy entries payable on this day or before are released
 * @param affiliate the affiliate's address
 * @param name the name known then, may be empty
 * @param parts one a currency, at least one
 */
public record Statement(String program, ZoneId zone, YearMonth month, Optional<Closing> closing,
		Optional<Closing> reopened, Optional<LocalDate> asOf, Optional<Instant> seenAt, LocalDate releasedBy,
		String affiliate, String name, List<StatementPart> parts) {

	public Statement {
		parts = List.copyOf(parts);
	}

}
