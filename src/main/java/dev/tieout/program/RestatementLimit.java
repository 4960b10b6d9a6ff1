package dev.tieout.program;

import java.math.BigDecimal;

/**
 * How much of what earlier runs posted a run may change unasked (rules.md 8): a
 * percentage of those orders' absolute net, or 100 units of the program's currency,
 * whichever is more.
 *
 * @param percent 0 to 100
 */
public record RestatementLimit(BigDecimal percent) {

	public static final RestatementLimit DEFAULT = new RestatementLimit(BigDecimal.valueOf(5));

	public RestatementLimit {
		percent = (percent.signum() == 0) ? BigDecimal.ZERO : percent.stripTrailingZeros();
	}

	@Override
	public String toString() {
		return this.percent.toPlainString() + "%";
	}

}
