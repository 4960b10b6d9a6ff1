package dev.tieout.orders.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;

import dev.tieout.attribution.Order;
import dev.tieout.attribution.OrderStatus;
import dev.tieout.bulk.CustomerCursor;
import dev.tieout.bulk.CustomerRange;
import dev.tieout.commission.Sale;
import dev.tieout.commission.TaxTreatment;
import dev.tieout.orders.StandingOrder;
import org.jspecify.annotations.Nullable;

/** Reads the counting revisions of complete files, sorted by customer. */
public final class OrderStream {

	private static final OrderStatus[] STATUSES = OrderStatus.values();

	private static final TaxTreatment[] TREATMENTS = TaxTreatment.values();

	private OrderStream() {
	}

	/**
	 * Opens the stream.
	 * @param connection autocommit off
	 * @param range which customers
	 * @param stores the stores' codes by number
	 * @return the cursor
	 * @throws SQLException when the query fails
	 */
	public static CustomerCursor<StandingOrder> open(Connection connection, CustomerRange range,
			Map<Integer, String> stores) throws SQLException {
		return new CustomerCursor<>(connection,
				"""
						select customer_no, order_no, placed_at, subtotal, shipping, tax, tip, total, refunded, status, tax_treatment,
						       currency, store_no, order_id, order_number, coupons, ref_code, lines, file_no, line
						from order_revision
						where superseded_by is null
						      and file_no not in (select file_no from input_file where state not in ('complete', 'posted'))
						      and %s
						order by customer_no
						"""
					.formatted(range.sql("customer_no")),
				(row) -> read(row, stores));
	}

	private static StandingOrder read(ResultSet row, Map<Integer, String> stores) throws SQLException {
		Sale sale = new Sale(Currency.getInstance(row.getString(12)), row.getLong(4), row.getLong(5), row.getLong(6),
				row.getLong(7), row.getLong(8), row.getLong(9), TREATMENTS[row.getInt(11)],
				LinesJson.saleLines(row.getString(18)));
		Order order = new Order(row.getLong(2), stores.getOrDefault(row.getInt(13), ""), row.getString(14),
				row.getObject(3, OffsetDateTime.class).toInstant(), STATUSES[row.getInt(10)], sale,
				codes(row.getString(16)), orEmpty(row.getString(17)));
		return new StandingOrder(order, orEmpty(row.getString(15)), row.getInt(19), row.getInt(20));
	}

	private static List<String> codes(@Nullable String coupons) {
		return (coupons != null) ? Arrays.asList(coupons.split(",")) : List.of();
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
