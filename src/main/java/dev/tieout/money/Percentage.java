package dev.tieout.money;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A percentage such as {@code 12.5%}. Equal values are equal whatever zeros they were
 * written with: lines of one percentage are added up before rounding (rules.md 7, 4).
 *
 * @param value the number before the percent sign, without trailing zeros
 */
public record Percentage(BigDecimal value) implements Rate {

	public Percentage {
		if (value.signum() < 0) {
			throw new IllegalArgumentException("a percentage must not be below 0, but is " + value.toPlainString());
		}
		value = (value.signum() == 0) ? BigDecimal.ZERO : value.stripTrailingZeros();
	}

	/**
	 * Returns this percentage as a factor: {@code 12.5%} is 1/8.
	 * @return the exact factor
	 */
	public Ratio factor() {
		BigDecimal plain = (this.value.scale() < 0) ? this.value.setScale(0) : this.value;
		return new Ratio(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale() + 2));
	}

	@Override
	public Ratio earnedOn(Ratio part) {
		return part.times(factor());
	}

	@Override
	public String toString() {
		return this.value.toPlainString() + "%";
	}

}
