package dev.tieout.audit.jdbc;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.tieout.audit.LedgerBalance;
import dev.tieout.audit.RunReport;
import dev.tieout.audit.TrailEntry;
import dev.tieout.audit.TrailOrder;
import dev.tieout.audit.Walk;
import dev.tieout.audit.Walk.Sum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ReportReadingIntegrationTests {

	private static DataSource dataSource;

	@BeforeAll
	static void create() {
		dataSource = World.create();
	}

	private static RunReport run(int number) {
		return new ReportReading(dataSource).of(new RunSummaries(dataSource).of(number).orElseThrow());
	}

	@Test
	void theWalkOfAFirstRunAddsUpFromOrderTotalsToReleased() {
		assertThat(run(1).walks()).singleElement().satisfies((walk) -> {
			assertThat(walk.closes()).isTrue();
			assertThat(walk.amountOf(Sum.JUDGED)).hasToString("Optional[90.00 USD]");
			assertThat(walk.amountOf(Sum.COMMISSION)).hasToString("Optional[5.50 USD]");
			assertThat(walk.amountOf(Sum.POSTED)).hasToString("Optional[5.50 USD]");
			assertThat(walk.amountOf(Sum.RELEASED)).hasToString("Optional[0.00 USD]");
		});
	}

	@Test
	void aRunThatHasNotPostedWalksAsFarAsCommission() {
		assertThat(run(3).walks()).extracting(Walk::closes, (walk) -> walk.amountOf(Sum.POSTED).isPresent())
			.containsExactly(tuple(true, false), tuple(true, false));
	}

	@Test
	void balancesAreThoseBeforeAndAfterTheRun() {
		assertThat(run(2).balances())
			.extracting(LedgerBalance::affiliate, (balance) -> balance.before().toString(),
					(balance) -> balance.adjusted().toString(), (balance) -> balance.reversed().toString(),
					(balance) -> balance.after().toString(), (balance) -> balance.onHold().toString(),
					(balance) -> balance.released().toString())
			.containsExactly(
					tuple("ann@partners.example", "5.50 USD", "-2.25 USD", "0.00 USD", "3.25 USD", "1.00 USD",
							"2.25 USD"),
					tuple("bob@partners.example", "0.00 USD", "0.00 USD", "-0.50 USD", "-0.50 USD", "0.00 USD",
							"-0.50 USD"));
	}

	@Test
	void daysAreThoseOfTheOrdersInTheProgramsZone() {
		assertThat(run(1).days()).extracting((day) -> day.day().toString(), (day) -> day.amount().toString())
			.containsExactly(tuple("2026-10-02", "4.50 USD"), tuple("2026-10-29", "1.00 USD"));
	}

	@Test
	void eachReasonHasItsOrdersWithFileAndLineAlsoWhereALaterRevisionCounts() {
		assertThat(run(1).orders())
			.extracting((order) -> order.reason().name(), TrailOrder::orderId, TrailOrder::customer,
					(order) -> order.commission().toString(), (order) -> order.place().toString())
			.containsExactly(tuple("MISSING_EMAIL", "1003", "", "0.00 USD", "web-1.csv:5"),
					tuple("CONNECTION_EXPIRED", "1002", "kim@mail.example", "0.00 USD", "web-1.csv:4"),
					tuple("CREDITED", "1001", "kim@mail.example", "4.50 USD", "web-1.csv:2"),
					tuple("CREDITED", "1004", "", "1.00 USD", "web-1.csv:6"));
	}

	@Test
	void eachAffiliateHasItsEntriesWithFileAndLine() {
		assertThat(run(2).entries())
			.extracting(TrailEntry::number, TrailEntry::affiliate, (entry) -> entry.type().name(),
					(entry) -> entry.amount().toString(), (entry) -> entry.corrects().orElse(0),
					(entry) -> entry.place().toString())
			.containsExactly(tuple(3L, "ann@partners.example", "ADJUSTMENT", "-2.25 USD", 1L, "web-2.csv:2"),
					tuple(4L, "bob@partners.example", "REVERSAL", "-0.50 USD", 0L, "web-2.csv:2"));
	}

	@Test
	void theRunBeforeIsThatOfTheSameJob() {
		assertThat(run(1).last()).isEmpty();
		assertThat(run(2).last()).hasValueSatisfying((former) -> {
			assertThat(former.number()).isEqualTo(1);
			assertThat(former.decisions()).hasSize(3);
			assertThat(former.posted()).singleElement()
				.satisfies((posted) -> assertThat(posted.amount()).hasToString("5.50 USD"));
		});
	}

}
