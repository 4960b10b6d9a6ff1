package dev.tieout.audit;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * What the ledger held and holds for the orders that a run judged, read from the ledger
 * itself: the walk must come to the same.
 *
 * @param day entries payable on this day or before are released: the day of posting
 * @param lines one a currency
 */
public record Settlement(LocalDate day, List<Line> lines) {

	public Settlement {
		lines = List.copyOf(lines);
	}

	Line in(Currency currency) {
		return this.lines.stream()
			.filter((line) -> line.posted().currency().equals(currency))
			.findFirst()
			.orElseGet(() -> Line.none(currency));
	}

	/**
	 * A currency's amounts.
	 *
	 * @param before net of the judged orders' entries by earlier runs
	 * @param posted net of the run's entries
	 * @param onHold those of them that are payable later
	 * @param released those of them that are payable
	 */
	public record Line(Total before, Total posted, Total onHold, Total released) {

		boolean isMoved() {
			return this.before.signum() != 0 || this.posted.signum() != 0 || this.released.signum() != 0;
		}

		static Line none(Currency currency) {
			Total none = Total.of(0, currency);
			return new Line(none, none, none, none);
		}

	}

}
