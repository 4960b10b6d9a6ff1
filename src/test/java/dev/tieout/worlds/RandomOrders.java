package dev.tieout.worlds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;

import dev.tieout.attribution.Order;
import dev.tieout.attribution.OrderStatus;
import dev.tieout.commission.Sale;
import dev.tieout.commission.SaleLine;
import dev.tieout.commission.TaxTreatment;

/** Draws orders of all statuses, mostly paid. */
final class RandomOrders {

	/** Whose code points and UTF-16 units sort differently. */
	private static final List<String> ID_PREFIXES = List.of("", "", "#", "\uff21", "\ud83d\ude00");

	static final List<String> STORES = List.of("web", "shop");

	private final Dice dice;

	private final Set<Trait> traits;

	private long drawn;

	RandomOrders(Dice dice, Set<Trait> traits) {
		this.dice = dice;
		this.traits = traits;
	}

	List<Order> draw(int most) {
		List<Order> orders = new ArrayList<>();
		for (int count = this.dice.below(most + 1); count > 0; count--) {
			orders.add(one());
		}
		return orders;
	}

	Order one() {
		this.drawn++;
		OrderStatus status = this.dice.oneIn(4) ? this.dice.of(OrderStatus.values()) : OrderStatus.PAID;
		List<String> coupons = new ArrayList<>();
		for (int count = this.dice.oneIn(2) ? 0 : this.dice.below(3); count > 0; count--) {
			coupons.add(this.dice.oneIn(4) ? "welcome" : this.dice.of(RandomAffiliates.COUPONS));
		}
		String referral = this.dice.oneIn(3) ? this.dice.of(RandomAffiliates.REFERRAL_CODES) : "";
		return new Order(this.drawn, this.dice.of(STORES), this.dice.of(ID_PREFIXES) + this.drawn, this.dice.instant(),
				status, sale(), coupons, referral);
	}

	private Sale sale() {
		long subtotal = this.dice.oneIn(8) ? this.dice.below(12) : this.dice.below(20_000);
		long shipping = this.dice.oneIn(2) ? 500 : 0;
		long tax = this.dice.oneIn(2) ? this.dice.below(900) : 0;
		long tip = this.dice.oneIn(5) ? this.dice.below(300) : 0;
		long total = subtotal + shipping + tax + tip;
		return new Sale(Currency.getInstance(this.dice.oneIn(6) ? this.dice.of("EUR", "JPY") : "USD"), subtotal,
				shipping, tax, tip, total, refunded(total),
				this.traits.contains(Trait.ANY_TAX) ? this.dice.of(TaxTreatment.values()) : TaxTreatment.EXCLUDED,
				lines());
	}

	private long refunded(long total) {
		return switch (this.dice.below(12)) {
			case 0 -> total;
			case 1 -> total + 1;
			case 2, 3 -> (total > 0) ? this.dice.below((int) total) : 0;
			default -> 0;
		};
	}

	private List<SaleLine> lines() {
		List<SaleLine> lines = new ArrayList<>();
		boolean free = this.dice.oneIn(8);
		for (int count = this.dice.oneIn(3) ? 0 : this.dice.below(5); count > 0; count--) {
			BigDecimal price = new BigDecimal(this.dice.of("10.00", "3.3333", "25", "0.01", "7.50"));
			lines.add(new SaleLine(this.dice.oneIn(5) ? "" : this.dice.of(RandomProgram.SKUS),
					(free || this.dice.oneIn(10)) ? BigDecimal.ZERO : price));
		}
		return lines;
	}

}
