package dev.tieout.orders.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tieout.orders.OrderContent;
import dev.tieout.records.Item;
import dev.tieout.records.Item.Rejected;
import dev.tieout.records.ItemReader;
import dev.tieout.records.Reject;
import dev.tieout.records.RejectReason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Tests for {@link OrderFileReader} and {@link OrderAssembly}. */
class OrderGroupingTests {

	private static final String HEADER = "order_id,ordered_at,customer_email,currency,subtotal,total,status,line_price";

	private static final String GOOD = ",2026-04-10,a@x.example,USD,5,5,paid,1";

	@Test
	void whetherOrdersHaveLinesIsSeenByTheirColumns() {
		assertThat(text("1" + GOOD).hasLines()).isTrue();
		assertThat(OrderText.order(Map.of()).hasLines()).isFalse();
		assertThat(OrderText.of(OrderFormat.NATIVE, "no,order", "1,2").hasLines()).isFalse();
	}

	@Test
	void adjacentRecordsOfOneIdAreOneOrder() {
		OrderText text = text("1" + GOOD, "1" + GOOD, "2" + GOOD, "1" + GOOD);
		assertThat(text.items()).extracting(Item::key).containsExactly("1", "2", "1");
		assertThat(text.items()).extracting(Item::records).containsExactly(2, 1, 1);
		assertThat(text.items()).extracting(Item::line).containsExactly(2L, 4L, 5L);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "1,2026-04-11,,,,,, | ordered_at '2026-04-11' is not '2026-04-10' in line 3",
					"1,,b@x.example,,,,, | customer_email is not what it is in line 3",
					"1,,,EUR,,,, | currency 'EUR' is not 'USD' in line 3",
					"1,,,,5.01,,, | subtotal '5.01' is not '5' in line 3", "1,,,,,6,, | total '6' is not '5' in line 3",
					"1,,,,,,refunded, | status 'refunded' is not 'paid' in line 3" })
	void anotherValueOfTheOrderSplitsIt(String later, String detail) {
		OrderText text = text("0" + GOOD, "1" + GOOD, later, "2" + GOOD);
		assertThat(text.reasons()).containsExactly(RejectReason.SPLIT_ORDER, RejectReason.SPLIT_ORDER);
		assertThat(text.rejects()).extracting(Reject::line).containsExactly(3L, 4L);
		assertThat(text.rejects().get(0).detail()).isEqualTo("rejected with its order, whose record in line 4 is bad");
		assertThat(text.rejects().get(1).detail()).startsWith(detail).endsWith("it must be repeated or left blank");
	}

	@Test
	void aValueThatOnlyALaterRecordHasSplitsTheOrder() {
		assertThat(text("1,2026-04-10,,USD,5,5,paid,1", "1" + GOOD).reasons()).hasSize(2);
	}

	@Test
	void repeatedInAnotherWritingIsRepeated() {
		assertThat(text("1" + GOOD, "1,2026-04-10,A@X.example,usd,5.00,5.0,PAID,2").reasons()).isEmpty();
	}

	@Test
	void oneBadRecordRejectsItsOrderAndNoOther() {
		OrderText text = text("1" + GOOD, "1,,,,,,,bad", "1,,,,,,,3", "2" + GOOD);
		assertThat(text.reasons()).containsOnly(RejectReason.BAD_AMOUNT).hasSize(3);
		assertThat(text.items()).hasSize(2);
		assertThat(text.items().get(0)).isInstanceOf(Rejected.class);
		assertThat(text.items().get(0).records()).isEqualTo(3);
	}

	@Test
	void aMalformedRecordRejectsTheOrderWhoseIdStandsInIt() {
		OrderText text = text("1" + GOOD, "1,too,few", "2" + GOOD);
		assertThat(text.reasons()).containsExactly(RejectReason.MALFORMED_RECORD, RejectReason.MALFORMED_RECORD);
		assertThat(text.rejects().get(1).detail()).isEqualTo("the record has 3 cells, but the header has 8");
		assertThat(text("1,too,few", "1" + GOOD).reasons()).hasSize(2);
	}

	@Test
	void recordsWithoutAnIdAreNoGroup() {
		OrderText text = text(GOOD, GOOD);
		assertThat(text.items()).hasSize(2);
		assertThat(text.items()).extracting(Item::key).containsOnly("");
		assertThat(text.reasons()).containsOnly(RejectReason.MISSING_FIELD);
	}

	@Test
	void anEndlessOrderIsReadInParts() {
		List<String> lines = new ArrayList<>(List.of(HEADER));
		for (int i = 0; i <= OrderFileReader.MOST_RECORDS; i++) {
			lines.add("1" + GOOD);
		}
		OrderText text = OrderText.of(OrderFormat.NATIVE, lines.toArray(String[]::new));
		assertThat(text.items()).extracting(Item::records).containsExactly(OrderFileReader.MOST_RECORDS, 1);
		assertThat(text.items()).extracting(Item::key).containsOnly("1");
	}

	@Test
	void aReadingGoesOnWhereItStopped() {
		OrderText text = text("1" + GOOD, "", "1" + GOOD, "bad", "3" + GOOD, "", "4" + GOOD, "4,,,,,,,x", "5" + GOOD);
		List<Item<OrderContent>> all = text.items();
		for (int items = 0; items <= all.size(); items++) {
			try (ItemReader<OrderContent> reader = text.open()) {
				reader.skip(items);
				List<Item<OrderContent>> rest = new ArrayList<>();
				for (Optional<Item<OrderContent>> next = reader.next(); next.isPresent(); next = reader.next()) {
					rest.add(next.get());
				}
				assertThat(rest).isEqualTo(all.subList(items, all.size()));
				assertThat(reader.recordsRead()).isEqualTo(7);
				assertThat(reader.blankLines()).isEqualTo(2);
			}
		}
	}

	@Test
	void skippingMoreThanThereIsFails() {
		try (ItemReader<OrderContent> reader = text("1" + GOOD).open()) {
			assertThatIllegalStateException().isThrownBy(() -> reader.skip(2))
				.withMessage("the file ends after 1 items, but 2 were read from it before");
		}
	}

	private static OrderText text(String... records) {
		List<String> lines = new ArrayList<>(List.of(HEADER));
		lines.addAll(List.of(records));
		return OrderText.of(OrderFormat.NATIVE, lines.toArray(String[]::new));
	}

}
