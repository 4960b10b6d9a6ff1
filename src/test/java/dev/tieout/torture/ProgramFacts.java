package dev.tieout.torture;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tieout.money.FlatRate;
import dev.tieout.money.Percentage;
import dev.tieout.money.Rate;
import dev.tieout.program.AttributionTest;
import dev.tieout.program.CommissionRules;
import dev.tieout.program.ConnectRules;
import dev.tieout.program.DayLimit;
import dev.tieout.program.GroupRules;
import dev.tieout.program.OrderLimit;
import dev.tieout.program.Program;
import dev.tieout.program.Version;

/** A program's keys as facts for the second calculator. */
final class ProgramFacts {

	private final Facts facts;

	private ProgramFacts(Facts facts) {
		this.facts = facts;
	}

	static void add(Program program, Facts facts) {
		facts.add("program", "zone", program.zone().getId(), "post_from",
				program.postFrom().map(Object::toString).orElse(null));
		program.ignoreAddresses().forEach((address) -> facts.add("ignored_address", "address", address.value()));
		for (int i = 0; i < program.versions().size(); i++) {
			new ProgramFacts(facts).version(i + 1, program.versions().get(i));
		}
	}

	private void version(int number, Version version) {
		ConnectRules connect = version.connect();
		CommissionRules pay = version.commission();
		this.facts.add("version", rate(pay.rate()), "version_no", number, "effective_from",
				version.effectiveFrom().toString(), "tests",
				version.attribution().stream().map(AttributionTest::word).toList(), "switch_on", connect.enabled(),
				"link_on_first", connect.linkOnFirstOrder(), "link_only_new", connect.onlyNewCustomers(), "on_conflict",
				connect.onConflict().name().toLowerCase(Locale.ROOT), "expires_after_days",
				days(connect.expiresAfterDays()), "refresh_on_order", connect.refreshOnOrder(), "max_orders",
				orders(connect.maxOrders()), "base", pay.base().name().toLowerCase(Locale.ROOT), "only_new",
				pay.onlyNewCustomers(), "pay_self", pay.paySelfPurchases(), "pay_affiliates",
				pay.payAffiliateCustomers(), "hold_days", pay.holdDays());
		version.groups().forEach((name, group) -> group(number, name, group));
		pay.exemptAffiliates()
			.forEach((address) -> this.facts.add("exempt_affiliate", "version_no", number, "affiliate",
					address.value()));
		pay.affiliates()
			.forEach((address, rate) -> this.facts.add("affiliate_rate", rate(rate), "version_no", number, "affiliate",
					address.value()));
		pay.products()
			.forEach((product) -> this.facts.add("product_rate", rate(product.rate()), "version_no", number, "sku",
					product.sku(), "group_name", product.group().orElse(null), "affiliate",
					product.affiliate().map(Object::toString).orElse(null)));
	}

	private void group(int version, String name, GroupRules group) {
		this.facts.add("version_group", group.rate().map(ProgramFacts::rate).orElse(Map.<String, @Nullable Object>of()),
				"version_no", version, "name", name, "has_rate", group.rate().isPresent(), "has_days",
				group.expiresAfterDays().isPresent(), "expires_after_days",
				group.expiresAfterDays().map(ProgramFacts::days).orElse(null), "has_orders",
				group.maxOrders().isPresent(), "max_orders", group.maxOrders().map(ProgramFacts::orders).orElse(null),
				"only_new", group.commissionOnlyNewCustomers().orElse(null));
	}

	private static @Nullable Integer days(DayLimit limit) {
		return limit.days().isPresent() ? limit.days().getAsInt() : null;
	}

	private static @Nullable Integer orders(OrderLimit limit) {
		return limit.orders().isPresent() ? limit.orders().getAsInt() : null;
	}

	private static Map<String, @Nullable Object> rate(Rate rate) {
		Map<String, @Nullable Object> columns = new HashMap<>();
		if (rate instanceof FlatRate flat) {
			columns.put("flat", flat.amount().minor());
			columns.put("flat_currency", flat.amount().currency().getCurrencyCode());
		}
		else if (rate instanceof Percentage percentage) {
			columns.put("percentage", percentage.value().toPlainString());
		}
		else {
			throw new IllegalArgumentException("a rate is a percentage or flat, not " + List.of(rate));
		}
		return columns;
	}

}
