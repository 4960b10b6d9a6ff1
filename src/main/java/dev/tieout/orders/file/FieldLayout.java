package dev.tieout.orders.file;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tieout.records.Column;
import dev.tieout.records.Columns;
import dev.tieout.records.FileRecord;
import dev.tieout.records.Problems;

/** The native layout, and mapped ones, which have its fields under other names. */
final class FieldLayout implements OrderLayout {

	private final OrderCells cells;

	private final boolean currencyRequired;

	private final Column id;

	private final Column number;

	private final Column orderedAt;

	private final Column email;

	private final Column customerName;

	private final Column currency;

	private final Column subtotal;

	private final Column discount;

	private final Column shipping;

	private final Column tax;

	private final Column duties;

	private final Column tip;

	private final Column total;

	private final Column refunded;

	private final Column status;

	private final Column coupons;

	private final Column refCode;

	private final Column revisedAt;

	private final LineColumns lines;

	private final boolean hasLines;

	FieldLayout(Columns columns, OrderReading reading) {
		this.cells = new OrderCells(reading);
		this.currencyRequired = reading.format() == OrderFormat.NATIVE;
		FieldColumns fields = new FieldColumns(columns, reading);
		this.id = fields.required("order_id");
		this.number = fields.optional("order_number");
		this.orderedAt = fields.required("ordered_at");
		this.email = fields.required("customer_email");
		this.customerName = fields.optional("customer_name");
		this.currency = this.currencyRequired ? fields.required("currency") : fields.optional("currency");
		this.subtotal = fields.required("subtotal");
		this.discount = fields.optional("discount");
		this.shipping = fields.optional("shipping");
		this.tax = fields.optional("tax");
		this.duties = fields.optional("duties");
		this.tip = fields.optional("tip");
		this.total = fields.required("total");
		this.refunded = fields.optional("refunded");
		this.status = fields.required("status");
		this.coupons = fields.optional("coupon_code");
		this.refCode = fields.optional("ref_code");
		this.revisedAt = fields.optional("revised_at");
		this.lines = new LineColumns(fields.optional("line_sku"), fields.optional("line_name"),
				fields.optional("line_quantity"), fields.optional("line_price"), fields.optional("line_discount"));
		this.hasLines = this.lines.columns().anyMatch(Column::isPresent);
	}

	@Override
	public Column key() {
		return this.id;
	}

	@Override
	public boolean hasLines() {
		return this.hasLines;
	}

	@Override
	public Column id() {
		return this.id;
	}

	@Override
	public List<OrderColumn> orderColumns() {
		return Stream
			.concat(Stream.of(this.email, this.customerName).map(OrderColumn::personal),
					Stream
						.of(this.number, this.orderedAt, this.currency, this.subtotal, this.discount, this.shipping,
								this.tax, this.duties, this.tip, this.total, this.refunded, this.status, this.coupons,
								this.refCode, this.revisedAt)
						.map(OrderColumn::plain))
			.toList();
	}

	@Override
	public void readOrder(FileRecord record, OrderDraft draft, Problems problems) {
		draft.id = OrderIds.read(this.id, record, problems);
		draft.number = this.number.text(record);
		problems.checkLength(this.number, draft.number);
		draft.orderedAt = this.cells.timestamps().required(this.orderedAt, record, problems);
		OrderCells.customer(this.email, record, draft, problems);
		draft.customerName = this.customerName.label(record);
		Optional<Currency> known = this.currencyRequired ? this.cells.currency(this.currency, record, problems)
				: this.cells.currencyOrProgram(this.currency, record, problems);
		if (known.isPresent()) {
			draft.currency = known.get();
			readAmounts(record, draft, problems);
		}
		draft.status = this.cells.statuses().read(this.status, record, problems);
		draft.coupons = OrderCells.codes(this.coupons, record, problems);
		draft.refCode = this.refCode.lowerCase(record);
		problems.checkLength(this.refCode, draft.refCode);
		draft.revisedAt = this.cells.timestamps().optional(this.revisedAt, record, problems);
	}

	private void readAmounts(FileRecord record, OrderDraft draft, Problems problems) {
		draft.subtotal = AmountCells.required(this.subtotal, record, draft.currency, problems);
		draft.discount = AmountCells.optional(this.discount, record, draft.currency, problems);
		draft.shipping = AmountCells.optional(this.shipping, record, draft.currency, problems);
		draft.tax = AmountCells.optional(this.tax, record, draft.currency, problems);
		draft.duties = AmountCells.optional(this.duties, record, draft.currency, problems);
		draft.tip = AmountCells.optional(this.tip, record, draft.currency, problems);
		draft.total = AmountCells.required(this.total, record, draft.currency, problems);
		draft.refunded = AmountCells.optional(this.refunded, record, draft.currency, problems);
	}

	@Override
	public void readLines(FileRecord record, OrderDraft draft, Problems problems) {
		if (this.hasLines && this.lines.isLine(record)) {
			draft.addLine(this.lines.read(record, problems));
		}
	}

	@Override
	public void complete(FileRecord record, OrderDraft draft, Problems problems) {
		// Nothing follows from the lines: the layout has the sums.
	}

}
