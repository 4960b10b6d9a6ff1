package dev.tieout.commission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

import dev.tieout.cases.TestPrograms;
import dev.tieout.identity.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules.md 7. */
class CommissionCalculationTests {

	private static final String ANN = "ann@partners.example";

	private static final String NOTHING = "nothing";

	private static final String MISMATCH = "mismatch";

	@ParameterizedTest(name = "{0} of {1}, {2} tax {3} shipping {4} tip {5} total {6}: {7}")
	@CsvSource({
			// base, tax treatment, subtotal, tax, shipping, tip, total, of 10 %
			"net, EXCLUDED, 1000, 200, 500, 100, 1800, 100", "total, EXCLUDED, 1000, 200, 500, 100, 1800, 170",
			"total, INCLUDED, 1200, 200, 0, 100, 1300, 120", "net, INCLUDED, 1200, 200, 0, 0, 1200, 100",
			"net, INCLUDED, 1200, 300, 600, 0, 1800, 100", "net, INCLUDED, 1000, 100, 200, 0, 1200, 92",
			"net, INCLUDED, 0, 0, 0, 0, 0, nothing", "net, INCLUDED, 0, 50, 300, 0, 300, nothing",
			"net, UNCLEAR, 1000, 200, 500, 0, 1800, 80", "net, UNCLEAR, 200, 200, 500, 0, 900, nothing",
			"net, UNCLEAR, 100, 200, 500, 0, 900, nothing", "net, EXCLUDED, 0, 0, 500, 0, 500, nothing",
			"total, EXCLUDED, 0, 0, 0, 100, 100, nothing", "net, EXCLUDED, 5, 0, 0, 0, 5, 1",
			"net, EXCLUDED, 4, 0, 0, 0, 4, nothing",
			"net, EXCLUDED, 1000000000000000, 0, 0, 0, 1000000000000000, 100000000000000" })
	void theBaseIsWithoutWhatIsNotGoods(String base, TaxTreatment tax, long subtotal, long taxes, long shipping,
			long tip, long total, String expected) {
		Sale sale = new Sale(Currency.getInstance("USD"), subtotal, shipping, taxes, tip, total, 0, tax, List.of());
		assertThat(told(CommissionCalculation.of(sale, card("rate: 10%, base: " + base, "")))).isEqualTo(expected);
	}

	@ParameterizedTest(name = "{0}, group {1}: {3}")
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			// commission | the affiliate's group | lines | expected of 100.00 USD
			"rate: 10%||A 1|1000", "rate: 10%|vip|A 1|1200", "rate: 10%|unknown|A 1|1000",
			"rate: 10%, affiliates: {ann@partners.example: 15%}|vip|A 1|1500",
			"rate: 10%, affiliates: {bob@partners.example: 15%}||A 1|1000",
			"rate: 10%, products: [{sku: A, rate: 20%}]||A 1,B 3|1250",
			"rate: 10%, products: [{sku: a, rate: 20%}]||A 1,B 3|1000",
			"rate: 10%, products: [{sku: A, rate: 20%}, {sku: A, group: vip, rate: 30%}]|vip|A 1|3000",
			"rate: 10%, products: [{sku: A, group: vip, rate: 30%}, {sku: A, rate: 20%}]||A 1|2000",
			"rate: 10%, products: [{sku: A, affiliate: ann@partners.example, rate: 40%}, {sku: A, group: vip, rate: 30%}]|vip|A 1|4000",
			"rate: 10%, products: [{sku: A, affiliate: bob@partners.example, rate: 40%}]||A 1|1000",
			"rate: 10%, products: [{sku: A, rate: 20%}]|||1000",
			"rate: 10%, products: [{sku: A, rate: 20%}]||A 0,B 0|1500",
			"rate: 10%, products: [{sku: A, rate: 20%}]||A 0,B 5|1000",
			"rate: 10%, products: [{sku: A, rate: 0%}]||A 1|nothing", "rate: 0%||A 1|nothing",
			"rate: 5.00 USD||A 1,B 1|500", "rate: 5.00 USD, products: [{sku: A, rate: 20%}]||A 1,B 1|1500",
			"rate: 5.00 USD, products: [{sku: A, rate: 20%}]||A 1,B 0|2500",
			"rate: 5.00 USD, products: [{sku: A, rate: 20%}]||A 1|2000", "rate: 5.00 EUR||A 1|mismatch",
			"rate: 5.00 EUR, products: [{sku: A, rate: 20%}]||A 1|2000",
			"rate: 5.00 EUR, products: [{sku: A, rate: 20%}]||A 1,B 0|mismatch",
			"rate: 5.00 EUR, products: [{sku: A, rate: 20%}]|vip|A 1,B 1|1600" })
	void eachLineTakesItsRate(String commission, @Nullable String group, @Nullable String lines, String expected) {
		RateCard card = card(commission, (group != null) ? group : "");
		assertThat(told(CommissionCalculation.of(sale(10_000, 10_000, 0, lines), card))).isEqualTo(expected);
	}

	@ParameterizedTest(name = "{0} on {1} less {2}, lines {3}: {4}")
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			// commission | total | refunded | lines | expected
			"rate: 10%|1000|0||100", "rate: 10%|1000|333||67", "rate: 10%|1000|335||67", "rate: 10%|1000|336||66",
			"rate: 10%|1000|995||1", "rate: 10%|1000|996||nothing", "rate: 5.00 USD|1000|500||250",
			"rate: 5.00 USD|1000|999||1", "rate: 0.01 USD|1000|501||nothing", "rate: 0.01 USD|1000|500||1",
			// Of one percentage from two places 5 + 5 is rounded once; of two it is 1 +
			// 1.
			"rate: 10%, products: [{sku: A, rate: 10.0%}]|10|0|A 1,B 1|1",
			"rate: 10%, products: [{sku: A, rate: 10.2%}]|10|0|A 1,B 1|2",
			"rate: 10%, products: [{sku: A, rate: 20%}, {sku: B, rate: 20%}]|4|0|A 1,B 1|1",
			"rate: 50%, products: [{sku: A, rate: 0%}]|9|0|A 1,B 2|3",
			"rate: 10%, products: [{sku: A, rate: 20%}]|1000|100|A 1,B 2|120",
			"rate: 10%, products: [{sku: A, rate: 33.333%}]|100|0|A 3.3333333333,B 6.6666666667|18" })
	void whatIsRoundedIsRoundedOnceAndAfterTheRefund(String commission, long total, long refunded,
			@Nullable String lines, String expected) {
		assertThat(told(CommissionCalculation.of(sale(total, total, refunded, lines), card(commission, ""))))
			.isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "rate: 5.00 USD", "rate: 5.00 EUR", "rate: 10%" })
	void aBaseOfNothingPaysNothingWhateverTheRate(String commission) {
		assertThat(told(CommissionCalculation.of(sale(0, 500, 0, "A 1"), card(commission, "")))).isEqualTo(NOTHING);
	}

	@ParameterizedTest(name = "{0}, lines {1}: {2}")
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			// commission | lines | the rates as a person is told them
			"rate: 10%||10%", "rate: 5.00 USD||5.00 USD", "rate: 10%, products: [{sku: A, rate: 20%}]|A 1|20%",
			"rate: 10%, products: [{sku: A, rate: 20%}]|A 1,B 3|20% of 25.00 + 10% of 75.00",
			"rate: 5.00 USD, products: [{sku: A, rate: 20%}]|A 1,B 3|20% of 25.00 + 5.00 USD" })
	void aPersonIsToldWhichRateTookWhichPart(String commission, @Nullable String lines, String expected) {
		Commission earned = CommissionCalculation.of(sale(10_000, 10_000, 0, lines), card(commission, ""));
		assertThat(earned).isInstanceOfSatisfying(Commission.Earned.class, (each) -> {
			assertThat(each.rates()).isEqualTo(expected);
			assertThat(each.base()).isEqualTo(10_000);
		});
	}

	private static String told(Commission commission) {
		if (commission instanceof Commission.Earned earned) {
			return Long.toString(earned.amount());
		}
		return (commission instanceof Commission.Nothing) ? NOTHING : MISMATCH;
	}

	private static Sale sale(long subtotal, long total, long refunded, @Nullable String lines) {
		List<SaleLine> parsed = new ArrayList<>();
		if (lines != null) {
			for (String line : lines.split(",")) {
				String[] words = line.split(" ");
				parsed.add(new SaleLine(words[0], new BigDecimal(words[1])));
			}
		}
		return new Sale(Currency.getInstance("USD"), subtotal, 0, 0, 0, total, refunded, TaxTreatment.EXCLUDED, parsed);
	}

	private static RateCard card(String commission, String group) {
		var program = TestPrograms.parse("""
				program: test
				zone: UTC
				currency: USD
				rules:
				  - {effective-from: 2024-01-01, commission: {%s}, groups: {vip: {rate: 12%%}}}
				""".formatted(commission));
		return RateCard.of(program.versions().get(0), new EmailAddress(ANN), group);
	}

}
