package dev.tieout.audit;

import java.util.Currency;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

import dev.tieout.audit.Walk.Path;
import dev.tieout.audit.Walk.Sum;

import static org.assertj.core.api.Assertions.assertThat;

class WalkTests {

	private static final Currency USD = Currency.getInstance("USD");

	@Test
	void theProgramsCurrencyComesFirst() {
		assertThat(SampleReport.closing().walks()).extracting((walk) -> walk.currency().getCurrencyCode())
			.containsExactly("USD", "EUR");
	}

	@Test
	void eachSumIsTheOneBeforeItLessWhatStandsBetween() {
		Walk walk = SampleReport.closing().walks().get(0);
		assertThat(walk.closes()).isTrue();
		assertThat(walk.steps()).filteredOn(Walk.Step::isSum)
			.extracting((step) -> step.label() + " " + step.amount())
			.containsExactly("Order totals judged 184,210.55 USD", "Paid orders of known customers 173,244.55 USD",
					"Referred orders 58,161.00 USD", "Order totals credited 47,750.00 USD",
					"Base of the commission 41,234.56 USD", "Commission of these orders 5,123.45 USD",
					"Posted by this run 5,081.69 USD", "Released by 2026-11-01, before any payout 1,081.69 USD");
	}

	@Test
	void aLedgerThatHeldSomethingElseIsFound() {
		assertThat(SampleReport.walkingAstray().walks()).extracting(Walk::closes).containsExactly(false, true);
	}

	@Test
	void aRunThatHasNotPostedEndsWithItsCommission() {
		Walk walk = SampleReport.notClosing().walks().get(0);
		assertThat(walk.closes()).isTrue();
		assertThat(walk.amountOf(Sum.POSTED)).isEmpty();
		assertThat(walk.steps().get(walk.steps().size() - 1).sum()).contains(Sum.COMMISSION);
	}

	@Test
	void oneMinorUnitOrOneOrderTooMuchDoesNotClose() {
		assertThat(walk(10, 900).closes()).isTrue();
		assertThat(walk(10, 901).closes()).isFalse();
		assertThat(walk(11, 900).closes()).isFalse();
	}

	private static Walk walk(long orders, long paid) {
		Path path = new Path(USD);
		path.sum(Sum.JUDGED, "judged", OptionalLong.of(12), Total.of(1_000, USD));
		path.without(dev.tieout.attribution.Reason.ORDER_FAILED, 2, Total.of(100, USD));
		path.sum(Sum.PAID, "paid", OptionalLong.of(orders), Total.of(paid, USD));
		return path.end();
	}

}
