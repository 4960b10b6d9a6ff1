package dev.tieout.configuration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tieout.identity.EmailAddress;
import dev.tieout.program.ConnectRules;
import dev.tieout.program.DayLimit;
import dev.tieout.program.Edition;
import dev.tieout.program.OrderLimit;
import dev.tieout.program.Program;
import dev.tieout.program.RestatementLimit;
import dev.tieout.program.Version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProgramFileTests {

	private static final String LEAST = """
			program: main
			zone: UTC
			currency: usd
			rules: [{effective-from: 2024-01-01, commission: {rate: 5.00 USD}}]
			""";

	@Test
	void readsEveryKey() {
		Program program = ProgramFile.parse(Samples.PROGRAM, "main.yml").program();
		assertThat(program.name()).isEqualTo("main");
		assertThat(program.zone()).isEqualTo(ZoneId.of("America/New_York"));
		assertThat(program.postFrom()).contains(LocalDate.parse("2024-01-01"));
		assertThat(program.ignoreAddresses()).containsExactly(new EmailAddress("pos@shop.example"));
		Version version = program.versions().get(0);
		assertThat(version.connect().expiresAfterDays()).isEqualTo(DayLimit.of(365));
		assertThat(version.connect().maxOrders()).isEqualTo(OrderLimit.of(12));
		assertThat(version.commission().rate()).hasToString("10%");
		assertThat(version.commission().affiliates()).hasToString("{star@partners.example=15%}");
		assertThat(version.commission().products()).hasSize(3);
		assertThat(version.groups()).hasEntrySatisfying("vip",
				(vip) -> assertThat(vip.maxOrders()).contains(OrderLimit.UNLIMITED));
	}

	@Test
	void whatIsLeftOutTakesItsDefault() {
		Program program = ProgramFile.parse(LEAST, "main.yml").program();
		assertThat(program.restatementLimit()).isEqualTo(RestatementLimit.DEFAULT);
		assertThat(program.postFrom()).isEmpty();
		Version version = program.versions().get(0);
		assertThat(version.attribution()).isEqualTo(Version.DEFAULT_ATTRIBUTION);
		assertThat(version.connect()).isEqualTo(ConnectRules.DEFAULTS);
		assertThat(version.commission().rate()).hasToString("5.00 USD");
		assertThat(version.commission().payAffiliateCustomers()).isTrue();
		assertThat(version.commission().holdDays()).isEqualTo(30);
		assertThat(version.groups()).isEmpty();
	}

	@Test
	void aGroupsEmptyKeyIsNoLimitAndAnAbsentOneIsTheProgramsOwn() {
		String text = LEAST.replace("rate: 5.00 USD}", "rate: 10%}, groups: {vip: {max-orders: }}");
		Version version = ProgramFile.parse(text, "main.yml").program().versions().get(0);
		assertThat(version.groups()).hasEntrySatisfying("vip", (vip) -> {
			assertThat(vip.maxOrders()).contains(OrderLimit.UNLIMITED);
			assertThat(vip.expiresAfterDays()).isEmpty();
		});
	}

	@Test
	void versionsMayStandInAnyOrder() {
		String text = LEAST.replace("[{effective", "[{effective-from: 2025-01-01, commission: {rate: 1%}}, {effective");
		assertThat(ProgramFile.parse(text, "main.yml").program().versions()).extracting(Version::effectiveFrom)
			.containsExactly(LocalDate.parse("2024-01-01"), LocalDate.parse("2025-01-01"));
	}

	@Test
	void commentsLayoutOrderAndDefaultsWrittenOutAreTheSameEdition() {
		String other = """
				# The same, by somebody else
				---
				currency: "USD"
				rules:
				  - commission:
				      hold-days: 30
				      rate: '5.0 USD'
				    connect: {enabled: false}
				    effective-from: 2024-01-01
				program: main
				restatement-limit: 5.00%
				zone: UTC
				""";
		Edition edition = Edition.of(ProgramFile.parse(LEAST, "a.yml").program());
		assertThat(Edition.of(ProgramFile.parse(other, "b.yml").program())).isEqualTo(edition);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					program: main|program: ma in|1: program: 'ma in' is not a name; expected letters, digits, '.', '_' and '-', a letter or digit first, at most 64
					program: main|# none|2: program: is missing; expected letters, digits, '.', '_' and '-', a letter or digit first, at most 64
					America/New_York|Mars/Olympus|2: zone: 'Mars/Olympus' is not a time zone; expected an IANA zone such as America/New_York or UTC
					America/New_York|+02:00|2: zone: '+02:00' is not a time zone; expected an IANA zone such as America/New_York or UTC
					currency: USD|currency: EURO|3: currency: 'EURO' is not a currency; expected an ISO 4217 code such as USD
					currency: USD|currency: [USD]|3: currency: is a sequence; expected an ISO 4217 code such as USD
					currency: USD|currency: !money USD|3: currency: 'USD' has the tag !money; expected a plain value without a tag
					post-from: 2024-01-01|post-from: 2024-02-30|4: post-from: '2024-02-30' is not a date; expected a date that exists, such as 2024-01-31
					post-from: 2024-01-01|post-from:|4: post-from: is empty; expected a date that exists, such as 2024-01-31
					post-from: 2024-01-01|post-form: 2024-01-01|4: post-form: is not a known key (did you mean 'post-from'?); expected one of program, zone, currency, post-from, restatement-limit, ignore-addresses, rules
					post-from: 2024-01-01|currency: EUR|4: currency: stands twice, first in line 3; expected one of them
					post-from: 2024-01-01|[a]: b|4: has a key that is not text; expected a word as key
					limit: 5%|limit: 5|5: restatement-limit: '5' is not a percentage; expected a percentage from 0% to 100%, such as 10%
					limit: 5%|limit: 100.1%|5: restatement-limit: '100.1%' is not a percentage; expected a percentage from 0% to 100%, such as 10%
					[pos@shop.example]|[pos]|6: ignore-addresses[1]: 'pos' is not an e-mail address; expected an address such as ann@partners.example
					[pos@shop.example]|pos@shop.example|6: ignore-addresses: 'pos@shop.example' is not a list; expected a list such as [one, two]
					[pos@shop.example]|[pos@shop.example, POS@shop.example]|6: ignore-addresses[2]: 'POS@shop.example' stands twice; expected each value once
					[pos@shop.example]|["${env:POS}"]|6: ignore-addresses[1]: '${env:POS}' refers to the environment; expected the value itself, because a program's text is what was agreed
					- effective-from: 2024-01-01|- from: 2024-01-01|8: rules[1].effective-from: is missing; expected a date that exists, such as 2024-01-31
					[connection, coupon, referral]|[]|9: rules[1].attribution: is empty; expected a list with at least one value, one of connection, coupon, referral
					[connection, coupon, referral]||9: rules[1].attribution: is empty; expected a list with at least one value, one of connection, coupon, referral
					[connection, coupon, referral]|[cupon]|9: rules[1].attribution[1]: 'cupon' is not an attribution test; expected one of connection, coupon, referral
					[connection, coupon, referral]|[coupon, coupon]|9: rules[1].attribution[2]: 'coupon' stands twice; expected each value once
					enabled: true|enabled: yes|11: rules[1].connect.enabled: 'yes' is not a yes or no; expected true or false
					enabled: true|enable: true|11: rules[1].connect.enable: is not a known key (did you mean 'enabled'?); expected one of enabled, link-on-first-order, only-new-customers, on-conflict, expires-after-days, refresh-on-order, max-orders
					on-conflict: keep|on-conflict: ask|14: rules[1].connect.on-conflict: 'ask' is not an answer to a conflict; expected one of keep, replace
					expires-after-days: 365|expires-after-days: 0|15: rules[1].connect.expires-after-days: '0' is not a number of days; expected a whole number from 1 to 36500, or lifetime
					expires-after-days: 365|expires-after-days: 1 year|15: rules[1].connect.expires-after-days: '1 year' is not a number of days; expected a whole number from 1 to 36500, or lifetime
					max-orders: 12|max-orders: -1|17: rules[1].connect.max-orders: '-1' is not a number of orders; expected a whole number from 1 to 1000000, or unlimited
					rate: 10%|rate: 10|19: rules[1].commission.rate: '10' is not a rate; expected a percentage such as 10% or an amount such as 5.00 USD (percentages from 0% to 100%)
					rate: 10%|rate: 101%|19: rules[1].commission.rate: '101%' is not a rate; expected a percentage such as 10% or an amount such as 5.00 USD (percentages from 0% to 100%)
					rate: 10%|rate: 5.005 USD|19: rules[1].commission.rate: '5.005 USD' is not a rate; expected a percentage such as 10% or an amount such as 5.00 USD (percentages from 0% to 100%)
					rate: 10%|rate: "10%\\_"|19: rules[1].commission.rate: '10%\\u00a0' is not a rate; expected a percentage such as 10% or an amount such as 5.00 USD (percentages from 0% to 100%)
					rate: 10%|# none|20: rules[1].commission.rate: is missing; expected a percentage such as 10% or an amount such as 5.00 USD (percentages from 0% to 100%)
					base: net|base: gross|20: rules[1].commission.base: 'gross' is not a base; expected one of net, total
					exempt-affiliates: []|exempt-affiliates: [x]|22: rules[1].commission.exempt-affiliates[1]: 'x' is not an e-mail address; expected an address such as ann@partners.example
					hold-days: 30|hold-days: 30d|25: rules[1].commission.hold-days: '30d' is not a number in bounds; expected a whole number from 0 to 3650
					{star@partners.example: 15%}|{star: 15%}|26: rules[1].commission.affiliates.star: '15%' stands under a key that is not an e-mail address; expected an address such as ann@partners.example
					{star@partners.example: 15%}|{s@p.example: 1%, S@p.example: 2%}|26: rules[1].commission.affiliates.S@p.example: '2%' is a second rate of one affiliate; expected each affiliate once
					{sku: GIFT-CARD, rate: 0%}|{sku: GIFT-CARD, rate: 5.00 USD}|28: rules[1].commission.products[1].rate: '5.00 USD' is not a percentage; expected a percentage from 0% to 100%, such as 10%
					{sku: GIFT-CARD, rate: 0%}|{rate: 0%}|28: rules[1].commission.products[1].sku: is missing; expected at least one character that is not a blank
					{sku: GIFT-CARD, rate: 0%}|GIFT-CARD|28: rules[1].commission.products[1]: 'GIFT-CARD' is not a section; expected keys with values
					{sku: GIFT-CARD, rate: 0%}|{sku: MUG, group: " vip", rate: 0%}|29: rules[1].commission.products[2]: is a second rate for SKU 'MUG'; expected each SKU once for the same group or affiliate
					{sku: MUG, group: vip, rate: 20%}|{sku: M, group: vip, affiliate: a@b.example, rate: 2%}|29: rules[1].commission.products[2]: has both group and affiliate; expected one of them, or none
					vip: {rate: 12%, expires|vip: {rates: 12%, expires|32: rules[1].groups.vip.rates: is not a known key (did you mean 'rate'?); expected one of rate, expires-after-days, max-orders, commission-only-new-customers
					""")
	void namesLineKeyValueAndWhatWasExpected(String part, String replacement, String message) {
		String text = Samples.with(Samples.PROGRAM, part, (replacement != null) ? replacement : "");
		assertThat(messages(text)).contains("jobs/programs/main.yml:" + message);
	}

	@Test
	void refusesTwoVersionsOfOneDate() {
		String text = Samples.PROGRAM + """
				  - effective-from: 2024-01-01
				    commission: {rate: 12%}
				""";
		assertThat(messages(text)).containsExactly("jobs/programs/main.yml:33: rules[2].effective-from: "
				+ "'2024-01-01' is the date of another version too, in line 8; expected one version per date");
	}

	@Test
	void refusesRulesWithoutAVersion() {
		String head = Samples.PROGRAM.substring(0, Samples.PROGRAM.indexOf("rules:"));
		String expected = "; expected a list with at least one version";
		assertThat(messages(head)).containsExactly("jobs/programs/main.yml:1: rules: is missing" + expected);
		assertThat(messages(head + "rules: []"))
			.containsExactly("jobs/programs/main.yml:7: rules: is empty" + expected);
		assertThat(messages(head + "rules:")).containsExactly("jobs/programs/main.yml:7: rules: is empty" + expected);
	}

	@Test
	void aVersionWithoutCommissionIsOneProblem() {
		String text = LEAST.replace(", commission: {rate: 5.00 USD}", "");
		assertThat(messages(text)).containsExactly("jobs/programs/main.yml:4: rules[1].commission: is missing; "
				+ "expected a section with at least a rate");
	}

	@Test
	void tellsAllProblemsAtOnce() {
		String text = Samples.PROGRAM.replace("zone:", "zoen:").replace("10%", "ten").replace("hold-days: 30", "a: b");
		assertThat(messages(text)).hasSize(4);
		assertThatThrownBy(() -> ProgramFile.parse(text, "main.yml")).isInstanceOf(ConfigurationException.class)
			.hasMessageContainingAll("main.yml:2: zoen", "main.yml:19: rules[1].commission.rate",
					"main.yml:25: rules[1].commission.a");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			program: main\\n\\tzone: UTC|:2: is not YAML: found character
			program: main\\nzone:\\n\\t- UTC|:3: is not YAML: found character '\\t(TAB)' that cannot start any token.
			program: "main|:1: is not YAML: found unexpected end of stream
			a: 1\\n---\\nb: 2|:2: is not YAML: but found another document
			- a|:1: is not a section; expected keys with values
			# nothing|:1: is empty; expected keys with values
			a: *b|:1: is not YAML: found undefined alias b
			""")
	void whatIsNotYamlIsAProblemWithItsLine(String text, String message) {
		assertThat(messages(text.replace("\\n", "\n").replace("\\t", "\t"))).singleElement()
			.asString()
			.startsWith("jobs/programs/main.yml" + message.replace("\\t", "\\t"));
	}

	@Test
	void anAliasBombIsAProblem() {
		StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
		for (int i = 1; i < 10; i++) {
			bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + ", *a" + (i - 1) + "]\n");
		}
		assertThat(messages(bomb.toString())).singleElement().asString().contains("Number of aliases");
		assertThat(messages("a: " + "[".repeat(1000))).singleElement().asString().contains("Nesting Depth");
		assertThat(messages("a: &a [*a]"))
			.contains("jobs/programs/main.yml:1: program: is missing; expected " + Kinds.NAME.expected());
	}

	@Test
	void filesThatCannotBeReadAreProblems(@TempDir Path directory) throws IOException {
		Path latin = Files.write(directory.resolve("latin.yml"), "program: é".getBytes(StandardCharsets.ISO_8859_1));
		assertThatThrownBy(() -> ProgramFile.read(latin))
			.hasMessage(latin + ": is not UTF-8; expected a text file " + "saved as UTF-8");
		Path missing = directory.resolve("missing.yml");
		assertThatThrownBy(() -> ProgramFile.read(missing))
			.hasMessage(missing + ": does not exist: no such file; expected a readable file");
		assertThatThrownBy(() -> ProgramFile.read(directory))
			.hasMessage(directory + ": is a directory, not a file; expected a readable file");
	}

	@Test
	void toleratesAByteOrderMark(@TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("main.yml"), "\ufeff" + LEAST);
		assertThat(ProgramFile.read(file).program()).isEqualTo(ProgramFile.parse(LEAST, "main.yml").program());
	}

	private static List<String> messages(String text) {
		try {
			ProgramFile.parse(text, "jobs/programs/main.yml");
			return List.of();
		}
		catch (ConfigurationException ex) {
			return ex.problems().stream().map(Problem::message).toList();
		}
	}

}
