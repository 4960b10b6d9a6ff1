package dev.tieout.orders.file;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.tieout.records.Column;
import dev.tieout.records.Columns;

/** Finds the columns of the native layout's fields, under their own or mapped names. */
final class FieldColumns {

	private static final Set<String> FIELDS = Set.of("order_id", "order_number", "ordered_at", "customer_email",
			"customer_name", "currency", "subtotal", "discount", "shipping", "tax", "duties", "tip", "total",
			"refunded", "status", "coupon_code", "ref_code", "revised_at", "line_sku", "line_name", "line_quantity",
			"line_price", "line_discount");

	private final Columns columns;

	private final boolean mapped;

	private final Map<String, String> headers;

	FieldColumns(Columns columns, OrderReading reading) {
		this.columns = columns;
		this.mapped = reading.format() == OrderFormat.MAPPED;
		this.headers = reading.columns();
		Set<String> unknown = new TreeSet<>(this.headers.keySet());
		unknown.removeAll(FIELDS);
		if (this.mapped && !unknown.isEmpty()) {
			throw new IllegalArgumentException("'columns' of store '" + reading.store() + "' has the unknown fields "
					+ unknown + "; known are " + new TreeSet<>(FIELDS));
		}
	}

	Column required(String field) {
		if (this.mapped && !this.headers.containsKey(field)) {
			throw new IllegalArgumentException("'columns' must name the column of '" + field + "'");
		}
		return this.mapped ? optional(field) : this.columns.required(field);
	}

	/** Returns a field's column; one that somebody has mapped must be there. */
	Column optional(String field) {
		if (!this.mapped) {
			return this.columns.optional(field);
		}
		String header = this.headers.get(field);
		return (header != null) ? this.columns.required(header) : new Column(field, -1);
	}

}
