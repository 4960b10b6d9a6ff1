package dev.tieout.audit;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A month in the list of months.
 *
 * @param month the month
 * @param state whether it takes entries
 * @param closings the newest first; all but the newest were reopened
 * @param entries how many are posted to it
 * @param movements one a currency
 */
public record PeriodLine(YearMonth month, PeriodState state, List<Closing> closings, long entries,
		List<Movement> movements) {

	public PeriodLine {
		closings = List.copyOf(closings);
		movements = List.copyOf(movements);
	}

	/**
	 * Returns the newest closing.
	 * @return empty where the month was never closed
	 */
	public Optional<Closing> closing() {
		return this.closings.stream().findFirst();
	}

}
