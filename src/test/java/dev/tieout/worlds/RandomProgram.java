package dev.tieout.worlds;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.tieout.identity.EmailAddress;
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

/** Draws a program: up to four versions, two groups, product rates. */
final class RandomProgram {

	static final EmailAddress TILL = new EmailAddress("till@shop.example");

	/** Of which no version knows the last. */
	static final List<String> GROUPS = List.of("vip", "VIP", "nowhere");

	static final List<String> SKUS = List.of("MUG", "mug", "CAP", "GIFT CARD");

	private final Dice dice;

	private final List<EmailAddress> affiliates;

	RandomProgram(Dice dice, List<EmailAddress> affiliates) {
		this.dice = dice;
		this.affiliates = affiliates;
	}

	Program draw() {
		Set<LocalDate> starts = new TreeSet<>();
		for (int versions = 1 + this.dice.below(4); versions > 0; versions--) {
			starts.add(this.dice.oneIn(2) ? LocalDate.of(2024, 1, 1).plusDays(versions) : this.dice.day());
		}
		return new Program("world", Dice.ZONE, Currency.getInstance("USD"),
				this.dice.oneIn(3) ? Optional.of(this.dice.day()) : Optional.empty(), RestatementLimit.DEFAULT,
				Set.of(TILL), starts.stream().map(this::version).toList());
	}

	private Version version(LocalDate from) {
		List<AttributionTest> tests = new ArrayList<>(List.of(AttributionTest.values()));
		if (this.dice.oneIn(2)) {
			this.dice.shuffle(tests);
		}
		return new Version(from, this.dice.oneIn(5) ? tests.subList(0, 1 + this.dice.below(2)) : tests,
				new ConnectRules(!this.dice.oneIn(8), this.dice.oneIn(2), this.dice.oneIn(3),
						this.dice.of(OnConflict.KEEP, OnConflict.REPLACE), days(), this.dice.oneIn(2), orders()),
				commission(), Map.of("vip", group(), "VIP", group()));
	}

	private DayLimit days() {
		return this.dice.oneIn(3) ? DayLimit.LIFETIME : DayLimit.of(5 * (1 + this.dice.below(6)));
	}

	private OrderLimit orders() {
		return this.dice.oneIn(2) ? OrderLimit.UNLIMITED : OrderLimit.of(1 + this.dice.below(3));
	}

	private GroupRules group() {
		return new GroupRules(optional(this.dice.oneIn(2), rate()), optional(this.dice.oneIn(2), days()),
				optional(this.dice.oneIn(2), orders()), optional(this.dice.oneIn(3), this.dice.oneIn(2)));
	}

	private static <T> Optional<T> optional(boolean present, T value) {
		return present ? Optional.of(value) : Optional.empty();
	}

	private CommissionRules commission() {
		Map<EmailAddress, Rate> own = new HashMap<>();
		Set<EmailAddress> exempt = new HashSet<>();
		for (EmailAddress affiliate : this.affiliates) {
			if (this.dice.oneIn(4)) {
				own.put(affiliate, rate());
			}
			if (this.dice.oneIn(4)) {
				exempt.add(affiliate);
			}
		}
		return new CommissionRules(rate(), this.dice.oneIn(3) ? Base.TOTAL : Base.NET, this.dice.oneIn(5), exempt,
				this.dice.oneIn(3), !this.dice.oneIn(4), this.dice.below(60), own, products());
	}

	private List<ProductRate> products() {
		List<ProductRate> products = new ArrayList<>();
		for (String sku : SKUS) {
			if (this.dice.oneIn(3)) {
				products.add(new ProductRate(sku, Optional.empty(), Optional.empty(), percentage()));
			}
			if (this.dice.oneIn(4)) {
				products
					.add(new ProductRate(sku, Optional.of(this.dice.of("vip", "VIP")), Optional.empty(), percentage()));
			}
			if (this.dice.oneIn(4)) {
				products.add(new ProductRate(sku, Optional.empty(), Optional.of(this.dice.of(this.affiliates)),
						percentage()));
			}
		}
		return products;
	}

	private Rate rate() {
		return this.dice.oneIn(5)
				? new FlatRate(
						new Money(50L * (1 + this.dice.below(9)), Currency.getInstance(this.dice.of("USD", "EUR"))))
				: percentage();
	}

	private Percentage percentage() {
		return new Percentage(new BigDecimal(this.dice.of("0", "5", "10", "10", "12.5", "33.333", "50")));
	}

}
