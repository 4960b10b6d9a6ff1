package dev.tieout.orders.file;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tieout.attribution.OrderStatus;
import dev.tieout.orders.OrderContent;
import dev.tieout.records.RejectReason;
import dev.tieout.records.UnusableFileException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Tests for {@link FieldLayout} as a mapped layout. */
class MappedLayoutTests {

	private static final Map<String, String> COLUMNS = Map.of("order_id", "Reference", "ordered_at", "Placed",
			"customer_email", "Buyer", "subtotal", "Goods", "total", "Sum", "status", "State", "coupon_code",
			"Voucher");

	private static final String HEADER = "Reference;Placed;Buyer;Goods;Sum;State;Voucher";

	@Test
	void columnsStatusesAndPatternAreTheInputs() {
		OrderContent order = text("R1;10.04.2026 11:11;A@x.example;5;6.50;DONE;ANN")
			.mapped("dd.MM.yyyy HH:mm", COLUMNS, Map.of("done", "paid"))
			.content();
		assertThat(order.orderId()).isEqualTo("R1");
		assertThat(order.orderedAt()).isEqualTo("2026-04-10T15:11:00Z");
		assertThat(order.currency().getCurrencyCode()).isEqualTo("USD");
		assertThat(order.total()).isEqualTo(650);
		assertThat(order.status()).isEqualTo(OrderStatus.PAID);
		assertThat(order.coupons()).containsExactly("ann");
		assertThat(order.totalsMismatch()).isTrue();
	}

	@Test
	void onlyTheInputsOwnStatusesAreKnownIfItHasAny() {
		OrderText text = text("R1;2026-04-10;A@x.example;5;5;paid;");
		assertThat(text.mapped("", COLUMNS, Map.of("done", "paid")).reasons())
			.containsExactly(RejectReason.UNKNOWN_STATUS);
		assertThat(text.mapped("", COLUMNS, Map.of()).reasons()).isEmpty();
	}

	@Test
	void aMappedColumnMustBeThere() {
		Map<String, String> more = new HashMap<>(COLUMNS);
		more.put("tip", "Extra");
		assertThatExceptionOfType(UnusableFileException.class)
			.isThrownBy(() -> text("R1;2026-04-10;A@x.example;5;5;paid;").mapped("", more, Map.of()).items())
			.withMessageContaining("lacks 'Extra'");
	}

	@Test
	void aReadingThatContradictsItselfIsRefused() {
		OrderText text = text("R1;2026-04-10;A@x.example;5;5;paid;");
		assertThatIllegalArgumentException().isThrownBy(() -> text.mapped("", Map.of(), Map.of()).items())
			.withMessage("'columns' must name the column of 'order_id'");
		Map<String, String> unknown = new HashMap<>(COLUMNS);
		unknown.put("colour", "Colour");
		assertThatIllegalArgumentException().isThrownBy(() -> text.mapped("", unknown, Map.of()).items())
			.withMessageContaining("has the unknown fields [colour]");
		assertThatIllegalArgumentException().isThrownBy(() -> text.mapped("", COLUMNS, Map.of("done", "payed")).items())
			.withMessageContaining("'payed' is no status");
	}

	private static OrderText text(String record) {
		return OrderText.of(OrderFormat.MAPPED, HEADER, record);
	}

}
