package dev.tieout.commission;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.tieout.identity.EmailAddress;
import dev.tieout.money.Percentage;
import dev.tieout.money.Rate;
import dev.tieout.program.Base;
import dev.tieout.program.ProductRate;
import dev.tieout.program.Version;

/**
 * The rates of one version for one affiliate in one group (rules.md 7, 2 and 3).
 * Immutable.
 */
public final class RateCard {

	private final Base base;

	private final Rate standard;

	private final Map<String, Percentage> products;

	private RateCard(Base base, Rate standard, Map<String, Percentage> products) {
		this.base = base;
		this.standard = standard;
		this.products = products;
	}

	/**
	 * Returns the rates that a version has for an affiliate.
	 * @param version the version in force at the order's time
	 * @param affiliate who earns
	 * @param group the affiliate's group at that time, empty for none
	 * @return its rates
	 */
	public static RateCard of(Version version, EmailAddress affiliate, String group) {
		Rate ofGroup = Optional.ofNullable(version.groups().get(group))
			.flatMap((rules) -> rules.rate())
			.orElse(version.commission().rate());
		Rate standard = version.commission().affiliates().getOrDefault(affiliate, ofGroup);
		return new RateCard(version.commission().base(), standard, products(version, affiliate, group));
	}

	Base base() {
		return this.base;
	}

	boolean hasProducts() {
		return !this.products.isEmpty();
	}

	Rate standard() {
		return this.standard;
	}

	Rate of(String sku) {
		Percentage product = this.products.get(sku);
		return (product != null) ? product : this.standard;
	}

	/** Product and affiliate before product and group before product. */
	private static Map<String, Percentage> products(Version version, EmailAddress affiliate, String group) {
		Map<String, Percentage> plain = new HashMap<>();
		Map<String, Percentage> ofGroup = new HashMap<>();
		Map<String, Percentage> ofAffiliate = new HashMap<>();
		for (ProductRate product : version.commission().products()) {
			if (product.affiliate().isPresent()) {
				if (product.affiliate().get().equals(affiliate)) {
					ofAffiliate.put(product.sku(), product.rate());
				}
			}
			else if (product.group().isEmpty()) {
				plain.put(product.sku(), product.rate());
			}
			else if (product.group().get().equals(group)) {
				ofGroup.put(product.sku(), product.rate());
			}
		}
		plain.putAll(ofGroup);
		plain.putAll(ofAffiliate);
		return Map.copyOf(plain);
	}

}
