package dev.tieout.worlds;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.tieout.attribution.Order;
import dev.tieout.commission.Sale;
import dev.tieout.money.Money;

/** Orders as cells of the native layout. */
public final class WorldOrders {

	private WorldOrders() {
	}

	/**
	 * Returns an order's cells.
	 * @param order the order
	 * @param customer the address as it is to be written
	 * @param placedAt the time as it is to be written
	 * @return by column
	 */
	public static Map<String, String> cells(Order order, String customer, String placedAt) {
		Sale sale = order.sale();
		Map<String, String> cells = new HashMap<>();
		cells.put("store", order.store());
		cells.put("order_id", order.id());
		cells.put("order_number", "#" + order.number());
		cells.put("ordered_at", placedAt);
		cells.put("customer_email", customer);
		cells.put("currency", sale.currency().getCurrencyCode());
		cells.put("subtotal", amount(sale.subtotal(), sale));
		cells.put("shipping", amount(sale.shipping(), sale));
		cells.put("tax", amount(sale.tax(), sale));
		cells.put("tip", amount(sale.tip(), sale));
		cells.put("total", amount(sale.total(), sale));
		cells.put("refunded", (sale.refunded() == 0) ? "" : amount(sale.refunded(), sale));
		cells.put("status", order.status().word());
		cells.put("coupon_code", String.join(", ", order.coupons()).toUpperCase(Locale.ROOT));
		cells.put("ref_code", order.referralCode());
		return cells;
	}

	/**
	 * Returns the cells of an order's lines: the net amount as a price, and a name, so
	 * that no line is blank.
	 * @param order the order
	 * @return of each line, by column
	 */
	public static List<Map<String, String>> lines(Order order) {
		return order.sale()
			.lines()
			.stream()
			.map((line) -> Map.of("line_sku", line.sku(), "line_name", "Thing", "line_quantity", "1", "line_price",
					line.net().toPlainString()))
			.toList();
	}

	private static String amount(long minor, Sale sale) {
		return new Money(minor, sale.currency()).toPlainString();
	}

}
