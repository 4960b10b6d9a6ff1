package dev.tieout.configuration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.tieout.identity.EmailAddress;
import dev.tieout.money.Percentage;
import dev.tieout.money.Rate;
import dev.tieout.program.Base;
import dev.tieout.program.CommissionRules;
import dev.tieout.program.ProductRate;

/** Reads a version's section {@code commission}. */
final class CommissionReader {

	private static final Percentage NOTHING = new Percentage(BigDecimal.ZERO);

	private static final Kind<Base> BASE = Kind.word("a base", Base.class);

	private static final int DEFAULT_HOLD_DAYS = 30;

	/** For whom a product's rate is; a program has one for each. */
	private record Target(String sku, Optional<String> group, Optional<EmailAddress> affiliate) {

	}

	private final Section section;

	private final boolean present;

	/**
	 * Creates a reader.
	 * @param section the section, without keys where it is missing
	 * @param present whether it stands in the file: a missing one is one problem, not two
	 */
	CommissionReader(Section section, boolean present) {
		this.section = section;
		this.present = present;
	}

	CommissionRules read() {
		Rate rate = this.present ? this.section.required("rate", Kinds.RATE, NOTHING) : NOTHING;
		CommissionRules rules = new CommissionRules(rate, this.section.value("base", BASE, Base.NET),
				this.section.value("only-new-customers", Kinds.BOOLEAN, false),
				new HashSet<>(this.section.values("exempt-affiliates", Kinds.EMAIL)),
				this.section.value("pay-self-purchases", Kinds.BOOLEAN, false),
				this.section.value("pay-affiliate-customers", Kinds.BOOLEAN, true),
				this.section.value("hold-days", Kind.number(0, 3_650), DEFAULT_HOLD_DAYS), affiliates(), products());
		this.section.noOthers();
		return rules;
	}

	private Map<EmailAddress, Rate> affiliates() {
		Map<EmailAddress, Rate> rates = new HashMap<>();
		for (Map.Entry<String, Setting> entry : this.section.section("affiliates").entries()) {
			Rate rate = entry.getValue().as(Kinds.RATE).orElse(NOTHING);
			Optional<EmailAddress> affiliate = EmailAddress.parse(entry.getKey());
			if (affiliate.isEmpty()) {
				entry.getValue().wrong("stands under a key that is not an e-mail address", Kinds.EMAIL.expected());
			}
			else if (rates.put(affiliate.get(), rate) != null) {
				entry.getValue().wrong("is a second rate of one affiliate", "each affiliate once");
			}
		}
		return rates;
	}

	private List<ProductRate> products() {
		List<ProductRate> products = new ArrayList<>();
		Set<Target> targets = new HashSet<>();
		for (Setting item : this.section.items("products")) {
			Section product = Section.of(item);
			String sku = product.required("sku", Kinds.PLAIN_TEXT, "");
			Optional<String> group = product.optional("group", Kinds.PLAIN_TEXT);
			Optional<EmailAddress> affiliate = product.optional("affiliate", Kinds.EMAIL);
			Percentage rate = product.required("rate", Kinds.PERCENTAGE, NOTHING);
			product.noOthers();
			if (group.isPresent() && affiliate.isPresent()) {
				item.wrong("has both group and affiliate", "one of them, or none");
			}
			boolean readable = group.isPresent() == product.find("group").isPresent()
					&& affiliate.isPresent() == product.find("affiliate").isPresent() && !sku.isEmpty();
			if (readable && !targets.add(new Target(sku, group, affiliate))) {
				item.wrong("is a second rate for SKU '" + sku + "'", "each SKU once for the same group or affiliate");
			}
			products.add(new ProductRate(sku, group, affiliate, rate));
		}
		return products;
	}

}
