package dev.tieout.orders.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;

import dev.tieout.attribution.Order;
import dev.tieout.attribution.OrderStatus;
import dev.tieout.bulk.CopiedRows;
import dev.tieout.bulk.CustomerCursor;
import dev.tieout.bulk.CustomerRange;
import dev.tieout.commission.Sale;
import dev.tieout.commission.TaxTreatment;
import dev.tieout.orders.StandingOrder;

/** Reads the counting revisions of complete files, sorted by customer. */
public final class OrderStream {

	private static final OrderStatus[] STATUSES = OrderStatus.values();

	private static final TaxTreatment[] TREATMENTS = TaxTreatment.values();

	private OrderStream() {
	}

	/**
	 * Opens the stream, by far the largest: it has a connection to itself.
	 * @param connection does nothing else until the stream is closed
	 * @param range which customers
	 * @param stores the stores' codes by number
	 * @return the cursor
	 * @throws SQLException when the query fails
	 */
	public static CustomerCursor<StandingOrder> open(Connection connection, CustomerRange range,
			Map<Integer, String> stores) throws SQLException {
		return new CustomerCursor<>(new CopiedRows(connection,
				"""
						select customer_no, order_no, placed_at, subtotal, shipping, tax, tip, total, refunded, status, tax_treatment,
						       currency, store_no, order_id, order_number, coupons, ref_code, lines::text, file_no, line
						from order_revision
						where superseded_by is null
						      and file_no not in (select file_no from input_file where state not in ('complete', 'posted'))
						      and %s
						order by customer_no
						"""
					.formatted(range.sql("customer_no"))),
				(row) -> read(row, stores));
	}

	/** Cells come in the order of the columns. */
	private static StandingOrder read(CopiedRows row, Map<Integer, String> stores) {
		long number = row.number();
		Instant placedAt = row.instant();
		long subtotal = row.number();
		long shipping = row.number();
		long tax = row.number();
		long tip = row.number();
		long total = row.number();
		long refunded = row.number();
		OrderStatus status = STATUSES[row.small()];
		TaxTreatment treatment = TREATMENTS[row.small()];
		Currency currency = Currency.getInstance(row.text());
		String store = stores.getOrDefault(row.small(), "");
		String id = row.text();
		String orderNumber = row.textOrEmpty();
		List<String> coupons = codes(row.textOrEmpty());
		String refCode = row.textOrEmpty();
		Sale sale = new Sale(currency, subtotal, shipping, tax, tip, total, refunded, treatment,
				LinesJson.saleLines(row.textOrEmpty()));
		Order order = new Order(number, store, id, placedAt, status, sale, coupons, refCode);
		return new StandingOrder(order, orderNumber, row.integer(), row.integer());
	}

	private static List<String> codes(String coupons) {
		return coupons.isEmpty() ? List.of() : Arrays.asList(coupons.split(","));
	}

}
