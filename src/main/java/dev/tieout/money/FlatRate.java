package dev.tieout.money;

/**
 * A flat commission per order, such as {@code 5.00 USD}.
 *
 * @param amount what one order earns before refunds
 */
public record FlatRate(Money amount) implements Rate {

	@Override
	public Ratio earnedOn(Ratio part) {
		return Ratio.of(this.amount.minor());
	}

	@Override
	public String toString() {
		return this.amount.toString();
	}

}
