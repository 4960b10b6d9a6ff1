package dev.tieout.program;

import java.util.Collection;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.tieout.identity.EmailAddress;

/**
 * A program taken apart into single settings, defaults written out: what an edition's
 * hash is over, and what two programs are compared by.
 */
final class CanonicalSettings {

	private static final Pattern PLAIN = Pattern.compile("[\\p{Alnum}._@+-]+");

	private final SortedMap<String, String> settings = new TreeMap<>();

	private CanonicalSettings() {
	}

	/** Returns what stands above the versions. */
	static SortedMap<String, String> ofHead(Program program) {
		CanonicalSettings head = new CanonicalSettings();
		head.put("program", quoted(program.name()));
		head.put("zone", program.zone().getId());
		head.put("currency", program.currency().getCurrencyCode());
		head.put("post-from", program.postFrom().map(Object::toString).orElse("none"));
		head.put("restatement-limit", program.restatementLimit().toString());
		head.put("ignore-addresses", addresses(program.ignoreAddresses()));
		return head.settings;
	}

	/**
	 * Returns a version's settings, without its date: two that say the same are equal.
	 */
	static SortedMap<String, String> of(Version version) {
		CanonicalSettings all = new CanonicalSettings();
		all.put("attribution",
				version.attribution().stream().map(AttributionTest::word).collect(Collectors.joining(", ", "[", "]")));
		all.add(version.connect());
		all.add(version.commission());
		version.groups().forEach(all::add);
		return all.settings;
	}

	private void add(ConnectRules connect) {
		put("connect.enabled", connect.enabled());
		put("connect.link-on-first-order", connect.linkOnFirstOrder());
		put("connect.only-new-customers", connect.onlyNewCustomers());
		put("connect.on-conflict", connect.onConflict().name().toLowerCase(Locale.ROOT));
		put("connect.expires-after-days", connect.expiresAfterDays());
		put("connect.refresh-on-order", connect.refreshOnOrder());
		put("connect.max-orders", connect.maxOrders());
	}

	private void add(CommissionRules commission) {
		put("commission.rate", commission.rate());
		put("commission.base", commission.base().name().toLowerCase(Locale.ROOT));
		put("commission.only-new-customers", commission.onlyNewCustomers());
		put("commission.exempt-affiliates", addresses(commission.exemptAffiliates()));
		put("commission.pay-self-purchases", commission.paySelfPurchases());
		put("commission.pay-affiliate-customers", commission.payAffiliateCustomers());
		put("commission.hold-days", commission.holdDays());
		commission.affiliates()
			.forEach((affiliate, rate) -> put("commission.affiliates" + index(affiliate.value()), rate));
		commission.products().forEach(this::add);
	}

	private void add(ProductRate product) {
		String whose = product.group().map((group) -> ".group" + index(group)).orElse("")
				+ product.affiliate().map((affiliate) -> ".affiliate" + index(affiliate.value())).orElse("");
		put("commission.products" + index(product.sku()) + whose, product.rate());
	}

	private void add(String name, GroupRules group) {
		String prefix = "groups" + index(name) + ".";
		group.rate().ifPresent((rate) -> put(prefix + "rate", rate));
		group.expiresAfterDays().ifPresent((days) -> put(prefix + "expires-after-days", days));
		group.maxOrders().ifPresent((orders) -> put(prefix + "max-orders", orders));
		group.commissionOnlyNewCustomers().ifPresent((only) -> put(prefix + "commission-only-new-customers", only));
	}

	private void put(String key, Object value) {
		this.settings.put(key, value.toString());
	}

	private static String addresses(Collection<EmailAddress> addresses) {
		return addresses.stream()
			.map((address) -> quoted(address.value()))
			.sorted()
			.collect(Collectors.joining(", ", "[", "]"));
	}

	private static String index(String name) {
		return "[" + quoted(name) + "]";
	}

	/** A SKU may hold anything, but must not be able to look like another setting. */
	private static String quoted(String text) {
		if (PLAIN.matcher(text).matches()) {
			return text;
		}
		StringBuilder quoted = new StringBuilder("\"");
		text.codePoints().forEach((c) -> {
			if (c == '"' || c == '\\') {
				quoted.append('\\').appendCodePoint(c);
			}
			else if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
				quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
			}
			else {
				quoted.appendCodePoint(c);
			}
		});
		return quoted.append('"').toString();
	}

}
