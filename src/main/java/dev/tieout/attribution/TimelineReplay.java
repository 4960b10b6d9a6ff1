package dev.tieout.attribution;

import dev.tieout.program.Program;

/**
 * Replays customers' timelines under a program: the one place where it is decided who
 * earns (rules.md 4). A pure function of its three arguments: it reads no clock and no
 * database, keeps nothing from one customer to the next, and may be used by several
 * threads at once.
 */
public final class TimelineReplay {

	/**
	 * The version of this calculation. It is part of every decision; raising it makes
	 * every customer due (rules.md 5 and 8).
	 */
	public static final int CALCULATION = 1;

	private final RulesInForce rules;

	private final AffiliateDirectory affiliates;

	public TimelineReplay(Program program, AffiliateDirectory affiliates) {
		this.rules = new RulesInForce(program);
		this.affiliates = affiliates;
	}

	/**
	 * Decides every order and request of a customer.
	 * @param timeline all that happened to the customer, in any order
	 * @return one decision for each order, one outcome for each request, and the
	 * connections
	 */
	public Replay replay(CustomerTimeline timeline) {
		return new CustomerReplay(timeline, this.rules, this.affiliates).run();
	}

}
