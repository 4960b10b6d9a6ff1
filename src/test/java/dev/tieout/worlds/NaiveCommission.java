package dev.tieout.worlds;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.tieout.attribution.Reason;
import dev.tieout.commission.Sale;
import dev.tieout.commission.SaleLine;
import dev.tieout.commission.TaxTreatment;
import dev.tieout.identity.EmailAddress;
import dev.tieout.money.FlatRate;
import dev.tieout.money.Percentage;
import dev.tieout.money.Rate;
import dev.tieout.program.Base;
import dev.tieout.program.GroupRules;
import dev.tieout.program.ProductRate;
import dev.tieout.program.Version;

/** Rules.md 7, sentence by sentence, in fractions that are never reduced. */
final class NaiveCommission {

	private final Version version;

	private final EmailAddress affiliate;

	private final String group;

	NaiveCommission(Version version, EmailAddress affiliate, String group) {
		this.version = version;
		this.affiliate = affiliate;
		this.group = group;
	}

	/** The amount, or the reason why there is none. */
	Answer of(Sale sale) {
		Fraction base = base(sale);
		if (base.over().signum() <= 0) {
			return new Answer(Optional.of(Reason.ZERO_COMMISSION), 0);
		}
		List<SaleLine> lines = sale.lines().isEmpty() ? List.of(new SaleLine("", BigDecimal.ZERO)) : sale.lines();
		BigDecimal all = lines.stream().map(SaleLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
		Set<BigDecimal> percentages = new HashSet<>();
		boolean standardTaken = false;
		for (SaleLine line : lines) {
			percentageOf(line).ifPresent((value) -> percentages.add(value.stripTrailingZeros()));
			standardTaken |= product(line.sku()).isEmpty();
		}
		long sum = 0;
		if (standardTaken && standard() instanceof FlatRate flat) {
			if (!flat.amount().currency().equals(sale.currency())) {
				return new Answer(Optional.of(Reason.RATE_CURRENCY_MISMATCH), 0);
			}
			sum += kept(new Fraction(BigInteger.valueOf(flat.amount().minor()), BigInteger.ONE), sale).halfUp();
		}
		for (BigDecimal percentage : percentages) {
			BigDecimal lineSum = BigDecimal.ZERO;
			for (SaleLine line : lines) {
				if (percentageOf(line).filter((value) -> value.compareTo(percentage) == 0).isPresent()) {
					lineSum = lineSum.add((all.signum() == 0) ? BigDecimal.ONE : line.net());
				}
			}
			BigDecimal whole = (all.signum() == 0) ? new BigDecimal(lines.size()) : all;
			Fraction part = base.times(lineSum, whole).times(percentage, new BigDecimal(100));
			sum += kept(part, sale).halfUp();
		}
		return new Answer((sum == 0) ? Optional.of(Reason.ZERO_COMMISSION) : Optional.empty(), sum);
	}

	private Fraction base(Sale sale) {
		BigInteger subtotal = BigInteger.valueOf(sale.subtotal());
		BigInteger tax = BigInteger.valueOf(sale.tax());
		if (this.version.commission().base() == Base.TOTAL) {
			return new Fraction(BigInteger.valueOf(sale.total() - sale.tip()), BigInteger.ONE);
		}
		if (sale.taxTreatment() == TaxTreatment.EXCLUDED) {
			return new Fraction(subtotal, BigInteger.ONE);
		}
		if (sale.taxTreatment() == TaxTreatment.UNCLEAR) {
			return new Fraction(subtotal.subtract(tax), BigInteger.ONE);
		}
		BigInteger taxed = subtotal.add(BigInteger.valueOf(sale.shipping()));
		return (taxed.signum() == 0) ? new Fraction(BigInteger.ZERO, BigInteger.ONE)
				: new Fraction(subtotal.multiply(taxed).subtract(tax.multiply(subtotal)), taxed);
	}

	private static Fraction kept(Fraction amount, Sale sale) {
		boolean inPart = 0 < sale.refunded() && sale.refunded() < sale.total();
		return inPart
				? amount.times(BigDecimal.valueOf(sale.total() - sale.refunded()), BigDecimal.valueOf(sale.total()))
				: amount;
	}

	/** The percentage a line takes; none where it takes a flat standard rate. */
	private Optional<BigDecimal> percentageOf(SaleLine line) {
		Rate rate = product(line.sku()).<Rate>map((percentage) -> percentage).orElseGet(this::standard);
		return (rate instanceof Percentage percentage) ? Optional.of(percentage.value()) : Optional.empty();
	}

	private Rate standard() {
		Rate own = this.version.commission().affiliates().get(this.affiliate);
		GroupRules ofGroup = this.version.groups().get(this.group);
		if (own != null) {
			return own;
		}
		return (ofGroup != null && ofGroup.rate().isPresent()) ? ofGroup.rate().get()
				: this.version.commission().rate();
	}

	private Optional<Percentage> product(String sku) {
		List<ProductRate> fitting = new ArrayList<>();
		for (ProductRate product : this.version.commission().products()) {
			boolean mine = product.affiliate().isEmpty() || product.affiliate().get().equals(this.affiliate);
			boolean ours = product.group().isEmpty() || product.group().get().equals(this.group);
			if (product.sku().equals(sku) && mine && ours) {
				fitting.add(product);
			}
		}
		return fitting.stream()
			.min(Comparator.comparing((ProductRate product) -> product.affiliate().isPresent() ? 0 : 1)
				.thenComparing((product) -> product.group().isPresent() ? 0 : 1))
			.map(ProductRate::rate);
	}

	/** An amount, or why there is none. */
	record Answer(Optional<Reason> refusal, long amount) {

	}

	private record Fraction(BigInteger over, BigInteger under) {

		Fraction times(BigDecimal factor, BigDecimal divisor) {
			int scale = Math.max(Math.max(factor.scale(), divisor.scale()), 0);
			return new Fraction(this.over.multiply(factor.setScale(scale).unscaledValue()),
					this.under.multiply(divisor.setScale(scale).unscaledValue()));
		}

		/** For amounts of 0 or more. */
		long halfUp() {
			BigInteger[] parts = this.over.divideAndRemainder(this.under);
			boolean up = parts[1].add(parts[1]).compareTo(this.under) >= 0;
			return parts[0].longValueExact() + (up ? 1 : 0);
		}

	}

}
