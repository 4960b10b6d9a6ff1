package dev.tieout.configuration;

import java.util.List;

/**
 * What a job reads, in this order.
 *
 * @param affiliates affiliates and their dated rows
 * @param existingCustomers customers that are not new
 * @param connections requests to connect and disconnect
 * @param orders order files by store and layout
 * @param rejectLimit how many of a file's records may be rejected
 * @param requireNewOrders whether a run that finds no new order file fails
 */
public record Inputs(List<PathPattern> affiliates, List<PathPattern> existingCustomers, List<PathPattern> connections,
		List<OrderInput> orders, RejectLimit rejectLimit, boolean requireNewOrders) {

	public Inputs {
		affiliates = List.copyOf(affiliates);
		existingCustomers = List.copyOf(existingCustomers);
		connections = List.copyOf(connections);
		orders = List.copyOf(orders);
	}

}
