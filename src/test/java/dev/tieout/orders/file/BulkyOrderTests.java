package dev.tieout.orders.file;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tieout.orders.OrderContent;
import dev.tieout.records.Item;
import dev.tieout.records.RejectReason;

import static org.assertj.core.api.Assertions.assertThat;

/** Cells that are far larger than any shop makes them take neither memory nor time. */
class BulkyOrderTests {

	private static final int MILLION = 1_000_000;

	private static final int LONG = 400_000;

	private static final String WOO = "order_id,order_date,status,billing_email,billing_first_name,billing_last_name,order_total,coupons,line_items";

	@Test
	void whatOnlyPeopleReadIsCut() {
		OrderContent order = OrderText.order(Map.of("customer_name", "😀".repeat(300), "line_name", "n".repeat(LONG),
				"customer_email", " ".repeat(LONG) + "kim@x.example"))
			.content();
		assertThat(order.customerName()).hasSizeBetween(499, 500).endsWith("😀…");
		assertThat(order.lines().get(0).name()).hasSize(500).endsWith("n…");
		assertThat(order.customerEmail()).isEqualTo("kim@x.example");
		assertThat(order.customerEmailAsWritten()).hasSize(500);
	}

	@ParameterizedTest
	@ValueSource(strings = { "order_number", "line_sku", "ref_code", "coupon_code" })
	void whatTellsThingsApartIsNotCut(String column) {
		OrderText text = OrderText.order(Map.of(column, "7".repeat(501)));
		assertThat(text.rejects()).singleElement()
			.satisfies((reject) -> assertThat(reject.detail())
				.isEqualTo(column + " has 501 characters, but may have at most 500"));
		assertThat(OrderText.order(Map.of(column, "7".repeat(500))).reasons()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "order_number", "line_items" })
	void norIsItInWooCommercesLayout(String column) {
		String item = "name:" + "n".repeat(LONG) + "|sku:" + "7".repeat(column.equals("line_items") ? 501 : 500)
				+ "|total:10.00";
		OrderText text = OrderText.of(OrderFormat.WOOCOMMERCE, "order_number," + WOO,
				"8".repeat(column.equals("order_number") ? 501 : 500)
						+ ",1,2026-04-10 11:11:26,completed,kim@x.example,Kim,Lee,10.00,," + item);
		assertThat(text.rejects()).singleElement()
			.satisfies((reject) -> assertThat(reject.detail())
				.isEqualTo(column + " has 501 characters, but may have at most 500"));
	}

	@ParameterizedTest
	@ValueSource(strings = { ";a", "a;", "|a", "a1:1;", "name:x;", "total:1;", "\\;", ":;", ";;a:|" })
	@Timeout(60)
	void aCellOfSeparatorsTakesNoLongTime(String piece) {
		StringBuilder cell = new StringBuilder(MILLION);
		for (int i = 0; cell.length() < MILLION - 300; i++) {
			cell.append(piece.replace("1:", i + ":"));
		}
		OrderText text = OrderText.of(OrderFormat.WOOCOMMERCE, WOO,
				"1,2026-04-10 11:11:26,completed,kim@x.example,Kim,Lee,10.00,," + cell);
		assertThat(text.items()).singleElement().isInstanceOf(Item.Rejected.class);
	}

	@Test
	void anOrderOfTooManyLinesOrCodesIsRejected() {
		OrderText lines = OrderText.of(OrderFormat.WOOCOMMERCE, WOO,
				"1,2026-04-10 11:11:26,completed,kim@x.example,Kim,Lee,10.00,," + "total:0.00;".repeat(10_001));
		assertThat(lines.rejects()).singleElement()
			.satisfies((reject) -> assertThat(reject.detail())
				.isEqualTo("the order has 10001 lines, but at most 10000 are read"));
		OrderText codes = OrderText.order(Map.of("coupon_code", "a,".repeat(1_001)));
		assertThat(codes.reasons()).containsExactly(RejectReason.MALFORMED_RECORD);
		assertThat(OrderText.order(Map.of("coupon_code", "a,".repeat(1_000))).content().coupons()).hasSize(1_000);
	}

	@Test
	void recordsOfOneOrderAreHeldToABoundAndTheRestIsASplitOrder() {
		StringBuilder records = new StringBuilder(
				"order_id,ordered_at,customer_email,currency,subtotal,total,status,note");
		for (int i = 0; i < 20; i++) {
			records.append("\n1,2026-04-10,kim@x.example,USD,1.00,1.00,paid,").append("x".repeat(MILLION));
		}
		List<? extends Item<OrderContent>> items = OrderText.of(OrderFormat.NATIVE, records.toString()).items();
		assertThat(items).extracting(Item::key).containsExactly("1", "1");
		assertThat(items.get(0).records()).isEqualTo(17);
	}

}
