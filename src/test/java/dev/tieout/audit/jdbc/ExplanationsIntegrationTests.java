package dev.tieout.audit.jdbc;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tieout.audit.DueCause;
import dev.tieout.audit.Explained;
import dev.tieout.audit.Explanation;
import dev.tieout.audit.ExplanationText;
import dev.tieout.audit.OrderMatch;

import static org.assertj.core.api.Assertions.assertThat;

class ExplanationsIntegrationTests {

	private static DataSource dataSource;

	@BeforeAll
	static void create() {
		dataSource = World.create();
	}

	private static Explained explain(String reference) {
		return new Explanations(dataSource, World.CLOCK).of(reference);
	}

	private static Explanation one(String reference) {
		assertThat(explain(reference)).isInstanceOf(Explained.One.class);
		return ((Explained.One) explain(reference)).explanation();
	}

	private static String text(String reference) {
		return ExplanationText.of(one(reference), 160);
	}

	@ParameterizedTest
	@ValueSource(strings = { "web/1002", "1002", "#1002", " 1002 " })
	void anOrderIsFoundByStoreAndIdOrIdOrNumber(String reference) {
		assertThat(one(reference).order().reference()).isEqualTo("web/1002");
	}

	@Test
	void severalOrdersAreListedToChooseFrom() {
		assertThat(explain("1001")).isInstanceOfSatisfying(Explained.Several.class,
				(several) -> assertThat(several.matches()).extracting(OrderMatch::reference)
					.containsExactly("web/1001", "outlet/1001"));
		assertThat(explain("nothing")).isEqualTo(new Explained.None("nothing"));
	}

	@Test
	void anOrderOfAFileThatIsStillReadIsNotThere() {
		assertThat(explain("1009")).isInstanceOf(Explained.None.class);
	}

	@Test
	void aCreditedOrderIsExplainedOnOneScreen() {
		assertThat(text("web/1001")).isEqualTo(
				"""
						Order web/1001 (#1001) of 2026-10-02 10:05 pays ann@partners.example 2.25 USD: CREDITED.
						Referred by connection to ann@partners.example, connected since 2026-09-01 10:00, order 1 of 5, expires 2026-10-20 10:00; base 22.50 USD, rate 10%, commission 2.25 USD.

						customer   kim@mail.example Kim Lee, number 11
						rules      version of 2026-01-01, edition 4be1d0a2c38f, calculation 1
						times      America/New_York

						revisions    dated             status                  total  refunded  coupons  run
						web-1.csv:2  2026-10-30 00:00  paid                50.00 USD      0.00             1  former
						web-2.csv:2  2026-10-31 00:00  partially_refunded  50.00 USD     25.00             2  counts

						connections           started           state    ended or expires  orders  rests on
						ann@partners.example  2026-09-01 10:00  expired  2026-10-20 10:00  1 of 5  connections.csv:2

						requests  at                          affiliate             outcome                                 rests on
						connect   2026-09-01 10:00            ann@partners.example  CONNECTED                               connections.csv:2
						connect   2026-09-01 10:00            ann@partners.example  REPEATED                                connections.csv:5
						connect   2026-10-30 00:00 (no date)  bob@partners.example  CONFLICT_EXISTING ann@partners.example  connections.csv:3

						decisions     affiliate             source      order    base  rates  commission  run  judged
						CREDITED      ann@partners.example  connection  1 of 5  22.50  10%      2.25 USD    2  web-2.csv:2
						was CREDITED  ann@partners.example  connection  1 of 5  45.00  10%      4.50 USD    1  web-1.csv:2

						ledger        affiliate                amount  reason    period   payable on  run  rests on
						1 ACCRUAL     ann@partners.example   4.50 USD  CREDITED  2026-10  2026-11-01    1  web-1.csv:2
						3 ADJUSTMENT  ann@partners.example  -2.25 USD  CREDITED  2026-10  2026-11-01    2  web-2.csv:2
						net           ann@partners.example   2.25 USD

						due        will be judged again with the next run, because the program has changed.
						""");
		assertThat(text("web/1001").lines().count()).isLessThanOrEqualTo(40);
	}

	@Test
	void anOrderThatDoesNotPaySaysWhyInTwoLines() {
		assertThat(text("web/1002").lines().limit(2)).containsExactly(
				"Order web/1002 (#1002) of 2026-10-25 10:05 pays no commission, because the connection's days were over: "
						+ "CONNECTION_EXPIRED.",
				"The customer's connection to ann@partners.example, started 2026-09-01 10:00, was over on 2026-10-20 10:00.");
		assertThat(text("outlet/1001").lines().skip(1).findFirst())
			.contains("The customer has no connection, and no affiliate held the order's codes 'gone' at its time.");
	}

	@Test
	void anOrderWithoutAnAddressHasItsDecisionToo() {
		assertThat(text("1003")).contains(
				"pays no commission, because the order names no customer address: MISSING_EMAIL.",
				"customer   none: the order has no address", "ledger     no entries");
	}

	@Test
	void aForgottenCustomerIsANumber() {
		assertThat(text("1004")).contains("customer   number 14, forgotten on request",
				"due        no, nothing is new since the last run");
	}

	@Test
	void aDecisionOfARunThatFailedDoesNotCount() {
		assertThat(one("1006").decision()).isEmpty();
		assertThat(one("1006").due()).containsExactly(DueCause.ORDER);
		assertThat(text("1006").lines().limit(2)).containsExactly(
				"Order web/1006 of 2026-11-01 10:00 has not been judged yet.",
				"It will be judged with the next run, because an order of the customer is new or has changed.");
	}

}
