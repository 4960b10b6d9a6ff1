package dev.tieout.audit;

import java.math.BigDecimal;

/**
 * One line of what a run proved before it posted (rules.md 9).
 *
 * @param equation 1 to 4
 * @param subject the file, currency or affiliate it is about
 * @param expected one side
 * @param found the other side
 * @param detail what the numbers are
 */
public record ControlTotal(int equation, String subject, BigDecimal expected, BigDecimal found, String detail) {

	/**
	 * Returns whether both sides are equal.
	 * @return true where it closes
	 */
	public boolean closes() {
		return this.expected.compareTo(this.found) == 0;
	}

	/**
	 * Returns what is missing or too much.
	 * @return found less expected
	 */
	public BigDecimal difference() {
		return this.found.subtract(this.expected);
	}

}
