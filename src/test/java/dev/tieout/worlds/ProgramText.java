package dev.tieout.worlds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.tieout.cases.PlainYaml;
import dev.tieout.identity.EmailAddress;
import dev.tieout.program.AttributionTest;
import dev.tieout.program.CommissionRules;
import dev.tieout.program.ConnectRules;
import dev.tieout.program.ProductRate;
import dev.tieout.program.Program;
import dev.tieout.program.Version;

/** Writes a program as its file. */
public final class ProgramText {

	private ProgramText() {
	}

	/**
	 * Returns the file of a program.
	 * @param program any program
	 * @return YAML
	 */
	public static String of(Program program) {
		Map<String, Object> file = new LinkedHashMap<>();
		file.put("program", program.name());
		file.put("zone", program.zone().getId());
		file.put("currency", program.currency().getCurrencyCode());
		program.postFrom().ifPresent((date) -> file.put("post-from", date.toString()));
		file.put("restatement-limit", program.restatementLimit().toString());
		file.put("ignore-addresses", program.ignoreAddresses().stream().map(EmailAddress::value).toList());
		file.put("rules", program.versions().stream().map(ProgramText::version).toList());
		return PlainYaml.text(file);
	}

	private static Map<String, Object> version(Version version) {
		Map<String, Object> keys = new LinkedHashMap<>();
		keys.put("effective-from", version.effectiveFrom().toString());
		keys.put("attribution", version.attribution().stream().map(AttributionTest::word).toList());
		keys.put("connect", connect(version.connect()));
		keys.put("commission", commission(version.commission()));
		Map<String, Object> groups = new LinkedHashMap<>();
		version.groups().forEach((name, rules) -> {
			Map<String, Object> group = new LinkedHashMap<>();
			rules.rate().ifPresent((rate) -> group.put("rate", rate.toString()));
			rules.expiresAfterDays().ifPresent((days) -> group.put("expires-after-days", days.toString()));
			rules.maxOrders().ifPresent((orders) -> group.put("max-orders", orders.toString()));
			rules.commissionOnlyNewCustomers()
				.ifPresent((only) -> group.put("commission-only-new-customers", only.toString()));
			groups.put(name, group);
		});
		keys.put("groups", groups);
		return keys;
	}

	private static Map<String, Object> connect(ConnectRules rules) {
		Map<String, Object> keys = new LinkedHashMap<>();
		keys.put("enabled", Boolean.toString(rules.enabled()));
		keys.put("link-on-first-order", Boolean.toString(rules.linkOnFirstOrder()));
		keys.put("only-new-customers", Boolean.toString(rules.onlyNewCustomers()));
		keys.put("on-conflict", rules.onConflict().name().toLowerCase(Locale.ROOT));
		keys.put("expires-after-days", rules.expiresAfterDays().toString());
		keys.put("refresh-on-order", Boolean.toString(rules.refreshOnOrder()));
		keys.put("max-orders", rules.maxOrders().toString());
		return keys;
	}

	private static Map<String, Object> commission(CommissionRules rules) {
		Map<String, Object> keys = new LinkedHashMap<>();
		keys.put("rate", rules.rate().toString());
		keys.put("base", rules.base().name().toLowerCase(Locale.ROOT));
		keys.put("only-new-customers", Boolean.toString(rules.onlyNewCustomers()));
		keys.put("exempt-affiliates", rules.exemptAffiliates().stream().map(EmailAddress::value).toList());
		keys.put("pay-self-purchases", Boolean.toString(rules.paySelfPurchases()));
		keys.put("pay-affiliate-customers", Boolean.toString(rules.payAffiliateCustomers()));
		keys.put("hold-days", Integer.toString(rules.holdDays()));
		Map<String, Object> affiliates = new LinkedHashMap<>();
		rules.affiliates().forEach((address, rate) -> affiliates.put(address.value(), rate.toString()));
		keys.put("affiliates", affiliates);
		List<Object> products = new ArrayList<>();
		rules.products().forEach((product) -> products.add(product(product)));
		keys.put("products", products);
		return keys;
	}

	private static Map<String, Object> product(ProductRate product) {
		Map<String, Object> keys = new LinkedHashMap<>();
		keys.put("sku", product.sku());
		product.group().ifPresent((group) -> keys.put("group", group));
		product.affiliate().ifPresent((affiliate) -> keys.put("affiliate", affiliate.value()));
		keys.put("rate", product.rate().toString());
		return keys;
	}

}
