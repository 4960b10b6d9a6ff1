package dev.tieout.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.tieout.database.BenchmarkServer;

/**
 * The benchmark: makes the workload, starts one PostgreSQL with fsync on, and lets the
 * peer's SQL and Tieout work on it in turn, round after round, a CHECKPOINT before each.
 * The system properties {@code bench.orders} (2000000), {@code bench.rounds} (3),
 * {@code bench.seed} (7), {@code bench.heap} (512m), {@code bench.one-customer} (0 orders
 * of one customer) and {@code bench.folder} say what.
 */
public final class Benchmark {

	private static final int ORDERS = Integer.getInteger("bench.orders", 2_000_000);

	private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

	private static final String HEAP = System.getProperty("bench.heap", "512m");

	private final Workload workload;

	private final BenchmarkServer server;

	private final Figures figures = new Figures();

	private Benchmark(Workload workload, BenchmarkServer server) {
		this.workload = workload;
		this.server = server;
	}

	public static void main(String[] arguments) throws Exception {
		Path folder = Path.of(System.getProperty("bench.folder", "target/benchmark")).toAbsolutePath();
		Workload workload = new Workload(folder.resolve("workload"), ORDERS, Long.getLong("bench.seed", 7L),
				Integer.getInteger("bench.one-customer", 0));
		System.out.printf("Writing %,d orders, seed %d, to %s%n", ORDERS, workload.seed(), workload.folder());
		workload.write();
		try (BenchmarkServer server = BenchmarkServer.start(folder.resolve("server"))) {
			Benchmark benchmark = new Benchmark(workload, server);
			// The launcher prepares a new build at its first call, as it builds it.
			benchmark.tieout(Map.of(), "--version");
			for (int round = 1; round <= ROUNDS; round++) {
				benchmark.round(round);
			}
			System.out.println();
			System.out.print(benchmark.figures.table());
		}
	}

	private void round(int round) throws Exception {
		Files.deleteIfExists(this.workload.folder().resolve("orders-night.csv"));
		double peer = peer();
		String database = "tieout_bench";
		this.server.create(database);
		Map<String, String> environment = this.server.environment(database);
		this.server.checkpoint();
		Measured first = tieout(environment, "run", "bench.yml", "--business-date", "2026-01-01");
		compare(database);
		add("first run", first, peer);
		this.figures.add("first run, orders per second", ORDERS / first.seconds());
		this.figures.add("first run, heap in MB", (double) first.heapMegabytes());
		this.figures.add("first run, resident MB", (double) first.residentMegabytes());
		steps(database);
		this.workload.addNight();
		this.server.checkpoint();
		add("night", tieout(environment, "run", "bench.yml", "--business-date", "2026-01-02"), peer);
		steps(database);
		long before = entries(database);
		this.server.checkpoint();
		add("rerun of a month", tieout(environment, "rerun", "bench.yml", "--from", "2025-03-01", "--to", "2025-03-31",
				"--reason", "benchmark"), peer);
		if (entries(database) != before) {
			throw new IllegalStateException("the rerun has posted something");
		}
		steps(database);
		add("explain", tieout(environment, "explain", this.workload.anOrder()), peer);
		add("balances", tieout(environment, "balances"), peer);
		this.server.drop(database);
		System.out.printf("Round %d of %d: peer %.1f s, first run %.1f s, ratio %.2f%n", round, ROUNDS, peer,
				first.seconds(), first.seconds() / peer);
	}

	private double peer() throws SQLException, IOException {
		this.server.create("peer_bench");
		this.server.checkpoint();
		try (Connection connection = this.server.connect("peer_bench")) {
			long start = System.nanoTime();
			new PeerScript(this.workload.folder()).run(connection);
			double seconds = (System.nanoTime() - start) / 1e9;
			this.figures.add("peer", seconds);
			return seconds;
		}
	}

	private Measured tieout(Map<String, String> environment, String... arguments)
			throws IOException, InterruptedException {
		return Measured.of(this.workload.folder(), HEAP, environment, arguments);
	}

	private void add(String name, Measured measured, double peer) {
		this.figures.add(name + ", seconds", measured.seconds());
		this.figures.add(name + ", ratio to the peer", measured.seconds() / peer);
	}

	/** Faster but wrong would be no faster. */
	private void compare(String database) throws SQLException {
		SortedMap<String, String> expected;
		try (Connection connection = this.server.connect("peer_bench")) {
			expected = PeerScript.totals(connection);
		}
		this.server.drop("peer_bench");
		SortedMap<String, String> found = new TreeMap<>();
		query(database, """
				select c.name, count(*) || ' orders, ' || sum(order_total) || ' minor units, commission '
				       || coalesce(sum(commission), 0)
				from tieout.decision d join tieout.reason_code c on c.code = d.reason group by 1
				""", (row) -> found.put(row.getString(1), row.getString(2)));
		if (!found.equals(expected)) {
			throw new IllegalStateException("the answers differ:\npeer   " + expected + "\nTieout " + found);
		}
	}

	/** The steps of the last run that take long enough to tell. */
	private void steps(String database) throws SQLException {
		query(database, """
				select r.kind, r.run_no, s.step_name, extract(epoch from s.end_time - s.start_time)
				from tieout.batch_step_execution s
				join tieout.batch_job_execution_params p using (job_execution_id)
				join tieout.run r on p.parameter_name = 'run' and r.run_no::text = p.parameter_value
				where r.run_no = (select max(run_no) from tieout.run) and s.step_name not like '%:%'
				order by s.step_execution_id
				""", (row) -> {
			double seconds = row.getDouble(4);
			if (seconds >= 0.05) {
				this.figures.add(
						"  %s %d, step %s, seconds".formatted(row.getString(1), row.getInt(2), row.getString(3)),
						seconds);
			}
		});
	}

	private long entries(String database) throws SQLException {
		long[] count = new long[1];
		query(database, "select count(*) from tieout.ledger_entry", (row) -> count[0] = row.getLong(1));
		return count[0];
	}

	private void query(String database, String sql, Row row) throws SQLException {
		try (Connection connection = this.server.connect(database);
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				row.accept(rows);
			}
		}
	}

	private interface Row {

		void accept(ResultSet row) throws SQLException;

	}

}
