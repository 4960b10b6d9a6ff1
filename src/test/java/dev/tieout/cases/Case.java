package dev.tieout.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.tieout.attribution.Outcome;
import dev.tieout.attribution.Reason;
import dev.tieout.program.Program;

/**
 * A worked example.
 *
 * @param id what tests call it
 * @param why what it shows
 * @param programText its program file
 * @param nights what each night's run finds, in order
 * @param orders the answer for each order after the last night
 * @param outcomes the outcome of each connection row, over all nights
 * @param posted what each night posts, where the case says so
 */
public record Case(String id, String why, String programText, List<Night> nights, Map<String, Answer> orders,
		List<Outcome> outcomes, Optional<List<List<Posting>>> posted) {

	public Program program() {
		return TestPrograms.parse(this.programText);
	}

	@Override
	public String toString() {
		return this.id + ": " + this.why;
	}

	/**
	 * The answer for an order.
	 *
	 * @param reason the decision
	 * @param posts what the ledger is to hold, in minor units
	 */
	public record Answer(Reason reason, long posts) {

	}

	/**
	 * An entry that a night posts.
	 *
	 * @param type {@code ACCRUAL}, {@code ADJUSTMENT} or {@code REVERSAL}
	 * @param order the order's id
	 * @param amount in minor units
	 */
	public record Posting(String type, String order, long amount) {

	}

}
