package dev.tieout.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import dev.tieout.cases.NightFiles;

/**
 * A merchant's folder: a job {@code world.yml}, its program {@code program.yml} and files
 * beside them.
 *
 * @param folder where everything lies
 */
record Site(Path folder) {

	/** Pays 10 % of what connected customers buy, from 2024 on. */
	static final String PROGRAM = """
			program: main
			zone: UTC
			currency: USD
			rules:
			- effective-from: 2024-01-01
			  connect: {enabled: true}
			  commission: {rate: 10%}
			""";

	static final String AFFILIATES = """
			affiliate_email,ref_code,coupon
			ann@partners.example,ANN,ANN10
			bob@partners.example,BOB,BOB10
			""";

	private static final String ORDER_COLUMNS = "order_id,ordered_at,customer_email,currency,subtotal,total,status";

	/** A site with one store {@code web}, the usual program and two affiliates. */
	static Site usual(Path folder) throws IOException {
		return new Site(folder).program(PROGRAM).job(Set.of("web"), "").file("affiliates-1.csv", AFFILIATES);
	}

	Site program(String text) throws IOException {
		return file("program.yml", text);
	}

	/** Writes the job file: the usual inputs, and what else it is to say. */
	Site job(Set<String> stores, String more) throws IOException {
		// Beside the folder they would meet those of tests that run at the same time.
		String reports = more.contains("reports:") ? "" : "reports: {directory: reports}\n";
		return file("world.yml", NightFiles.job(new TreeSet<>(stores)) + more + reports);
	}

	Site file(String name, String text) throws IOException {
		Files.writeString(this.folder.resolve(name), text);
		return this;
	}

	Site delete(String name) throws IOException {
		Files.delete(this.folder.resolve(name));
		return this;
	}

	/** A file of connections, rows of affiliate, customer and date. */
	Site connections(String name, String... rows) throws IOException {
		return file(name, "affiliate_email,customer_email,connected_at,action\n" + String.join("\n", rows) + "\n");
	}

	/** A file of orders in the native layout, with its required columns. */
	Site orders(String name, String... rows) throws IOException {
		return file(name, ORDER_COLUMNS + "\n" + String.join("\n", rows) + "\n");
	}

	/** Orders as {@link #orders} has them, one a customer, each over 10.00. */
	Site manyOrders(String name, int from, int to) throws IOException {
		StringBuilder rows = new StringBuilder(ORDER_COLUMNS).append('\n');
		for (int i = from; i <= to; i++) {
			rows.append("%d,2025-02-01T00:00:00Z,kim%d@x.example,USD,10.00,10.00,paid%n".formatted(i, i));
		}
		return file(name, rows.toString());
	}

	/** Connections to ann of the customers that {@link #manyOrders} has. */
	Site manyConnections(String name, int from, int to) throws IOException {
		StringBuilder rows = new StringBuilder("affiliate_email,customer_email,connected_at\n");
		for (int i = from; i <= to; i++) {
			rows.append("ann@partners.example,kim%d@x.example,2025-01-01%n".formatted(i));
		}
		return file(name, rows.toString());
	}

	Path job() {
		return this.folder.resolve("world.yml");
	}

}
