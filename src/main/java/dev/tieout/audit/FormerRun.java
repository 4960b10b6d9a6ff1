package dev.tieout.audit;

import java.time.LocalDate;
import java.util.List;

/**
 * What an earlier posted run of the same job came to.
 *
 * @param number the run's
 * @param businessDate the run's
 * @param decisions the orders it judged, by reason and currency
 * @param posted what it posted, by affiliate and currency
 */
public record FormerRun(int number, LocalDate businessDate, List<DecisionTotal> decisions, List<Posted> posted) {

	/** How many are compared with. */
	public static final int COMPARED = 7;

	public FormerRun {
		decisions = List.copyOf(decisions);
		posted = List.copyOf(posted);
	}

	/**
	 * What a run posted for an affiliate, in one currency.
	 *
	 * @param affiliate the affiliate's address
	 * @param amount the net
	 */
	public record Posted(String affiliate, Total amount) {

	}

}
