package dev.tieout.money;

import java.math.BigInteger;

/**
 * An exact rational number, for what happens between reading an amount and rounding it
 * once (rules.md 2 and 7). Kept in lowest terms, so equal numbers are equal records.
 *
 * @param numerator carries the sign
 * @param denominator at least 1
 */
public record Ratio(BigInteger numerator, BigInteger denominator) {

	public static final Ratio ZERO = of(0);

	public static final Ratio ONE = of(1);

	public Ratio {
		if (denominator.signum() == 0) {
			throw new ArithmeticException("a ratio's denominator must not be 0");
		}
		BigInteger divisor = numerator.gcd(denominator);
		if (denominator.signum() < 0) {
			divisor = divisor.negate();
		}
		if (!divisor.equals(BigInteger.ONE)) {
			numerator = numerator.divide(divisor);
			denominator = denominator.divide(divisor);
		}
	}

	public static Ratio of(long value) {
		return new Ratio(BigInteger.valueOf(value), BigInteger.ONE);
	}

	public static Ratio of(long numerator, long denominator) {
		return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
	}

	public Ratio plus(Ratio other) {
		return new Ratio(this.numerator.multiply(other.denominator).add(other.numerator.multiply(this.denominator)),
				this.denominator.multiply(other.denominator));
	}

	public Ratio minus(Ratio other) {
		return plus(new Ratio(other.numerator.negate(), other.denominator));
	}

	public Ratio times(Ratio other) {
		return new Ratio(this.numerator.multiply(other.numerator), this.denominator.multiply(other.denominator));
	}

	/**
	 * Returns this number divided by another.
	 * @param other the divisor
	 * @return the exact quotient
	 * @throws ArithmeticException when {@code other} is 0
	 */
	public Ratio dividedBy(Ratio other) {
		return new Ratio(this.numerator.multiply(other.denominator), this.denominator.multiply(other.numerator));
	}

	public int signum() {
		return this.numerator.signum();
	}

	/**
	 * Returns the nearest whole number; a half goes away from zero (HALF_UP, rules.md 2).
	 * @return the rounded value
	 * @throws ArithmeticException when it does not fit a {@code long}
	 */
	public long rounded() {
		BigInteger doubled = this.numerator.abs().shiftLeft(1).add(this.denominator);
		BigInteger magnitude = doubled.divide(this.denominator.shiftLeft(1));
		return ((this.numerator.signum() < 0) ? magnitude.negate() : magnitude).longValueExact();
	}

}
