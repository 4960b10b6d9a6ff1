package dev.tieout.configuration;

import java.util.List;

/** The fields of an order, by the names of the native layout's columns (files.md). */
final class OrderFields {

	static final List<String> REQUIRED = List.of("order_id", "ordered_at", "customer_email", "currency", "subtotal",
			"total", "status");

	static final List<String> ALL = List.of("order_id", "order_number", "ordered_at", "customer_email", "customer_name",
			"currency", "subtotal", "discount", "shipping", "tax", "total", "refunded", "status", "coupon_code",
			"ref_code", "line_sku", "line_name", "line_quantity", "line_price", "line_discount", "tip", "duties",
			"revised_at");

	private OrderFields() {
	}

}
