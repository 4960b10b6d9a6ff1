package dev.tieout.audit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import dev.tieout.attribution.Reason;

/**
 * The way from what customers paid to what may be paid out, in one currency: sums, and
 * between each two of them what leads from the one to the other.
 *
 * @param currency of all its amounts
 * @param steps in order; the first and the last are sums
 */
public record Walk(Currency currency, List<Step> steps) {

	public Walk {
		steps = List.copyOf(steps);
	}

	/**
	 * Returns whether each sum is the one before it with all that lies between.
	 * @return true where the walk adds up to the last minor unit
	 */
	public boolean closes() {
		BigInteger sum = BigInteger.ZERO;
		long orders = 0;
		boolean first = true;
		for (Step step : this.steps) {
			if (step.isSum()) {
				boolean equal = sum.equals(step.amount().minor())
						&& (step.orders().isEmpty() || orders == step.orders().getAsLong());
				if (!first && !equal) {
					return false;
				}
				sum = step.amount().minor();
				orders = step.orders().orElse(orders);
				first = false;
			}
			else {
				sum = sum.add(step.amount().minor());
				orders += step.orders().orElse(0);
			}
		}
		return true;
	}

	/**
	 * Returns the amount of a sum.
	 * @param sum which one
	 * @return its amount, or empty where the walk does not get that far
	 */
	public Optional<Total> amountOf(Sum sum) {
		return this.steps.stream().filter((step) -> step.sum().equals(Optional.of(sum))).findFirst().map(Step::amount);
	}

	/** The sums of a walk. */
	public enum Sum {

		/** All orders judged. */
		JUDGED("Order totals judged"),

		/** Those that were paid and not taken back. */
		PAID("Paid orders of known customers"),

		/** Those that an active affiliate referred. */
		REFERRED("Referred orders"),

		/** Those that earn commission in this ledger. */
		CREDITED("Order totals credited"),

		/** What commission is a share of. */
		BASE("Base of the commission"),

		/** What the credited orders earn. */
		COMMISSION("Commission of these orders"),

		/** The entries of the run. */
		POSTED("Posted by this run"),

		/** The entries of the run that are past their hold. */
		RELEASED("Released");

		private final String words;

		Sum(String words) {
			this.words = words;
		}

		/**
		 * Returns what is added up, in words for a person.
		 * @return a heading
		 */
		public String words() {
			return this.words;
		}

	}

	/**
	 * One line of a walk.
	 *
	 * @param sum which sum it is; empty for what lies between two
	 * @param label in words
	 * @param reason why these orders go no further, where that is what the line is about
	 * @param orders how many, where the line is about orders; below zero for those that
	 * go no further
	 * @param amount below zero where it takes something away
	 */
	public record Step(Optional<Sum> sum, String label, Optional<Reason> reason, OptionalLong orders, Total amount) {

		/**
		 * Returns whether this is a sum.
		 * @return false for what lies between two sums
		 */
		public boolean isSum() {
			return this.sum.isPresent();
		}

	}

	/** Puts a walk together. */
	static final class Path {

		private final Currency currency;

		private final List<Step> steps = new ArrayList<>();

		Path(Currency currency) {
			this.currency = currency;
		}

		void sum(Sum sum, String label, OptionalLong orders, Total amount) {
			this.steps.add(new Step(Optional.of(sum), label, Optional.empty(), orders, amount));
		}

		void change(String label, Total amount) {
			this.steps.add(new Step(Optional.empty(), label, Optional.empty(), OptionalLong.empty(), amount));
		}

		void without(Reason reason, long orders, Total amount) {
			this.steps.add(new Step(Optional.empty(), reason.name(), Optional.of(reason), OptionalLong.of(-orders),
					amount.negated()));
		}

		Walk end() {
			return new Walk(this.currency, this.steps);
		}

	}

}
