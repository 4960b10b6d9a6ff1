package dev.tieout.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes what a night finds as files in the native layouts: {@code affiliates-N.csv},
 * {@code existing-N.csv}, {@code connections-N-K.csv}, {@code orders-STORE-N-K.csv}. A
 * column that no layout knows holds the night's number, so that no two nights' files have
 * the same bytes. A kind of which the night has nothing has no file.
 */
public final class NightFiles {

	private static final List<String> ORDER_LINE = List.of("line_sku", "line_name", "line_quantity", "line_price",
			"line_discount");

	private final Path directory;

	private final int number;

	private final List<Path> written = new ArrayList<>();

	private NightFiles(Path directory, int number) {
		this.directory = directory;
		this.number = number;
	}

	/**
	 * Writes a night's files.
	 * @param directory where to
	 * @param number the night's number, from 1
	 * @param night what it finds
	 * @param parts into how many files connections and each store's orders are split, at
	 * most
	 * @return the files
	 * @throws IOException when a file cannot be written
	 */
	public static List<Path> write(Path directory, int number, Night night, int parts) throws IOException {
		NightFiles files = new NightFiles(directory, number);
		files.write("affiliates-" + number, night.affiliates());
		files.write("existing-" + number, night.existing());
		List<List<Map<String, String>>> connections = new ArrayList<>();
		night.connections().forEach((cells) -> connections.add(List.of(cells)));
		files.writeParts("connections-" + number, connections, parts);
		Map<String, List<List<Map<String, String>>>> stores = new TreeMap<>();
		night.orders()
			.forEach((order) -> stores
				.computeIfAbsent(order.cell("store").isEmpty() ? "web" : order.cell("store"),
						(key) -> new ArrayList<>())
				.add(records(order)));
		for (Map.Entry<String, List<List<Map<String, String>>>> store : stores.entrySet()) {
			files.writeParts("orders-" + store.getKey() + "-" + number, store.getValue(), parts);
		}
		return files.written;
	}

	/**
	 * Returns a job that reads such files from its own directory, with the program in
	 * {@code program.yml} beside them.
	 * @param stores the stores of the orders
	 * @return the job file
	 */
	public static String job(Set<String> stores) {
		StringBuilder job = new StringBuilder("""
				job: world
				program: program.yml
				inputs:
				  affiliates: [affiliates-*.csv]
				  existing-customers: [existing-*.csv]
				  connections: [connections-*.csv]
				  orders:
				""");
		for (String store : new TreeSet<>(stores)) {
			job.append("    - {files: orders-%1$s-*.csv, format: native, store: %1$s}%n".formatted(store));
		}
		return job.toString();
	}

	/** The order's cells stand in its first record; later ones have its id and a line. */
	private static List<Map<String, String>> records(OrderCells order) {
		List<Map<String, String>> records = new ArrayList<>();
		Map<String, String> first = new TreeMap<>(order.cells());
		first.remove("store");
		ORDER_LINE.forEach((column) -> first.put(column, ""));
		records.add(first);
		for (int i = 0; i < order.lines().size(); i++) {
			if (i > 0) {
				records.add(new TreeMap<>(Map.of("order_id", order.cell("order_id"))));
			}
			records.get(i).putAll(order.lines().get(i));
		}
		return records;
	}

	/** What belongs together stays together. */
	private void writeParts(String name, List<List<Map<String, String>>> together, int parts) throws IOException {
		int perPart = Math.max(1, (together.size() + parts - 1) / parts);
		for (int from = 0; from < together.size(); from += perPart) {
			List<List<Map<String, String>>> part = together.subList(from, Math.min(from + perPart, together.size()));
			write(name + "-" + (from / perPart + 1), part.stream().flatMap(List::stream).toList());
		}
	}

	private void write(String name, List<Map<String, String>> records) throws IOException {
		if (records.isEmpty()) {
			return;
		}
		Map<String, String> columns = new LinkedHashMap<>();
		records.forEach((cells) -> new TreeMap<>(cells).keySet().forEach((column) -> columns.put(column, column)));
		List<String> lines = new ArrayList<>();
		lines.add(String.join(",", columns.keySet()) + ",night");
		for (Map<String, String> cells : records) {
			List<String> row = columns.keySet()
				.stream()
				.map((column) -> quoted(cells.getOrDefault(column, "")))
				.toList();
			lines.add(String.join(",", row) + "," + this.number);
		}
		Path file = this.directory.resolve(name + ".csv");
		Files.write(file, lines);
		this.written.add(file);
	}

	private static String quoted(String cell) {
		boolean plain = cell.chars().noneMatch((c) -> c == ',' || c == '"' || c == '\n' || c == '\r');
		return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
	}

}
