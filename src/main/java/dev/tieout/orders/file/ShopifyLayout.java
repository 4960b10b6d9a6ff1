package dev.tieout.orders.file;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tieout.attribution.OrderStatus;
import dev.tieout.identity.PlainText;
import dev.tieout.orders.OrderLine;
import dev.tieout.records.Column;
import dev.tieout.records.Columns;
import dev.tieout.records.FileRecord;
import dev.tieout.records.Problems;

/**
 * Shopify's order export: one record per line item, the order's own values on the first.
 * Required are the columns without which an order would be judged wrongly in silence;
 * every export has them.
 */
final class ShopifyLayout implements OrderLayout {

	private final OrderCells cells;

	private final Column name;

	private final Column id;

	private final Column createdAt;

	private final Column email;

	private final Column billingName;

	private final Column currency;

	private final Column subtotal;

	private final Column discount;

	private final Column shipping;

	private final Column taxes;

	private final Column duties;

	private final Column total;

	private final Column refunded;

	private final Column financialStatus;

	private final Column cancelledAt;

	private final Column discountCode;

	private final Column noteAttributes;

	private final LineColumns lines;

	private final Column lineTaxable;

	private final Column lineShipped;

	ShopifyLayout(Columns columns, OrderReading reading) {
		this.cells = new OrderCells(reading);
		this.name = columns.required("Name");
		this.id = (reading.orderIdColumn() == OrderIdColumn.NAME) ? this.name : columns.required("Id");
		this.createdAt = columns.required("Created at");
		this.email = columns.required("Email");
		this.billingName = columns.optional("Billing Name");
		this.currency = columns.required("Currency");
		this.subtotal = columns.required("Subtotal");
		this.discount = columns.optional("Discount Amount");
		this.shipping = columns.optional("Shipping");
		this.taxes = columns.required("Taxes");
		this.duties = columns.optional("Duties");
		this.total = columns.required("Total");
		this.refunded = columns.required("Refunded Amount");
		this.financialStatus = columns.required("Financial Status");
		this.cancelledAt = columns.required("Cancelled at");
		this.discountCode = columns.optional("Discount Code");
		this.noteAttributes = columns.optional("Note Attributes");
		this.lines = new LineColumns(columns.optional("Lineitem sku"), columns.optional("Lineitem name"),
				columns.optional("Lineitem quantity"), columns.optional("Lineitem price"),
				columns.optional("Lineitem discount"));
		this.lineTaxable = columns.optional("Lineitem taxable");
		this.lineShipped = columns.optional("Lineitem requires shipping");
	}

	@Override
	public Column key() {
		return this.name;
	}

	@Override
	public boolean hasLines() {
		return true;
	}

	@Override
	public Column id() {
		return this.id;
	}

	@Override
	public List<OrderColumn> orderColumns() {
		return Stream
			.concat(Stream.of(this.email, this.billingName, this.noteAttributes).map(OrderColumn::personal),
					Stream
						.of(this.id, this.createdAt, this.currency, this.subtotal, this.discount, this.shipping,
								this.taxes, this.duties, this.total, this.refunded, this.financialStatus,
								this.cancelledAt, this.discountCode)
						.map(OrderColumn::plain))
			.toList();
	}

	@Override
	public void readOrder(FileRecord record, OrderDraft draft, Problems problems) {
		draft.id = OrderIds.read(this.id, record, problems);
		draft.number = this.name.text(record);
		if (this.id.index() != this.name.index()) {
			checkName(draft.number, problems);
		}
		draft.orderedAt = this.cells.timestamps().required(this.createdAt, record, problems);
		OrderCells.customer(this.email, record, draft, problems);
		draft.customerName = this.billingName.label(record);
		Optional<Currency> known = this.cells.currency(this.currency, record, problems);
		if (known.isPresent()) {
			draft.currency = known.get();
			readAmounts(record, draft, problems);
		}
		draft.status = status(record, problems);
		draft.coupons = OrderCells.codes(this.discountCode, record, problems);
		draft.refCode = reference(this.noteAttributes.text(record));
		problems.checkLength(this.noteAttributes, draft.refCode);
	}

	private void checkName(String number, Problems problems) {
		if (number.isEmpty()) {
			problems.addMissing(this.name);
		}
		problems.checkLength(this.name, number);
	}

	private void readAmounts(FileRecord record, OrderDraft draft, Problems problems) {
		draft.subtotal = AmountCells.required(this.subtotal, record, draft.currency, problems);
		draft.discount = AmountCells.optional(this.discount, record, draft.currency, problems);
		draft.shipping = AmountCells.optional(this.shipping, record, draft.currency, problems);
		draft.tax = AmountCells.optional(this.taxes, record, draft.currency, problems);
		draft.duties = AmountCells.optional(this.duties, record, draft.currency, problems);
		draft.total = AmountCells.required(this.total, record, draft.currency, problems);
		draft.refunded = AmountCells.optional(this.refunded, record, draft.currency, problems);
	}

	private OrderStatus status(FileRecord record, Problems problems) {
		return this.cancelledAt.text(record).isEmpty()
				? this.cells.statuses().read(this.financialStatus, record, problems) : OrderStatus.CANCELLED;
	}

	/** Returns the value of the first line {@code ref: …}, in lower case. */
	private static String reference(String attributes) {
		if (attributes.isEmpty()) {
			return "";
		}
		return attributes.lines()
			.filter((line) -> line.indexOf(':') > 0)
			.filter((line) -> PlainText.lowerCase(line.substring(0, line.indexOf(':'))).equals("ref"))
			.map((line) -> PlainText.lowerCase(line.substring(line.indexOf(':') + 1)))
			.findFirst()
			.orElse("");
	}

	@Override
	public void readLines(FileRecord record, OrderDraft draft, Problems problems) {
		if (!this.lines.isLine(record)) {
			return;
		}
		OrderLine line = this.lines.read(record, problems);
		if (isTip(record)) {
			draft.tips = draft.tips.add(line.net());
		}
		else {
			draft.addLine(line);
		}
	}

	private boolean isTip(FileRecord record) {
		return this.lines.name().text(record).equals("Tip") && this.lineTaxable.lowerCase(record).equals("false")
				&& this.lineShipped.lowerCase(record).equals("false");
	}

	@Override
	public void complete(FileRecord record, OrderDraft draft, Problems problems) {
		if (draft.tips.compareTo(BigDecimal.ZERO) != 0) {
			draft.tip = AmountCells.minor(draft.tips, "the sum of the lines named 'Tip'", draft.currency, problems);
		}
	}

}
