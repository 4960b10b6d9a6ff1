package dev.tieout.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.tieout.attribution.OrderStatus;
import dev.tieout.commission.TaxTreatment;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link ContentDigest}. */
class ContentDigestTests {

	private static final Instant AT = Instant.parse("2026-04-10T11:11:26Z");

	private static final OrderLine LINE = OrderLine.of("MUG", "Mug", BigDecimal.ONE, new BigDecimal("10.0"),
			BigDecimal.ZERO);

	@Test
	void theFormOfTheDigestDoesNotChange() {
		assertThat(order("1", "2", "USD", 1, List.of("a"), Optional.of(AT), List.of(LINE)).contentHash())
			.as("a changed form makes a revision of every order that is read again")
			.isEqualTo(UUID.fromString("467e4628-f569-8ec0-5d8e-e4894f6eedd8"));
	}

	@Test
	void everyPartCountsAndNoTwoContentsLookAlike() {
		OrderLine other = OrderLine.of("MU", "GMug", BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ZERO);
		Set<UUID> hashes = new HashSet<>();
		List<OrderContent> different = List.of(order("1", "23", "USD", 1, List.of(), Optional.empty(), List.of()),
				order("12", "3", "USD", 1, List.of(), Optional.empty(), List.of()),
				order("1", "23", "EUR", 1, List.of(), Optional.empty(), List.of()),
				order("1", "23", "USD", 2, List.of(), Optional.empty(), List.of()),
				order("1", "23", "USD", 1, List.of("a", "b"), Optional.empty(), List.of()),
				order("1", "23", "USD", 1, List.of("ab"), Optional.empty(), List.of()),
				order("1", "23", "USD", 1, List.of(), Optional.of(AT), List.of()),
				order("1", "23", "USD", 1, List.of(), Optional.of(AT.plusNanos(1_000)), List.of()),
				order("1", "23", "USD", 1, List.of(), Optional.empty(), List.of(LINE)),
				order("1", "23", "USD", 1, List.of(), Optional.empty(), List.of(other)),
				order("1", "23", "USD", 1, List.of(), Optional.empty(), List.of(LINE, LINE)));
		different.forEach((order) -> hashes.add(order.contentHash()));
		assertThat(hashes).hasSameSizeAs(different);
	}

	@Test
	void anotherWritingIsTheSameContent() {
		OrderLine rewritten = OrderLine.of("MUG", "Mug", new BigDecimal("1.00"), BigDecimal.TEN, new BigDecimal("0.0"));
		assertThat(order("1", "2", "USD", 1, List.of(), Optional.empty(), List.of(rewritten)).contentHash())
			.isEqualTo(order("1", "2", "USD", 1, List.of(), Optional.empty(), List.of(LINE)).contentHash());
	}

	private static OrderContent order(String id, String number, String currency, long total, List<String> coupons,
			Optional<Instant> revisedAt, List<OrderLine> lines) {
		return new OrderContent(id, number, AT, "a@x.example", "A@x.example", "Ann", Currency.getInstance(currency), 1,
				0, 0, 0, 0, 0, total, 0, OrderStatus.PAID, TaxTreatment.EXCLUDED, false, coupons, "", revisedAt, lines);
	}

}
