package dev.tieout.audit;

import java.util.List;

/** The answer to a question about an order. */
public sealed interface Explained {

	/**
	 * One order is meant.
	 *
	 * @param explanation all that is known about it
	 */
	record One(Explanation explanation) implements Explained {
	}

	/**
	 * More than one order is meant; {@link OrderMatch#reference()} tells them apart.
	 *
	 * @param matches by store and order id
	 */
	record Several(List<OrderMatch> matches) implements Explained {

		public Several {
			matches = List.copyOf(matches);
		}

	}

	/**
	 * No order that has been imported is meant.
	 *
	 * @param reference what was asked for
	 */
	record None(String reference) implements Explained {
	}

}
