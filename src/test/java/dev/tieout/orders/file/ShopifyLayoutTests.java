package dev.tieout.orders.file;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tieout.attribution.OrderStatus;
import dev.tieout.commission.TaxTreatment;
import dev.tieout.orders.OrderContent;
import dev.tieout.orders.OrderLine;
import dev.tieout.records.Item;
import dev.tieout.records.Item.Rejected;
import dev.tieout.records.RejectReason;
import dev.tieout.records.UnusableFileException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tests for {@link ShopifyLayout}. */
class ShopifyLayoutTests {

	/** The 79 columns of a recent export. */
	private static final List<String> COLUMNS = List.of("Name", "Email", "Financial Status", "Paid at",
			"Fulfillment Status", "Fulfilled at", "Accepts Marketing", "Currency", "Subtotal", "Shipping", "Taxes",
			"Total", "Discount Code", "Discount Amount", "Shipping Method", "Created at", "Lineitem quantity",
			"Lineitem name", "Lineitem price", "Lineitem compare at price", "Lineitem sku",
			"Lineitem requires shipping", "Lineitem taxable", "Lineitem fulfillment status", "Billing Name",
			"Billing Street", "Billing Address1", "Billing Address2", "Billing Company", "Billing City", "Billing Zip",
			"Billing Province", "Billing Country", "Billing Phone", "Shipping Name", "Shipping Street",
			"Shipping Address1", "Shipping Address2", "Shipping Company", "Shipping City", "Shipping Zip",
			"Shipping Province", "Shipping Country", "Shipping Phone", "Notes", "Note Attributes", "Cancelled at",
			"Payment Method", "Payment Reference", "Refunded Amount", "Vendor", "Outstanding Balance", "Employee",
			"Location", "Device ID", "Id", "Tags", "Risk Level", "Source", "Lineitem discount", "Tax 1 Name",
			"Tax 1 Value", "Tax 2 Name", "Tax 2 Value", "Tax 3 Name", "Tax 3 Value", "Tax 4 Name", "Tax 4 Value",
			"Tax 5 Name", "Tax 5 Value", "Phone", "Receipt Number", "Duties", "Billing Province Name",
			"Shipping Province Name", "Payment ID", "Payment Terms Name", "Next Payment Due At", "Payment References");

	@Test
	void anOrderOfSeveralLinesIsRead() {
		OrderContent order = text(first("Discount Code=ANN10", "Discount Amount=5.00", "Duties=1.00", "Total=47.00",
				"Note Attributes=gift: yes\nRef:  ANN \nref: BOB", "Billing Zip='02134", "Billing Name=Ann Lee"),
				line("Lineitem name=Cap", "Lineitem sku=CAP", "Lineitem price=20.00", "Lineitem discount=5"),
				line("Lineitem name=Tip", "Lineitem price=2.00", "Lineitem requires shipping=false",
						"Lineitem taxable=false"))
			.content();
		assertThat(order.orderId()).isEqualTo("4500000000001");
		assertThat(order.orderNumber()).isEqualTo("#1001");
		assertThat(order.orderedAt()).isEqualTo("2026-04-10T05:41:26Z");
		assertThat(order.customerEmail()).isEqualTo("ann@mail.example");
		assertThat(order.customerName()).isEqualTo("Ann Lee");
		assertThat(order.subtotal()).isEqualTo(3_500);
		assertThat(order.discount()).isEqualTo(500);
		assertThat(order.duties()).isEqualTo(100);
		assertThat(order.tip()).isEqualTo(200);
		assertThat(order.taxTreatment()).isEqualTo(TaxTreatment.EXCLUDED);
		assertThat(order.totalsMismatch()).isFalse();
		assertThat(order.coupons()).containsExactly("ann10");
		assertThat(order.refCode()).isEqualTo("ann");
		assertThat(order.lines()).extracting(OrderLine::sku).containsExactly("MUG", "CAP");
		assertThat(order.lines()).extracting((line) -> line.net().stripTrailingZeros().toPlainString())
			.containsExactly("20", "15");
	}

	@Test
	void taxIncludedInPricesIsDetected() {
		OrderContent order = text(first("Total=40.00", "Taxes=6.39")).content();
		assertThat(order.taxTreatment()).isEqualTo(TaxTreatment.INCLUDED);
		assertThat(text(first("Total=41.00", "Taxes=6.39")).content().totalsMismatch()).isTrue();
		assertThat(text(first("Total=41.00", "Taxes=6.39")).with(PricesIncludeTax.NO).content().taxTreatment())
			.isEqualTo(TaxTreatment.EXCLUDED);
	}

	@ParameterizedTest
	@CsvSource({ "paid, PAID", "PAID, PAID", "partially_refunded, PARTIALLY_REFUNDED", "refunded, REFUNDED",
			"voided, CANCELLED", "pending, PENDING", "authorized, PENDING", "partially_paid, PENDING",
			"expired, PENDING" })
	void statusWordsAreShopifys(String word, OrderStatus status) {
		assertThat(text(first("Financial Status=" + word)).content().status()).isEqualTo(status);
		assertThat(text(first("Financial Status=" + word, "Cancelled at=2026-04-11 10:00:00 -0400")).content().status())
			.isEqualTo(OrderStatus.CANCELLED);
	}

	@Test
	void anUnknownStatusIsRejected() {
		assertThat(text(first("Financial Status=completed")).reasons()).containsExactly(RejectReason.UNKNOWN_STATUS);
	}

	@Test
	void aTaxableTipIsALine() {
		assertThat(text(first("Lineitem name=Tip", "Lineitem taxable=true")).content().lines()).hasSize(1);
		assertThat(text(first("Lineitem name=Tip", "Lineitem taxable=false")).content().lines()).hasSize(1);
		assertThat(text(first("Lineitem name=Tip jar", "Lineitem taxable=false", "Lineitem requires shipping=false"))
			.content()
			.lines()).hasSize(1);
	}

	@Test
	void aTipFinerThanTheCurrencyIsBad() {
		OrderText text = text(first(), line("Lineitem name=Tip", "Lineitem price=2.005",
				"Lineitem requires shipping=false", "Lineitem taxable=false"));
		assertThat(text.reasons()).containsExactly(RejectReason.BAD_AMOUNT, RejectReason.BAD_AMOUNT);
	}

	@Test
	void theNameIdentifiesWhereTheInputSaysSo() {
		assertThat(text(first("Id=")).identifiedBy(OrderIdColumn.NAME).content().orderId()).isEqualTo("#1001");
		assertThat(text(first("Id=")).reasons()).containsExactly(RejectReason.MISSING_FIELD);
	}

	@Test
	void recordsAreGroupedByNameAndRejectedOnesTellTheId() {
		OrderText text = text(first(), line("Lineitem price=x"));
		assertThat(text.items()).extracting(Item::key).containsExactly("#1001");
		assertThat(((Rejected<OrderContent>) text.items().get(0)).id()).isEqualTo("4500000000001");
	}

	@Test
	void anIdShortenedByASpreadsheetIsRejected() {
		assertThat(text(first("Id=4.5E+12")).reasons()).containsExactly(RejectReason.BAD_ORDER_ID);
	}

	@Test
	void anotherIdUnderOneNameSplitsTheOrder() {
		assertThat(text(first(), first("Id=4500000000002")).reasons()).containsOnly(RejectReason.SPLIT_ORDER);
	}

	@Test
	void aBlankOrUpperCaseAddressIsFine() {
		assertThat(text(first("Email=")).content().customerEmail()).isEmpty();
		assertThat(text(first("Email=ANN@MAIL.EXAMPLE")).content().customerEmail()).isEqualTo("ann@mail.example");
	}

	@Test
	void columnsThatAreNotUsedMayBeMissing() {
		assertThat(OrderText.of(OrderFormat.SHOPIFY,
				"Name,Id,Email,Financial Status,Currency,Subtotal,Taxes,Total,Created at,Cancelled at,Refunded Amount",
				"#1,1,a@x.example,paid,USD,5,0,5,2026-04-10 11:11:26 +0530,,0")
			.content()
			.total()).isEqualTo(500);
	}

	@Test
	void columnsThatChangeAnAnswerMustBeThere() {
		assertThatExceptionOfType(UnusableFileException.class)
			.isThrownBy(() -> OrderText.of(OrderFormat.SHOPIFY, "Name", "#1").items())
			.withMessageContaining("lacks 'Cancelled at', 'Created at', 'Currency', 'Email', 'Financial Status', 'Id',"
					+ " 'Refunded Amount', 'Subtotal', 'Taxes', 'Total'; it has 'Name'");
	}

	private static OrderText text(String... records) {
		String[] lines = new String[records.length + 1];
		lines[0] = String.join(",", COLUMNS);
		System.arraycopy(records, 0, lines, 1, records.length);
		return OrderText.of(OrderFormat.SHOPIFY, lines);
	}

	private static String first(String... cells) {
		String[] all = new String[cells.length + 12];
		List<String> good = List.of("Name=#1001", "Id=4500000000001", "Email=ann@mail.example", "Currency=USD",
				"Financial Status=paid", "Subtotal=35.00", "Shipping=5.00", "Taxes=4.00", "Total=44.00",
				"Created at=2026-04-10 11:11:26 +0530", "Refunded Amount=0.00", "Lineitem sku=MUG");
		good.toArray(all);
		System.arraycopy(cells, 0, all, 12, cells.length);
		return record(all, "Lineitem price=10.00", "Lineitem quantity=2", "Lineitem name=Mug");
	}

	private static String line(String... cells) {
		return record(cells, "Name=#1001", "Email=ann@mail.example", "Created at=2026-04-10 11:11:26 +0530",
				"Lineitem quantity=1");
	}

	private static String record(String[] cells, String... defaults) {
		String[] record = new String[COLUMNS.size()];
		Arrays.fill(record, "");
		put(defaults, record);
		put(cells, record);
		return '"' + String.join("\",\"", record) + '"';
	}

	private static void put(String[] cells, String[] record) {
		for (String cell : cells) {
			int sign = cell.indexOf('=');
			record[COLUMNS.indexOf(cell.substring(0, sign))] = cell.substring(sign + 1);
		}
	}

}
