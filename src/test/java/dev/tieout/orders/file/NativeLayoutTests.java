package dev.tieout.orders.file;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tieout.attribution.OrderStatus;
import dev.tieout.commission.TaxTreatment;
import dev.tieout.orders.OrderContent;
import dev.tieout.orders.OrderLine;
import dev.tieout.records.Item;
import dev.tieout.records.RejectReason;
import dev.tieout.records.UnusableFileException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tests for {@link FieldLayout} as the native layout. */
class NativeLayoutTests {

	@Test
	void everyFieldIsRead() {
		OrderContent order = OrderText.of(OrderFormat.NATIVE,
				"order_id,order_number,ordered_at,customer_email,customer_name,currency,subtotal,discount,shipping,tax,"
						+ "duties,tip,total,refunded,status,coupon_code,ref_code,revised_at",
				"1001,#1001,2026-04-10 07:11, Ann@Mail.example ,Ann Lee,usd,100,10.0,5.00,20.5,1,2,128.50,3,Paid,"
						+ "\"Ann10, ,BOB\",REF1,2026-04-11")
			.content();
		assertThat(order.orderId()).isEqualTo("1001");
		assertThat(order.orderNumber()).isEqualTo("#1001");
		assertThat(order.orderedAt()).isEqualTo("2026-04-10T11:11:00Z");
		assertThat(order.customerEmail()).isEqualTo("ann@mail.example");
		assertThat(order.customerEmailAsWritten()).isEqualTo(" Ann@Mail.example ");
		assertThat(order.customerName()).isEqualTo("Ann Lee");
		assertThat(order.currency().getCurrencyCode()).isEqualTo("USD");
		assertThat(new long[] { order.subtotal(), order.discount(), order.shipping(), order.tax(), order.duties(),
				order.tip(), order.total(), order.refunded() })
			.containsExactly(10_000, 1_000, 500, 2_050, 100, 200, 12_850, 300);
		assertThat(order.status()).isEqualTo(OrderStatus.PAID);
		assertThat(order.taxTreatment()).isEqualTo(TaxTreatment.EXCLUDED);
		assertThat(order.totalsMismatch()).isFalse();
		assertThat(order.coupons()).containsExactly("ann10", "bob");
		assertThat(order.refCode()).isEqualTo("ref1");
		assertThat(order.revisedAt()).contains(Instant.parse("2026-04-11T04:00:00Z"));
		assertThat(order.lines()).isEmpty();
	}

	@Test
	void whatIsNotGivenIsNothing() {
		OrderContent order = OrderText.order(Map.of("customer_email", " ")).content();
		assertThat(order.customerEmail()).isEmpty();
		assertThat(order.orderNumber()).isEmpty();
		assertThat(order.refCode()).isEmpty();
		assertThat(order.coupons()).isEmpty();
		assertThat(order.revisedAt()).isEmpty();
		assertThat(order.refunded()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "paid", "partially_refunded", "pending", "refunded", "cancelled", "failed" })
	void theSixStatusesAreKnown(String word) {
		assertThat(OrderText.order(Map.of("status", word.toUpperCase(Locale.ROOT))).content().status().word())
			.isEqualTo(word);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "order_id | | MISSING_FIELD | order_id is blank, but must be given",
			"ordered_at | | MISSING_FIELD | ordered_at is blank, but must be given",
			"currency | | MISSING_FIELD | currency is blank, but must be given",
			"subtotal | | MISSING_FIELD | subtotal is blank, but must be given",
			"total | | MISSING_FIELD | total is blank, but must be given",
			"status | | MISSING_FIELD | status is blank, but must be given",
			"ordered_at | 10.04.2026 | BAD_TIMESTAMP | ordered_at '10.04.2026' is no timestamp",
			"ordered_at | 2026-02-30 | BAD_TIMESTAMP | ordered_at '2026-02-30' is no timestamp",
			"revised_at | soon | BAD_TIMESTAMP | revised_at 'soon' is no timestamp",
			"currency | EURO | UNKNOWN_CURRENCY | currency 'EURO' is no currency",
			"currency | XXX | UNKNOWN_CURRENCY | currency 'XXX' is no currency",
			"status | shipped | UNKNOWN_STATUS | status 'shipped' is none of 'cancelled', 'failed', 'paid'",
			"total | 12.345 | BAD_AMOUNT | total '12.345' has 3 decimals, but USD has 2",
			"total | -1 | BAD_AMOUNT | total '-1' is below 0",
			"total | 1,000.00 | BAD_AMOUNT | total '1,000.00' is no amount",
			"total | $5 | BAD_AMOUNT | total '$5' is no amount",
			"total | 1.2.3 | BAD_AMOUNT | total '1.2.3' is no amount",
			"tip | 1e3 | BAD_AMOUNT | tip '1e3' is no amount",
			"total | 10000000000000.01 | BAD_AMOUNT | is more than 10^15 minor units",
			"order_id | 1.23457E+15 | BAD_ORDER_ID | order_id '1.23457E+15' is a number that a spreadsheet has shortened",
			"order_id | 1E+15 | BAD_ORDER_ID | shortened", "order_id | 1e+15 | BAD_ORDER_ID | shortened",
			"line_price | 1.12345678901 | BAD_AMOUNT | line_price '1.12345678901' is no number",
			"line_quantity | -1 | BAD_AMOUNT | line_quantity '-1' is no number",
			"line_discount | x | BAD_AMOUNT | line_discount 'x' is no number" })
	void aBadCellRejectsTheOrder(String column, String value, RejectReason reason, String detail) {
		OrderText text = OrderText.order(Map.of(column, (value != null) ? value : ""));
		assertThat(text.reasons()).containsExactly(reason);
		assertThat(text.rejects().get(0).detail()).contains(detail);
		assertThat(text.rejects().get(0).line()).isEqualTo(2);
		assertThat(text.rejects().get(0).record()).contains("ann@mail.example");
	}

	@ParameterizedTest
	@CsvSource({ "total, 100.000", "total, 10000000000000", "total, 0", "order_id, E+15", "order_id, 1E15",
			"order_id, 1E+1A", "order_id, 12E+", "order_id, AB1E+15", "order_id, 1.E+15", "order_id, '=1+1'",
			"order_id, '''1001'", "line_price, 1.12345678900000", "line_quantity, 1.5", "currency, kwd",
			"ordered_at, 2026-04-10", "status, ' PAID '", "customer_email, not an address" })
	void aCellAtTheBoundIsAccepted(String column, String value) {
		assertThat(OrderText.order(Map.of(column, value)).reasons()).isEmpty();
	}

	@Test
	void anAmountHasTheCurrencysDecimals() {
		assertThat(OrderText.order(Map.of("currency", "JPY", "total", "100.5")).rejects().get(0).detail())
			.isEqualTo("total '100.5' has 1 decimal, but JPY has 0");
		assertThat(OrderText.order(Map.of("currency", "KWD", "total", "100.125")).content().total()).isEqualTo(100_125);
	}

	@Test
	void allProblemsOfARecordAreToldAndTheFirstGivesTheReason() {
		OrderText text = OrderText.order(Map.of("ordered_at", "x", "total", "y", "status", "z"));
		assertThat(text.reasons()).containsExactly(RejectReason.BAD_TIMESTAMP);
		assertThat(text.rejects().get(0).detail()).contains("ordered_at 'x' is no")
			.contains("; total 'y' is no")
			.contains("; status 'z' is none");
	}

	@ParameterizedTest
	@ValueSource(strings = { "order_id", "customer_email", "coupon_code", "ref_code" })
	void aTextTooLongToBeLookedUpRejectsTheOrder(String column) {
		assertThat(OrderText.order(Map.of(column, "x".repeat(500))).reasons()).isEmpty();
		OrderText text = OrderText.order(Map.of(column, "x".repeat(501)));
		assertThat(text.reasons()).containsExactly(RejectReason.MALFORMED_RECORD);
		assertThat(text.items().get(0).key()).hasSizeLessThanOrEqualTo(500);
	}

	@Test
	void linesAreReadFromAllRecordsOfAnOrder() {
		OrderContent order = OrderText.of(OrderFormat.NATIVE,
				"order_id,ordered_at,customer_email,currency,subtotal,total,status,line_sku,line_name,line_quantity,"
						+ "line_price,line_discount",
				"1,2026-04-10,a@x.example,USD,50,50,paid,MUG,Mug,2,10.005,1.5", "1,,,,,,,,Gift,,3,5",
				"1,2026-04-10,A@x.example,usd,50.00,50,paid,,,,,")
			.content();
		assertThat(order.lines()).extracting(OrderLine::sku).containsExactly("MUG", "");
		assertThat(order.lines()).extracting(OrderLine::quantity).containsExactly(new BigDecimal("2"), BigDecimal.ONE);
		assertThat(order.lines().get(0).net()).isEqualByComparingTo("18.51");
		assertThat(order.lines().get(1).net()).isEqualByComparingTo("0");
	}

	@Test
	void missingColumnsFailTheFile() {
		assertThatExceptionOfType(UnusableFileException.class)
			.isThrownBy(() -> OrderText.of(OrderFormat.NATIVE, "order_id,total", "1,2").items())
			.withMessageContaining(
					"lacks 'currency', 'customer_email', 'ordered_at', 'status', 'subtotal'; it has 'order_id', 'total'");
	}

	@Test
	void aFileWithAHeaderOnlyIsEmpty() {
		try (var reader = OrderText.of(OrderFormat.NATIVE, "order_id,total").open()) {
			assertThat(reader.isEmpty()).isTrue();
			assertThat(reader.next()).isEmpty();
			assertThat(reader.recordsRead()).isZero();
		}
	}

	@Test
	void theKeyIsTheOrdersId() {
		assertThat(OrderText.order(Map.of()).items()).extracting(Item::key).containsExactly("1001");
	}

}
