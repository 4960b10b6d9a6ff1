package dev.tieout.orders.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import dev.tieout.attribution.OrderStatus;
import dev.tieout.bulk.CopyRows;
import dev.tieout.identity.Party;
import dev.tieout.identity.PartyNumbers;
import dev.tieout.orders.OrderContent;
import dev.tieout.records.Item;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes orders of a file as revisions. They count only once their file is complete. One
 * instance serves one file.
 */
public final class OrderRevisionRows {

	/** Most orders leave out what a column's default says: each column costs time. */
	private static final String[] PLAIN = { "revision_no", "order_no", "customer_no", "placed_at", "revised_at",
			"subtotal", "discount", "shipping", "tax", "total", "refunded", "content_hash", "file_no", "line",
			"store_no", "status", "tax_treatment", "currency", "order_id", "order_number" };

	private static final String[] MORE = { "duties", "tip", "records", "totals_mismatch", "coupons", "ref_code",
			"lines" };

	private final JdbcClient jdbc;

	private final PartyNumbers customers;

	private final KnownOrders knownOrders;

	private final OrderFile file;

	private final boolean lookUp;

	private final CopyRows plain = new CopyRows("order_revision", PLAIN);

	private final CopyRows full = new CopyRows("order_revision",
			Stream.of(PLAIN, MORE).flatMap(Stream::of).toArray(String[]::new));

	private final CopyRows notices = new CopyRows("notice", "file_no", "line", "kind", "order_no", "detail");

	/**
	 * Makes a writer.
	 * @param jdbc the database
	 * @param customers numbers customers
	 * @param file the file
	 * @param lookUp whether some of its orders may be known; without, a first load need
	 * not look
	 */
	public OrderRevisionRows(JdbcClient jdbc, PartyNumbers customers, OrderFile file, boolean lookUp) {
		this.jdbc = jdbc;
		this.customers = customers;
		this.knownOrders = new KnownOrders(jdbc);
		this.file = file;
		this.lookUp = lookUp;
	}

	/**
	 * Writes orders in the connection's transaction. One that says what counts already is
	 * not written.
	 * @param items what was read of the file
	 * @param connection where to write
	 * @return how many records say nothing new
	 * @throws SQLException when the database refuses
	 */
	public int write(List<Item.Accepted<OrderContent>> items, Connection connection) throws SQLException {
		List<Fresh> fresh = fresh(items);
		if (!fresh.isEmpty()) {
			long[] buyers = buyers(fresh);
			long number = this.jdbc.sql("select nextval('order_numbers')").query(Long.class).single();
			for (int i = 0; i < buyers.length; i++) {
				add(fresh.get(i), number + i, buyers[i]);
			}
			this.plain.writeTo(connection);
			this.full.writeTo(connection);
			this.notices.writeTo(connection);
		}
		int all = items.stream().mapToInt(Item::records).sum();
		return all - fresh.stream().mapToInt((one) -> one.item().records()).sum();
	}

	private List<Fresh> fresh(List<Item.Accepted<OrderContent>> items) {
		Map<String, KnownOrders.Known> known = this.lookUp ? this.knownOrders.find(this.file.store(),
				items.stream().map((item) -> item.value().orderId()).toList()) : Map.of();
		List<Fresh> fresh = new ArrayList<>(items.size());
		for (Item.Accepted<OrderContent> item : items) {
			UUID hash = item.value().contentHash();
			KnownOrders.Known held = known.get(item.value().orderId());
			if (held == null || !held.contentHash().equals(hash)) {
				fresh.add(new Fresh(item, hash, (held != null) ? held.number() : 0));
			}
		}
		return fresh;
	}

	/** The customers' numbers; 0 for an order without address. */
	private long[] buyers(List<Fresh> fresh) {
		List<Party> named = new ArrayList<>(fresh.size());
		for (Fresh one : fresh) {
			OrderContent order = one.item().value();
			if (!order.customerEmail().isEmpty()) {
				named.add(new Party(order.customerEmail(), order.customerEmailAsWritten(), order.customerName()));
			}
		}
		long[] numbers = this.customers.numbersOf(named);
		long[] buyers = new long[fresh.size()];
		int next = 0;
		for (int i = 0; i < buyers.length; i++) {
			buyers[i] = fresh.get(i).item().value().customerEmail().isEmpty() ? 0 : numbers[next++];
		}
		return buyers;
	}

	private void add(Fresh fresh, long revision, long buyer) {
		OrderContent order = fresh.item().value();
		long number = (fresh.known() != 0) ? fresh.known() : revision;
		boolean isPlain = isPlain(fresh);
		CopyRows row = isPlain ? this.plain : this.full;
		row.row()
			.number(revision)
			.number(number)
			.number((buyer != 0) ? buyer : -number)
			.instant(order.orderedAt())
			.instant(order.revisedAt().orElse(this.file.dated()))
			.number(order.subtotal())
			.number(order.discount())
			.number(order.shipping())
			.number(order.tax())
			.number(order.total())
			.number(order.refunded())
			.uuid(fresh.hash())
			.integer(this.file.number())
			.integer(Math.toIntExact(fresh.item().line()))
			.small(this.file.store())
			.small(order.status().ordinal())
			.small(order.taxTreatment().ordinal())
			.text(order.currency().getCurrencyCode())
			.text(order.orderId())
			.textOrNull(order.orderNumber());
		if (!isPlain) {
			row.number(order.duties())
				.number(order.tip())
				.integer(fresh.item().records())
				.flag(order.totalsMismatch())
				.textOrNull(String.join(",", order.coupons()))
				.textOrNull(order.refCode())
				.jsonOrNull(LinesJson.of(order.lines()));
		}
		notices(fresh, number);
	}

	private static boolean isPlain(Fresh fresh) {
		OrderContent order = fresh.item().value();
		return order.duties() == 0 && order.tip() == 0 && fresh.item().records() == 1 && !order.totalsMismatch()
				&& order.coupons().isEmpty() && order.refCode().isEmpty() && order.lines().isEmpty();
	}

	private void notices(Fresh fresh, long number) {
		OrderContent order = fresh.item().value();
		if (order.totalsMismatch()) {
			notice(fresh, number, "TOTALS_MISMATCH",
					"subtotal, shipping, tax, duties and tip do not add up to the total");
		}
		if (order.status() == OrderStatus.PARTIALLY_REFUNDED && order.refunded() == 0) {
			notice(fresh, number, "REFUND_AMOUNT_MISSING", "partially refunded, but the refunded amount is 0");
		}
	}

	private void notice(Fresh fresh, long order, String kind, String detail) {
		this.notices.row()
			.integer(this.file.number())
			.number(fresh.item().line())
			.text(kind)
			.number(order)
			.text("order " + fresh.item().value().orderId() + ": " + detail);
	}

	/**
	 * An order that says something new.
	 *
	 * @param known the number of an order that is known, else 0
	 */
	private record Fresh(Item.Accepted<OrderContent> item, UUID hash, long known) {

	}

}
