package dev.tieout.program;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.tieout.identity.EmailAddress;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EditionTests {

	@Test
	void writesOneSettingPerLineInOrderWithDefaults() {
		GroupRules vip = new GroupRules(Optional.of(Programs.percent("12")), Optional.of(DayLimit.LIFETIME),
				Optional.empty(), Optional.empty());
		ProductRate mug = new ProductRate("MUG", Optional.of("vip"), Optional.empty(), Programs.percent("20"));
		Program program = Programs.of(Programs.version("2024-01-01", "10.0", Map.of("vip", vip), List.of(mug)));
		assertThat(Edition.of(program).canonicalText()).isEqualTo("""
				currency: USD
				ignore-addresses: []
				post-from: none
				program: main
				restatement-limit: 5%
				rules[2024-01-01].attribution: [connection, coupon, referral]
				rules[2024-01-01].commission.base: net
				rules[2024-01-01].commission.exempt-affiliates: []
				rules[2024-01-01].commission.hold-days: 30
				rules[2024-01-01].commission.only-new-customers: false
				rules[2024-01-01].commission.pay-affiliate-customers: true
				rules[2024-01-01].commission.pay-self-purchases: false
				rules[2024-01-01].commission.products[MUG].group[vip]: 20%
				rules[2024-01-01].commission.rate: 10%
				rules[2024-01-01].connect.enabled: false
				rules[2024-01-01].connect.expires-after-days: lifetime
				rules[2024-01-01].connect.link-on-first-order: false
				rules[2024-01-01].connect.max-orders: unlimited
				rules[2024-01-01].connect.on-conflict: keep
				rules[2024-01-01].connect.only-new-customers: false
				rules[2024-01-01].connect.refresh-on-order: false
				rules[2024-01-01].groups[vip].expires-after-days: lifetime
				rules[2024-01-01].groups[vip].rate: 12%
				zone: America/New_York
				""");
	}

	@Test
	void ratesOfAffiliatesAndEveryKeyOfAGroupAreSettings() {
		EmailAddress ann = new EmailAddress("ann@partners.example");
		GroupRules vip = new GroupRules(Optional.empty(), Optional.of(DayLimit.of(30)), Optional.of(OrderLimit.of(3)),
				Optional.of(true));
		CommissionRules commission = new CommissionRules(Programs.percent("10"), Base.NET, false, Set.of(ann), false,
				true, 30, Map.of(ann, Programs.percent("15")),
				List.of(new ProductRate("MUG", Optional.empty(), Optional.of(ann), Programs.percent("20"))));
		Program program = Programs.of(new Version(LocalDate.parse("2024-01-01"), Version.DEFAULT_ATTRIBUTION,
				ConnectRules.DEFAULTS, commission, Map.of("vip", vip)));
		assertThat(Edition.of(program).canonicalText().lines()).contains(
				"rules[2024-01-01].commission.affiliates[ann@partners.example]: 15%",
				"rules[2024-01-01].commission.exempt-affiliates: [ann@partners.example]",
				"rules[2024-01-01].commission.products[MUG].affiliate[ann@partners.example]: 20%",
				"rules[2024-01-01].groups[vip].commission-only-new-customers: true",
				"rules[2024-01-01].groups[vip].expires-after-days: 30", "rules[2024-01-01].groups[vip].max-orders: 3");
	}

	@Test
	void hashesTheText() {
		Edition edition = Edition.of(Programs.of(Programs.version("2024-01-01", "10")));
		assertThat(edition.hash()).matches("[0-9a-f]{64}");
		assertThat(Edition.of(Programs.of(Programs.version("2024-01-01", "10.00")))).isEqualTo(edition);
		assertThat(Edition.of(Programs.of(Programs.version("2024-01-01", "10.01"))).hash())
			.isNotEqualTo(edition.hash());
	}

	@Test
	void aSkuCannotLookLikeAnotherSetting() {
		ProductRate twoLines = new ProductRate("A]: 1%\nrules[2024-01-01].commission.products[\"B\\", Optional.empty(),
				Optional.empty(), Programs.percent("2"));
		Program program = Programs.of(Programs.version("2024-01-01", "10", Map.of(), List.of(twoLines)));
		assertThat(Edition.of(program).canonicalText())
			.contains("commission.products[\"A]: 1%\\u000arules[2024-01-01].commission.products[\\\"B\\\\\"]: 2%\n");
	}

}
