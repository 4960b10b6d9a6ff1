package dev.tieout.audit.jdbc;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.tieout.audit.BalanceSheet;
import dev.tieout.identity.EmailAddress;

import static org.assertj.core.api.Assertions.assertThat;

class BalancesIntegrationTests {

	private static final Optional<EmailAddress> EVERYBODY = Optional.empty();

	private static DataSource dataSource;

	@BeforeAll
	static void create() {
		dataSource = World.create();
	}

	private static BalanceSheet balances(Optional<EmailAddress> affiliate, Optional<YearMonth> period,
			Optional<LocalDate> asOf) {
		return new Balances(dataSource, World.CLOCK).of(affiliate, period, asOf);
	}

	@Test
	void theEarliestOpenMonthIsTheDefault() {
		BalanceSheet sheet = balances(EVERYBODY, Optional.empty(), Optional.empty());
		assertThat(sheet.period()).isEqualTo(YearMonth.of(2026, 10));
		assertThat(sheet.releasedBy()).isEqualTo(LocalDate.of(2026, 11, 1));
		assertThat(sheet.table().render(0)).isEqualTo("""
				affiliate             name          currency  opening  accrued  adjusted  reversed  closing  released
				ann@partners.example  Ann, "Field"  USD          0.00     5.50     -2.25      0.00     3.25      2.25
				bob@partners.example  -Bob          USD         -0.50     0.00      0.00      0.00    -0.50     -0.50
				""");
	}

	@Test
	void aMonthHasItsOwnMovements() {
		assertThat(balances(EVERYBODY, Optional.of(YearMonth.of(2026, 9)), Optional.empty()).balances()).singleElement()
			.satisfies((balance) -> {
				assertThat(balance.affiliate()).isEqualTo("bob@partners.example");
				assertThat(balance.opening()).hasToString("0.00 USD");
				assertThat(balance.reversed()).hasToString("-0.50 USD");
				assertThat(balance.closing()).hasToString("-0.50 USD");
			});
	}

	@Test
	void aClosedMonthIsWhatItsClosingFroze() {
		BalanceSheet frozen = balances(EVERYBODY, Optional.of(YearMonth.of(2026, 9)), Optional.empty());
		assertThat(frozen.closing().orElseThrow().number()).isEqualTo(1);
		assertThat(frozen.closing().orElseThrow().closedBy()).isEqualTo("finance as Dana");
		assertThat(frozen.releasedBy()).isEqualTo(LocalDate.of(2026, 9, 30));
		assertThat(frozen.balances()).singleElement()
			.satisfies((balance) -> assertThat(balance.released()).hasToString("0.00 USD"));
		BalanceSheet later = balances(EVERYBODY, Optional.of(YearMonth.of(2026, 9)),
				Optional.of(LocalDate.of(2026, 11, 1)));
		assertThat(later.closing()).isEqualTo(frozen.closing());
		assertThat(later.balances()).singleElement()
			.satisfies((balance) -> assertThat(balance.released()).hasToString("-0.50 USD"));
		assertThat(new Balances(dataSource, World.CLOCK).recomputed(frozen.closing().orElseThrow()))
			.isEqualTo(frozen.balances());
	}

	@Test
	void monthsAreListedWithTheirClosings() {
		assertThat(new PeriodList(dataSource, World.CLOCK).list().table().render(0)).isEqualTo(
				"""
						month    state   closing  closed at         by               entries  currency  accrued  adjusted  reversed    net
						2026-09  closed        1  2026-11-01 14:00  finance as Dana        1  USD          0.00      0.00     -0.50  -0.50
						2026-10  open                                                      3  USD          5.50     -2.25      0.00   3.25
						2026-11  open                                                      0
						""");
	}

	@Test
	void whatWasPostedAfterTheDayIsLeftOut() {
		assertThat(balances(EVERYBODY, Optional.empty(), Optional.of(LocalDate.of(2026, 10, 31))).balances())
			.singleElement()
			.satisfies((balance) -> {
				assertThat(balance.closing()).hasToString("5.50 USD");
				assertThat(balance.released()).hasToString("0.00 USD");
			});
	}

	@Test
	void oneAffiliateCanBeAskedFor() {
		assertThat(balances(Optional.of(new EmailAddress("bob@partners.example")), Optional.empty(), Optional.empty())
			.balances()).hasSize(1);
		assertThat(
				balances(Optional.of(new EmailAddress("nobody@partners.example")), Optional.empty(), Optional.empty())
					.balances())
			.isEmpty();
	}

}
