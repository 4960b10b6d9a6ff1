package dev.tieout.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.tieout.identity.EmailAddress;
import dev.tieout.money.Amounts;
import dev.tieout.money.FlatRate;
import dev.tieout.money.Money;
import dev.tieout.money.Percentage;
import dev.tieout.money.Rate;
import dev.tieout.program.AttributionTest;
import dev.tieout.program.Base;
import dev.tieout.program.CommissionRules;
import dev.tieout.program.ConnectRules;
import dev.tieout.program.DayLimit;
import dev.tieout.program.GroupRules;
import dev.tieout.program.OnConflict;
import dev.tieout.program.OrderLimit;
import dev.tieout.program.ProductRate;
import dev.tieout.program.Program;
import dev.tieout.program.RestatementLimit;
import dev.tieout.program.Version;

/** Programs from the keys of a program file, without its checks. */
public final class TestPrograms {

	private TestPrograms() {
	}

	/**
	 * Returns the program that a text holds.
	 * @param text a program file
	 * @return the program
	 */
	public static Program parse(String text) {
		return of(PlainYaml.map(text));
	}

	static Program of(Map<String, Object> file) {
		return new Program("test", ZoneId.of(text(file, "zone", "UTC")), currency(text(file, "currency", "USD")),
				Optional.ofNullable(file.get("post-from")).map((date) -> LocalDate.parse((String) date)),
				RestatementLimit.DEFAULT, addresses(file, "ignore-addresses"),
				PlainYaml.list(file.getOrDefault("rules", List.of()))
					.stream()
					.map((version) -> version(PlainYaml.map(version)))
					.sorted(Comparator.comparing(Version::effectiveFrom))
					.toList());
	}

	private static Version version(Map<String, Object> keys) {
		List<AttributionTest> attribution = keys.containsKey("attribution") ? PlainYaml.strings(keys.get("attribution"))
			.stream()
			.map((word) -> AttributionTest.valueOf(word.toUpperCase(Locale.ROOT)))
			.toList() : Version.DEFAULT_ATTRIBUTION;
		Map<String, GroupRules> groups = new HashMap<>();
		section(keys, "groups").forEach((name, group) -> groups.put(name, group(PlainYaml.map(group))));
		return new Version(LocalDate.parse(text(keys, "effective-from", "")), attribution,
				connect(section(keys, "connect")), commission(section(keys, "commission")), groups);
	}

	private static ConnectRules connect(Map<String, Object> keys) {
		return new ConnectRules(flag(keys, "enabled", false), flag(keys, "link-on-first-order", false),
				flag(keys, "only-new-customers", false),
				OnConflict.valueOf(text(keys, "on-conflict", "keep").toUpperCase(Locale.ROOT)),
				days(text(keys, "expires-after-days", "")), flag(keys, "refresh-on-order", false),
				orders(text(keys, "max-orders", "")));
	}

	private static CommissionRules commission(Map<String, Object> keys) {
		Map<EmailAddress, Rate> affiliates = new HashMap<>();
		section(keys, "affiliates").forEach((who, rate) -> affiliates.put(address(who), rate((String) rate)));
		return new CommissionRules(rate(text(keys, "rate", "")),
				Base.valueOf(text(keys, "base", "net").toUpperCase(Locale.ROOT)),
				flag(keys, "only-new-customers", false), addresses(keys, "exempt-affiliates"),
				flag(keys, "pay-self-purchases", false), flag(keys, "pay-affiliate-customers", true),
				Integer.parseInt(text(keys, "hold-days", "0")), affiliates,
				PlainYaml.list(keys.getOrDefault("products", List.of()))
					.stream()
					.map((product) -> product(PlainYaml.map(product)))
					.toList());
	}

	private static ProductRate product(Map<String, Object> keys) {
		return new ProductRate(text(keys, "sku", ""), Optional.ofNullable((String) keys.get("group")),
				Optional.ofNullable((String) keys.get("affiliate")).map(TestPrograms::address),
				(Percentage) rate(text(keys, "rate", "")));
	}

	private static GroupRules group(Map<String, Object> keys) {
		return new GroupRules(Optional.ofNullable((String) keys.get("rate")).map(TestPrograms::rate),
				Optional.ofNullable((String) keys.get("expires-after-days")).map(TestPrograms::days),
				Optional.ofNullable((String) keys.get("max-orders")).map(TestPrograms::orders),
				Optional.ofNullable((String) keys.get("commission-only-new-customers")).map(Boolean::valueOf));
	}

	private static Rate rate(String text) {
		if (text.endsWith("%")) {
			return new Percentage(new BigDecimal(text.substring(0, text.length() - 1)));
		}
		String[] words = text.split(" ");
		var currency = currency(words[1]);
		return new FlatRate(new Money(Amounts.parse(words[0], currency.getDefaultFractionDigits()), currency));
	}

	private static DayLimit days(String text) {
		return (text.isEmpty() || text.equals("lifetime")) ? DayLimit.LIFETIME : DayLimit.of(Integer.parseInt(text));
	}

	private static OrderLimit orders(String text) {
		return (text.isEmpty() || text.equals("unlimited")) ? OrderLimit.UNLIMITED
				: OrderLimit.of(Integer.parseInt(text));
	}

	private static java.util.Currency currency(String word) {
		return Money.currency(word).orElseThrow();
	}

	private static Set<EmailAddress> addresses(Map<String, Object> keys, String key) {
		Set<EmailAddress> addresses = new HashSet<>();
		PlainYaml.strings(keys.getOrDefault(key, List.of())).forEach((text) -> addresses.add(address(text)));
		return addresses;
	}

	private static EmailAddress address(String text) {
		return EmailAddress.parse(text).orElseThrow();
	}

	private static Map<String, Object> section(Map<String, Object> keys, String key) {
		return PlainYaml.map(keys.getOrDefault(key, Map.of()));
	}

	private static String text(Map<String, Object> keys, String key, String otherwise) {
		return (String) keys.getOrDefault(key, otherwise);
	}

	private static boolean flag(Map<String, Object> keys, String key, boolean otherwise) {
		return Boolean.parseBoolean(text(keys, key, Boolean.toString(otherwise)));
	}

}
