package dev.tieout.commission;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tieout.money.FlatRate;
import dev.tieout.money.Money;
import dev.tieout.money.Percentage;
import dev.tieout.money.Rate;
import dev.tieout.money.Ratio;
import dev.tieout.program.Base;

/**
 * The amount of an order (rules.md 7). Exact until each percentage's sum is rounded once.
 */
public final class CommissionCalculation {

	private CommissionCalculation() {
	}

	/**
	 * Returns what an order earns.
	 * @param sale the order's amounts; not refunded in full
	 * @param rates the rates in force for the affiliate
	 * @return the amount, or why there is none
	 */
	public static Commission of(Sale sale, RateCard rates) {
		Ratio base = base(sale, rates.base());
		if (base.signum() <= 0) {
			return new Commission.Nothing(base.rounded(), "");
		}
		if (sale.lines().isEmpty() || !rates.hasProducts()) {
			return ofOneRate(sale, base, rates.standard());
		}
		return ofShares(sale, base, shares(sale.lines(), rates));
	}

	static Ratio base(Sale sale, Base base) {
		if (base == Base.TOTAL) {
			return Ratio.of(sale.total() - sale.tip());
		}
		return switch (sale.taxTreatment()) {
			case EXCLUDED -> Ratio.of(sale.subtotal());
			case UNCLEAR -> Ratio.of(sale.subtotal() - sale.tax());
			case INCLUDED -> netOfTaxInclusive(sale);
		};
	}

	/**
	 * Shipping bears its part of the tax: net = subtotal × (1 − tax / (subtotal +
	 * shipping)).
	 */
	private static Ratio netOfTaxInclusive(Sale sale) {
		long taxed = sale.subtotal() + sale.shipping();
		if (taxed == 0) {
			return Ratio.ZERO;
		}
		Ratio subtotal = Ratio.of(sale.subtotal());
		return subtotal.minus(Ratio.of(sale.tax()).times(subtotal).dividedBy(Ratio.of(taxed)));
	}

	private static Commission ofOneRate(Sale sale, Ratio base, Rate rate) {
		return ofShares(sale, base, Map.of(rate, Ratio.ONE));
	}

	private static Commission ofShares(Sale sale, Ratio base, Map<Rate, Ratio> shares) {
		Ratio kept = kept(sale);
		long amount = 0;
		List<String> told = new ArrayList<>();
		for (Map.Entry<Rate, Ratio> share : shares.entrySet()) {
			Ratio part = base.times(share.getValue());
			if (share.getKey() instanceof FlatRate flat && !flat.amount().currency().equals(sale.currency())) {
				return new Commission.CurrencyMismatch(base.rounded(), flat.toString());
			}
			amount = Math.addExact(amount, share.getKey().earnedOn(part).times(kept).rounded());
			told.add(told(share.getKey(), part, sale, shares.size() > 1));
		}
		String rates = String.join(" + ", told);
		return (amount == 0) ? new Commission.Nothing(base.rounded(), rates)
				: new Commission.Earned(base.rounded(), rates, amount);
	}

	private static String told(Rate rate, Ratio part, Sale sale, boolean ofSeveral) {
		boolean withShare = ofSeveral && rate instanceof Percentage;
		return withShare ? rate + " of " + new Money(part.rounded(), sale.currency()).toPlainString() : rate.toString();
	}

	/** What a refund in part leaves of every amount. */
	private static Ratio kept(Sale sale) {
		boolean inPart = sale.refunded() > 0 && sale.refunded() < sale.total();
		return inPart ? Ratio.of(sale.total() - sale.refunded(), sale.total()) : Ratio.ONE;
	}

	/**
	 * The part of the base that each rate takes, by the lines' net amounts. Lines of one
	 * percentage are one part, from wherever it comes; so they are rounded once.
	 */
	private static Map<Rate, Ratio> shares(List<SaleLine> lines, RateCard rates) {
		BigDecimal sum = lines.stream().map(SaleLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
		boolean equal = sum.signum() == 0;
		Ratio whole = equal ? Ratio.of(lines.size()) : ratio(sum);
		Map<Rate, Ratio> shares = new LinkedHashMap<>();
		for (SaleLine line : lines) {
			Ratio weight = equal ? Ratio.ONE : ratio(line.net());
			shares.merge(rates.of(line.sku()), weight.dividedBy(whole), Ratio::plus);
		}
		return shares;
	}

	private static Ratio ratio(BigDecimal value) {
		BigDecimal plain = (value.scale() < 0) ? value.setScale(0) : value;
		return new Ratio(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
	}

}
