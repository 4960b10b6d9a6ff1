package dev.tieout.orders.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tieout.identity.PlainText;
import dev.tieout.orders.OrderLine;
import dev.tieout.records.Column;
import dev.tieout.records.Columns;
import dev.tieout.records.FileRecord;
import dev.tieout.records.Problems;
import dev.tieout.records.RejectReason;

/**
 * WooCommerce's order export: one record per order, its items in columns of their own or
 * in one cell. Without items the goods are what shipping, fees and taxes leave of the
 * total, so those columns are required then.
 */
final class WooCommerceLayout implements OrderLayout {

	private final OrderCells cells;

	private final Column id;

	private final Column number;

	private final Column orderDate;

	private final Column date;

	private final Column billingEmail;

	private final Column customerEmail;

	private final Column firstName;

	private final Column lastName;

	private final Column currency;

	private final Column discount;

	private final Column shipping;

	private final Column fees;

	private final Column tax;

	private final Column shippingTax;

	private final Column feeTax;

	private final Column total;

	private final Column refundItems;

	private final Column refunds;

	private final Column status;

	private final Column couponItems;

	private final Column coupons;

	private final Column refCode;

	private final List<Column> itemColumns;

	private final Column items;

	WooCommerceLayout(Columns columns, OrderReading reading) {
		this.cells = new OrderCells(reading);
		this.id = columns.required("order_id");
		this.number = columns.optional("order_number");
		this.orderDate = columns.required("order_date", "date");
		this.date = columns.optional("date");
		this.billingEmail = columns.required("billing_email", "customer_email");
		this.customerEmail = columns.optional("customer_email");
		this.firstName = columns.optional("billing_first_name");
		this.lastName = columns.optional("billing_last_name");
		this.currency = columns.optional("order_currency");
		this.discount = columns.optional("discount_total");
		this.fees = columns.optional("fee_total");
		this.shippingTax = columns.optional("shipping_tax_total");
		this.feeTax = columns.optional("fee_tax_total");
		this.total = columns.required("order_total");
		this.refundItems = columns.optional("refund_items");
		this.refunds = columns.optional("refunds");
		this.status = columns.required("status");
		this.couponItems = columns.optional("coupon_items");
		this.coupons = columns.optional("coupons");
		this.refCode = columns.optional("meta:ref");
		this.itemColumns = columns.numbered("line_item_");
		this.items = columns.optional("line_items");
		boolean hasItems = this.items.isPresent() || !this.itemColumns.isEmpty();
		this.shipping = hasItems ? columns.optional("shipping_total") : columns.required("shipping_total");
		this.tax = hasItems ? columns.optional("tax_total") : columns.required("tax_total");
	}

	@Override
	public Column key() {
		return this.id;
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
			.concat(Stream.of(this.billingEmail, this.customerEmail, this.firstName, this.lastName)
				.map(OrderColumn::personal),
					Stream
						.of(this.number, this.orderDate, this.date, this.currency, this.discount, this.shipping,
								this.fees, this.tax, this.shippingTax, this.feeTax, this.total, this.refundItems,
								this.refunds, this.status, this.couponItems, this.coupons, this.refCode)
						.map(OrderColumn::plain))
			.toList();
	}

	@Override
	public void readOrder(FileRecord record, OrderDraft draft, Problems problems) {
		draft.id = OrderIds.read(this.id, record, problems);
		draft.number = this.number.text(record);
		problems.checkLength(this.number, draft.number);
		draft.orderedAt = this.cells.timestamps().required(given(record, this.orderDate, this.date), record, problems);
		OrderCells.customer(given(record, this.billingEmail, this.customerEmail), record, draft, problems);
		draft.customerName = Column.cut(PlainText.of(this.firstName.label(record) + " " + this.lastName.label(record)));
		Optional<Currency> known = this.cells.currencyOrProgram(this.currency, record, problems);
		if (known.isPresent()) {
			draft.currency = known.get();
			readAmounts(record, draft, problems);
		}
		draft.status = this.cells.statuses().read(this.status, record, problems);
		draft.coupons = coupons(record, problems);
		draft.refCode = this.refCode.lowerCase(record);
		problems.checkLength(this.refCode, draft.refCode);
	}

	private void readAmounts(FileRecord record, OrderDraft draft, Problems problems) {
		draft.discount = AmountCells.optional(this.discount, record, draft.currency, problems);
		draft.shipping = AmountCells.optional(this.shipping, record, draft.currency, problems);
		draft.fees = AmountCells.signed(this.fees, record, draft.currency, problems);
		draft.tax = AmountCells.optional(this.tax, record, draft.currency, problems)
				+ AmountCells.optional(this.shippingTax, record, draft.currency, problems)
				+ AmountCells.signed(this.feeTax, record, draft.currency, problems);
		if (draft.tax < 0) {
			problems.add(RejectReason.BAD_AMOUNT,
					"tax_total, shipping_tax_total and fee_tax_total together are below 0");
		}
		draft.total = AmountCells.required(this.total, record, draft.currency, problems);
		Column refunded = given(record, this.refundItems, this.refunds);
		BigDecimal sum = BigDecimal.ZERO;
		for (Map<String, String> entry : Entries.of(refunded.text(record))) {
			sum = sum.add(number(entry, "amount", refunded, problems));
		}
		draft.refunded = AmountCells.minor(sum, "the sum of " + refunded.name(), draft.currency, problems);
	}

	/** A cell without names of fields is a plain list of codes. */
	private List<String> coupons(FileRecord record, Problems problems) {
		Column column = given(record, this.couponItems, this.coupons);
		String text = column.text(record);
		if (text.indexOf(':') < 0) {
			return OrderCells.codes(column, record, problems);
		}
		List<String> codes = new ArrayList<>();
		for (Map<String, String> entry : Entries.of(text)) {
			for (String code : entry.getOrDefault("code", "").split(",")) {
				OrderCells.addCode(column, code, codes, problems);
			}
		}
		return codes;
	}

	@Override
	public void readLines(FileRecord record, OrderDraft draft, Problems problems) {
		boolean any = false;
		for (Column column : this.itemColumns) {
			any |= addLines(column, record, draft, problems);
		}
		if (!any) {
			addLines(this.items, record, draft, problems);
		}
	}

	private static boolean addLines(Column column, FileRecord record, OrderDraft draft, Problems problems) {
		List<Map<String, String>> entries = Entries.of(column.text(record));
		for (Map<String, String> item : entries) {
			BigDecimal quantity = AmountCells.ofLine(column.name() + " quantity", item.getOrDefault("quantity", ""),
					BigDecimal.ONE, problems);
			BigDecimal net = number(item, "total", column, problems);
			String sku = PlainText.of(item.getOrDefault("sku", ""));
			problems.checkLength(column, sku);
			draft.addLine(new OrderLine(sku, Column.cut(PlainText.of(item.getOrDefault("name", ""))), quantity,
					BigDecimal.ZERO, BigDecimal.ZERO, net));
		}
		return !entries.isEmpty();
	}

	private static BigDecimal number(Map<String, String> entry, String field, Column column, Problems problems) {
		String text = entry.getOrDefault(field, "");
		if (text.isEmpty()) {
			problems.add(RejectReason.MISSING_FIELD, column.name() + " has an entry without '" + field + ":'");
		}
		return AmountCells.ofLine(column.name() + " " + field, text, BigDecimal.ZERO, problems);
	}

	@Override
	public void complete(FileRecord record, OrderDraft draft, Problems problems) {
		if (!draft.lines().isEmpty()) {
			BigDecimal sum = draft.lines().stream().map(OrderLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
			draft.subtotal = AmountCells.minor(sum, "the sum of the items' totals", draft.currency, problems);
			return;
		}
		long rest = draft.total - draft.shipping - draft.fees - draft.tax;
		draft.subtotal = AmountCells.minor(BigDecimal.valueOf(rest, draft.currency.getDefaultFractionDigits()),
				"order_total less shipping_total, fee_total and taxes", draft.currency, problems);
	}

	/** Returns the first column if it holds something in this record, else the second. */
	private static Column given(FileRecord record, Column first, Column second) {
		return (!second.isPresent() || !first.text(record).isEmpty()) ? first : second;
	}

}
