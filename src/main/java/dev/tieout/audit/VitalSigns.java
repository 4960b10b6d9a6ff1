package dev.tieout.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a monitoring system watches: counts and sums, and nobody's address.
 *
 * @param runs by state
 * @param lastPosted when each job last posted, by its name
 * @param troubles the state in which a job's last run ended, where an operator has to
 * look after it, by the job's name
 * @param orders what was decided about the orders as they stand, by reason
 * @param posted the net of the ledger in each currency
 * @param entries the ledger's entries
 * @param rejects records rejected in posted files, by reason
 * @param dueCustomers customers to be judged by the next run
 */
public record VitalSigns(Map<String, Long> runs, Map<String, Instant> lastPosted, Map<String, String> troubles,
		Map<String, Long> orders, List<Total> posted, long entries, Map<String, Long> rejects, long dueCustomers) {

	public VitalSigns {
		runs = Map.copyOf(runs);
		lastPosted = Map.copyOf(lastPosted);
		troubles = Map.copyOf(troubles);
		orders = Map.copyOf(orders);
		posted = List.copyOf(posted);
		rejects = Map.copyOf(rejects);
	}

}
