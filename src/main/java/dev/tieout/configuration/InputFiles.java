package dev.tieout.configuration;

import java.nio.file.Path;
import java.util.List;

/**
 * The files that a job's inputs stand for, each list in natural order.
 *
 * @param affiliates affiliates and their dated rows
 * @param existingCustomers customers that are not new
 * @param connections requests to connect and disconnect
 * @param orders order files of all inputs
 */
public record InputFiles(List<Path> affiliates, List<Path> existingCustomers, List<Path> connections,
		List<OrderFile> orders) {

	public InputFiles {
		affiliates = List.copyOf(affiliates);
		existingCustomers = List.copyOf(existingCustomers);
		connections = List.copyOf(connections);
		orders = List.copyOf(orders);
	}

	/**
	 * An order file with how it is to be read.
	 *
	 * @param path the file
	 * @param input the input that names it
	 */
	public record OrderFile(Path path, OrderInput input) {

	}

}
