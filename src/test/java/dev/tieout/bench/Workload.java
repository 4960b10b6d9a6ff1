package dev.tieout.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * The standard workload: orders over two years in files of 500,000, a fifth as many
 * customers (skewed), 30 % of them connected to 2,000 affiliates, 3 % of the orders
 * refunded in full, 2 % in part, 3 % pending, 0.1 % without an address; 365 days, 5
 * orders, 10 % of net.
 *
 * @param folder where the files lie
 * @param orders how many
 * @param seed of the random numbers
 * @param ofOneCustomer how many of the orders are one customer's
 */
record Workload(Path folder, int orders, long seed, int ofOneCustomer) {

	private static final int PER_FILE = 500_000;

	private static final int AFFILIATES = 2_000;

	private static final long SECONDS = 63_072_000;

	private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

	/** A night's orders are placed on the day after the last of these. */
	private static final Instant NIGHT = START.plusSeconds(SECONDS);

	private static final int NIGHT_ORDERS = 20_000;

	private static final int NIGHT_REFUNDS = 200;

	private static final int FIRST_ID = 1_000_000;

	private static final String HEADER = "order_id,order_number,ordered_at,customer_email,currency,subtotal,discount,"
			+ "shipping,tax,total,refunded,status";

	private static final String PROGRAM = """
			program: bench
			zone: UTC
			currency: USD
			rules:
			  - effective-from: 2024-01-01
			    connect:
			      enabled: true
			      expires-after-days: 365
			      max-orders: 5
			    commission:
			      rate: 10%
			      base: net
			""";

	private static final String JOB = """
			job: bench
			program: program.yml
			inputs:
			  affiliates: [affiliates.csv]
			  connections: [connections.csv]
			  orders:
			    - files: orders-*.csv
			      format: native
			      store: main
			""";

	void write() throws IOException {
		Files.createDirectories(this.folder);
		removeFormer();
		Files.writeString(this.folder.resolve("program.yml"), PROGRAM);
		Files.writeString(this.folder.resolve("bench.yml"), JOB);
		SplittableRandom dice = new SplittableRandom(this.seed);
		writeAffiliates();
		writeConnections(dice);
		for (int first = 0; first < this.orders; first += PER_FILE) {
			writeOrders(dice, first, Math.min(this.orders, first + PER_FILE));
		}
	}

	/** A larger workload had more files, and all that are there are read. */
	private void removeFormer() throws IOException {
		try (DirectoryStream<Path> former = Files.newDirectoryStream(this.folder, "orders-*.csv")) {
			for (Path file : former) {
				Files.delete(file);
			}
		}
	}

	private void writeOrders(SplittableRandom dice, int from, int to) throws IOException {
		try (PrintWriter out = file("orders-%03d.csv".formatted(from / PER_FILE))) {
			out.print(HEADER + "\n");
			for (int i = from; i < to; i++) {
				out.print(order(dice, FIRST_ID + i, placedAt(i), buyer(dice, i)));
			}
		}
	}

	private Instant placedAt(int order) {
		return START.plusSeconds(order * SECONDS / this.orders);
	}

	/**
	 * Adds a night: new orders, half of them of new customers, and refunds of old ones.
	 */
	Path addNight() throws IOException {
		SplittableRandom dice = new SplittableRandom(this.seed + 1);
		try (PrintWriter out = file("orders-night.csv")) {
			out.print(HEADER + ",revised_at\n");
			for (int i = 0; i < NIGHT_ORDERS; i++) {
				int customer = (i % 2 == 0) ? customers() + i : skewed(dice);
				Instant at = NIGHT.plusSeconds(i * 86_400L / NIGHT_ORDERS);
				out.print(order(dice, FIRST_ID + this.orders + i, at, customer).stripTrailing() + ",\n");
			}
			for (int i = 0; i < NIGHT_REFUNDS; i++) {
				int old = (int) ((long) i * this.orders / NIGHT_REFUNDS);
				Instant at = placedAt(old);
				out.print("%d,#%d,%s,%s,USD,100.00,0.00,5.00,20.00,125.00,125.00,refunded,%s\n"
					.formatted(FIRST_ID + old, FIRST_ID + old, at, address(skewed(dice)), NIGHT.plusSeconds(60)));
			}
		}
		return this.folder.resolve("orders-night.csv");
	}

	/** The id of one of the orders. */
	String anOrder() {
		return Integer.toString(FIRST_ID + this.orders / 4);
	}

	private int customers() {
		return Math.max(1, this.orders / 5);
	}

	private int buyer(SplittableRandom dice, int order) {
		int drawn = skewed(dice);
		return (this.ofOneCustomer > 0
				&& (long) order * this.ofOneCustomer / this.orders != (order + 1L) * this.ofOneCustomer / this.orders)
						? 0 : drawn;
	}

	private int skewed(SplittableRandom dice) {
		return (int) (customers() * Math.pow(dice.nextDouble(), 1.6));
	}

	private void writeAffiliates() throws IOException {
		try (PrintWriter out = file("affiliates.csv")) {
			out.print("affiliate_email,name,ref_code,coupon,group,status\n");
			for (int a = 1; a <= AFFILIATES; a++) {
				out.print("affiliate%d@partners.example,Affiliate %d,REF%d,SAVE%d,,%s\n".formatted(a, a, a, a,
						(a % 50 == 0) ? "blocked" : "active"));
			}
		}
	}

	private void writeConnections(SplittableRandom dice) throws IOException {
		try (PrintWriter out = file("connections.csv")) {
			out.print("affiliate_email,customer_name,customer_email,connected_at\n");
			for (int c = 0; c < customers(); c++) {
				if (dice.nextDouble() < 0.3) {
					out.print(
							"affiliate%d@partners.example,Customer %d,C%s,%s\n".formatted(1 + dice.nextInt(AFFILIATES),
									c, address(c).substring(1), START.plusSeconds(dice.nextInt(31_536_000))));
				}
			}
		}
	}

	private static String address(int customer) {
		return "customer" + customer + "@mail" + customer % 97 + ".example";
	}

	private static String order(SplittableRandom dice, int id, Instant at, int customer) {
		int subtotal = 500 + dice.nextInt(49_500);
		int discount = (dice.nextDouble() < 0.2) ? subtotal / 10 : 0;
		int tax = subtotal / 5;
		int total = subtotal + 500 + tax;
		double fate = dice.nextDouble();
		int refunded = (fate < 0.03) ? total : (fate < 0.05) ? total / 3 : 0;
		String status = (fate < 0.03) ? "refunded"
				: (fate < 0.05) ? "partially_refunded" : (fate < 0.08) ? "pending" : "paid";
		String address = (dice.nextDouble() < 0.001) ? "" : address(customer);
		return id + ",#" + id + "," + at + "," + address + ",USD," + units(subtotal) + "," + units(discount) + ",5.00,"
				+ units(tax) + "," + units(total) + "," + units(refunded) + "," + status + "\n";
	}

	private static String units(int cents) {
		int rest = cents % 100;
		return cents / 100 + ((rest < 10) ? ".0" : ".") + rest;
	}

	private PrintWriter file(String name) throws IOException {
		return new PrintWriter(Files.newBufferedWriter(this.folder.resolve(name), StandardCharsets.UTF_8));
	}

}
