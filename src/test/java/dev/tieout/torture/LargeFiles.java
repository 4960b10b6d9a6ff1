package dev.tieout.torture;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;

import dev.tieout.hostile.Inbox;

/**
 * Writes files that fit into no memory, record by record, and knows what they come to: 10
 * % of each order's subtotal.
 */
final class LargeFiles {

	private static final Instant FIRST_ORDER = Instant.parse("2026-02-01T00:00:00Z");

	private static final String JOB = """
			job: large
			program: program.yml
			inputs:
			  affiliates: [affiliates.csv]
			  connections: [connections.csv]
			  orders:
			    - {files: orders-*.csv, format: native, store: web}
			reports: {directory: reports}
			""";

	private static final String AFFILIATES = "affiliate_email,coupon,group,status,effective_from\n";

	private static final String CONNECTIONS = "affiliate_email,customer_email,connected_at\n";

	private static final String ORDERS = "order_id,ordered_at,customer_email,currency,subtotal,total,status,coupon_code,"
			+ "line_sku,line_name,line_quantity,line_price,note\n";

	private final Path folder;

	private Writer orders;

	private int night = 1;

	private long written;

	private long count;

	private long cents;

	private LargeFiles(Path folder) throws IOException {
		this.folder = folder;
		Files.writeString(folder.resolve("program.yml"), Inbox.PROGRAM);
		Files.writeString(folder.resolve("large.yml"), JOB);
		Files.writeString(folder.resolve("affiliates.csv"), AFFILIATES + "ann@partners.example,ANN10,,active,\n");
		Files.writeString(folder.resolve("connections.csv"), CONNECTIONS);
		this.orders = begin(folder, this.night);
	}

	private static Writer begin(Path folder, int night) throws IOException {
		Writer orders = Files.newBufferedWriter(folder.resolve("orders-%d.csv".formatted(night)),
				StandardCharsets.UTF_8);
		orders.write(ORDERS);
		return orders;
	}

	static LargeFiles in(Path folder) throws IOException {
		return new LargeFiles(folder);
	}

	/** The customer's orders are the affiliate's. */
	void connect(String customer) throws IOException {
		Files.writeString(this.folder.resolve("connections.csv"),
				CONNECTIONS + "ann@partners.example," + customer + ",2026-01-01T00:00:00Z\n");
	}

	/**
	 * Affiliates that came active, and joined a group later; their coupons are C1, C2 …
	 */
	void affiliates(int rows) throws IOException {
		try (Writer out = Files.newBufferedWriter(this.folder.resolve("affiliates.csv"), StandardCharsets.UTF_8)) {
			out.write(AFFILIATES + "ann@partners.example,ANN10,,active,\n");
			for (int i = 1; i <= (rows - 1) / 2; i++) {
				out.write("a%1$d@partners.example,C%1$d,,active,\n".formatted(i));
				out.write("a%1$d@partners.example,C%1$d,later,active,2026-06-01T00:00:00Z\n".formatted(i));
			}
		}
	}

	/** An order of a subtotal between 10 and 99, with a note that nobody reads. */
	void order(String customer, String coupon, String note) throws IOException {
		this.count++;
		int subtotal = 10 + (int) (this.count % 90);
		this.cents += subtotal * 10L;
		record("%1$d,%2$s,%3$s,USD,%4$d.00,%4$d.00,paid,%5$s,,,,,%6$s\n".formatted(this.count,
				FIRST_ORDER.plusSeconds(this.count), customer, subtotal, coupon, note));
	}

	/** An order of so many lines of 1.00 each. */
	void order(String customer, int lines) throws IOException {
		this.count++;
		this.cents += lines * 10L;
		record("%1$d,%2$s,%3$s,USD,%4$d.00,%4$d.00,paid,,SKU-1,Thing 1,1,1.00,\n".formatted(this.count,
				FIRST_ORDER.plusSeconds(this.count), customer, lines));
		for (int line = 2; line <= lines; line++) {
			record("%1$d,,,,,,,,SKU-%2$d,Thing %2$d,1,1.00,\n".formatted(this.count, line));
		}
	}

	private void record(String text) throws IOException {
		this.orders.write(text);
		this.written += text.length();
	}

	/** Later orders come in a file of their own. */
	void nextNight() throws IOException {
		this.night++;
		this.orders = begin(this.folder, this.night);
	}

	/** The business date of the night that is written. */
	LocalDate date() {
		return LocalDate.of(2026, 11, this.night);
	}

	long orders() {
		return this.count;
	}

	/** What they come to. */
	long commissionCents() {
		return this.cents;
	}

	long bytes() {
		return this.written;
	}

	void close() throws IOException {
		this.orders.close();
	}

}
