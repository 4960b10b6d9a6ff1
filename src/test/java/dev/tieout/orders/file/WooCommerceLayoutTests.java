package dev.tieout.orders.file;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tieout.attribution.OrderStatus;
import dev.tieout.commission.TaxTreatment;
import dev.tieout.orders.OrderContent;
import dev.tieout.orders.OrderLine;
import dev.tieout.records.RejectReason;
import dev.tieout.records.UnusableFileException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tests for {@link WooCommerceLayout}. */
class WooCommerceLayoutTests {

	private static final String MUG = "name:Mug|product_id:7|sku:MUG|quantity:2|total:26.00|sub_total:26.00";

	private static final String CAP = "name:Cap|product_id:8|sku:CAP|quantity:1|total:10.00|sub_total:12.00";

	@Test
	void itemsInColumnsOfTheirOwnAreRead() {
		OrderContent order = OrderText.of(OrderFormat.WOOCOMMERCE,
				"order_id,order_number,date,status,shipping_total,shipping_tax_total,fee_total,fee_tax_total,tax_total,"
						+ "discount_total,order_total,order_currency,billing_first_name,billing_last_name,billing_email,"
						+ "customer_email,line_item_1,line_item_2,line_item_3,refunds,coupons,meta:ref",
				"17,W-17,2014-09-15 04:48:06,wc-completed,5.00,0.50,-2.00,-0.20,3.60,2.00,42.90,eur,Ann,Lee,"
						+ "Ann@mail.example,other@mail.example," + MUG + "," + CAP + ",,"
						+ "amount:5.00|reason:broken;amount:1.50|reason:late; very,code:ANN10|amount:2.00,REF1")
			.content();
		assertThat(order.orderId()).isEqualTo("17");
		assertThat(order.orderNumber()).isEqualTo("W-17");
		assertThat(order.orderedAt()).isEqualTo("2014-09-15T08:48:06Z");
		assertThat(order.customerEmail()).isEqualTo("ann@mail.example");
		assertThat(order.customerName()).isEqualTo("Ann Lee");
		assertThat(order.currency().getCurrencyCode()).isEqualTo("EUR");
		assertThat(order.subtotal()).isEqualTo(3_600);
		assertThat(order.tax()).isEqualTo(390);
		assertThat(order.refunded()).isEqualTo(650);
		assertThat(order.total()).isEqualTo(4_290);
		assertThat(order.taxTreatment()).isEqualTo(TaxTreatment.EXCLUDED);
		assertThat(order.totalsMismatch()).as("36 + 5 − 2 + 3.90 = 42.90").isFalse();
		assertThat(order.coupons()).containsExactly("ann10");
		assertThat(order.refCode()).isEqualTo("ref1");
		assertThat(order.lines()).extracting(OrderLine::sku).containsExactly("MUG", "CAP");
	}

	@Test
	void itemsInOneCellAreRead() {
		OrderContent order = OrderText
			.of(OrderFormat.WOOCOMMERCE,
					"order_id,order_date,status,order_total,customer_email,line_items,refund_items,coupon_items",
					"17,2014-09-15,processing,36,a@x.example," + MUG + ";" + CAP + ",amount:1,code:A;code:B|amount:1")
			.content();
		assertThat(order.currency().getCurrencyCode()).isEqualTo("USD");
		assertThat(order.subtotal()).isEqualTo(3_600);
		assertThat(order.refunded()).isEqualTo(100);
		assertThat(order.coupons()).containsExactly("a", "b");
		assertThat(order.lines()).extracting(OrderLine::name).containsExactly("Mug", "Cap");
		assertThat(order.lines()).extracting((line) -> line.quantity().intValue()).containsExactly(2, 1);
	}

	@Test
	void goodsAreWhatIsLeftOfTheTotalWhereThereAreNoItems() {
		String header = "order_id,date,status,order_total,shipping_total,fee_total,tax_total,billing_email";
		assertThat(OrderText.of(OrderFormat.WOOCOMMERCE, header, "1,2014-09-15,new,50,5,-1,8,a@x.example")
			.content()
			.subtotal()).isEqualTo(3_800);
		assertThat(OrderText.of(OrderFormat.WOOCOMMERCE, header, "1,2014-09-15,new,50,45,0,8,a@x.example").reasons())
			.containsExactly(RejectReason.BAD_AMOUNT);
	}

	@ParameterizedTest
	@CsvSource({ "wc-processing, PAID", "processing, PAID", "Completed, PAID", "pending, PENDING", "on-hold, PENDING",
			"wc-checkout-draft, PENDING", "draft, PENDING", "new, PENDING", "refunded, REFUNDED",
			"cancelled, CANCELLED", "trash, CANCELLED", "wc-failed, FAILED" })
	void statusWordsAreWooCommerces(String word, OrderStatus status) {
		assertThat(minimal(word, "26", MUG).content().status()).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ',',
			value = { "paid, 26, total:26, UNKNOWN_STATUS", "wc-, 26, total:26, UNKNOWN_STATUS",
					"new, 26, name:Mug|quantity:1, MISSING_FIELD", "new, 26, name:Mug|total:-1, BAD_AMOUNT",
					"new, 26, name:Mug|total:1|quantity:x, BAD_AMOUNT", "new, 26, total:1.005, BAD_AMOUNT",
					"new, , total:1, MISSING_FIELD" })
	void whatCannotBeReadIsRejected(String status, String total, String items, RejectReason reason) {
		assertThat(minimal(status, (total != null) ? total : "", items).reasons()).containsExactly(reason);
	}

	@Test
	void itemTotalsFinerThanTheCurrencyMayAddUp() {
		assertThat(minimal("new", "2.01", "total:1.005;total:1.005").content().subtotal()).isEqualTo(201);
	}

	@Test
	void datesWithSlashesNeedAPattern() {
		OrderText text = OrderText.of(OrderFormat.WOOCOMMERCE,
				"order_id,order_date,status,order_total,customer_email,line_items",
				"1,9/6/2016 6:29:00,new,26,a@x.example," + MUG);
		assertThat(text.reasons()).containsExactly(RejectReason.BAD_TIMESTAMP);
		assertThat(text.mapped("M/d/yyyy H:mm:ss", Map.of(), Map.of()).content().orderedAt())
			.isEqualTo("2016-09-06T10:29:00Z");
	}

	@Test
	void withoutItemsTheColumnsThatGoodsFollowFromMustBeThere() {
		assertThatExceptionOfType(UnusableFileException.class)
			.isThrownBy(() -> OrderText.of(OrderFormat.WOOCOMMERCE, "order_id", "1").items())
			.withMessageContaining("lacks 'billing_email' or 'customer_email', 'order_date' or 'date', 'order_total',"
					+ " 'shipping_total', 'status', 'tax_total'; it has");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '#',
			value = { "name:Mug; large|total:1;name:Cap|total:2 # [{name=Mug; large, total=1}, {name=Cap, total=2}]",
					"name:Mug; size: large|total:1 # [{name=Mug; size: large, total=1}]",
					"name:A\\;B|total:1 # [{name=A;B, total=1}]", "name:A\\|B|total:1 # [{name=A|B, total=1}]",
					"name:A|B|total:1 # [{name=A|B, total=1}]",
					"amount:5|reason:x;reason:y|amount:3 # [{amount=5, reason=x}, {reason=y, amount=3}]",
					"code:a;code:b; # [{code=a}, {code=b}]",
					"Name: Mug : blue |total: 1 # [{name=Mug : blue, total=1}]" })
	void namesMayHoldTheCharactersThatSeparate(String cell, String entries) {
		assertThat(Entries.of(cell)).hasToString(entries);
	}

	private static OrderText minimal(String status, String total, String items) {
		return OrderText.of(OrderFormat.WOOCOMMERCE, "order_id,date,status,order_total,customer_email,line_items",
				"1,2014-09-15," + status + "," + total + ",a@x.example," + items);
	}

}
