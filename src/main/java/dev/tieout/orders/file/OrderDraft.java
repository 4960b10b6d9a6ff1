package dev.tieout.orders.file;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import dev.tieout.attribution.OrderStatus;
import dev.tieout.orders.OrderContent;
import dev.tieout.orders.OrderLine;

/** An order while its records are read. */
final class OrderDraft {

	String id = "";

	String number = "";

	Instant orderedAt = Instant.EPOCH;

	String email = "";

	String emailAsWritten = "";

	String customerName = "";

	Currency currency;

	long subtotal;

	long discount;

	long shipping;

	long tax;

	long duties;

	long tip;

	/** WooCommerce only: part of the total, and of no field of its own. */
	long fees;

	long total;

	long refunded;

	OrderStatus status = OrderStatus.PENDING;

	List<String> coupons = List.of();

	String refCode = "";

	Optional<Instant> revisedAt = Optional.empty();

	/** Exact until all records are read, in units of the currency. */
	BigDecimal tips = BigDecimal.ZERO;

	private List<OrderLine> lines = List.of();

	OrderDraft(Currency currency) {
		this.currency = currency;
	}

	void addLine(OrderLine line) {
		if (this.lines.isEmpty()) {
			this.lines = new ArrayList<>();
		}
		this.lines.add(line);
	}

	List<OrderLine> lines() {
		return this.lines;
	}

	OrderContent content(PricesIncludeTax prices) {
		long withoutTax = this.subtotal + this.shipping + this.duties + this.tip + this.fees;
		TaxCheck check = TaxCheck.of(prices, withoutTax, this.tax, this.total);
		return new OrderContent(this.id, this.number, this.orderedAt, this.email, this.emailAsWritten,
				this.customerName, this.currency, this.subtotal, this.discount, this.shipping, this.tax, this.duties,
				this.tip, this.total, this.refunded, this.status, check.treatment(), check.mismatch(), this.coupons,
				this.refCode, this.revisedAt, this.lines);
	}

}
