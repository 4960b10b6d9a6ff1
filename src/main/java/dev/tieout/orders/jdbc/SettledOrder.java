package dev.tieout.orders.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What an order's revisions come to (files.md, Orders): which count for nothing new,
 * which one counts, and whom the order belongs to. Pure.
 */
final class SettledOrder {

	private final List<Revision> kept = new ArrayList<>();

	private final List<Revision> repeated = new ArrayList<>();

	private final List<Regression> regressions = new ArrayList<>();

	private final @Nullable Revision before;

	private final Revision counting;

	/**
	 * Settles an order.
	 * @param revisions all of complete files and of those settled now, in the order in
	 * which they arrived
	 */
	SettledOrder(List<Revision> revisions) {
		Revision current = null;
		Revision former = null;
		for (Revision revision : revisions) {
			if (!revision.fresh()) {
				this.kept.add(revision);
				if (revision.counts()) {
					former = revision;
					current = revision;
				}
			}
			else if (current != null && revision.hash().equals(current.hash())) {
				this.repeated.add(revision);
			}
			else {
				this.kept.add(revision);
				current = later(current, revision);
			}
		}
		this.before = former;
		this.counting = Objects.requireNonNull(current, "an order has a revision");
	}

	private Revision later(@Nullable Revision current, Revision revision) {
		if (current == null) {
			return revision;
		}
		if (!revision.countsBefore(current)) {
			return current;
		}
		String what = revision.regression(current);
		if (!what.isEmpty()) {
			this.regressions.add(new Regression(revision, what));
		}
		return revision;
	}

	List<Revision> kept() {
		return this.kept;
	}

	List<Revision> repeated() {
		return this.repeated;
	}

	List<Regression> regressions() {
		return this.regressions;
	}

	Revision counting() {
		return this.counting;
	}

	/** The number of the order's first revision ever. */
	long order() {
		return this.kept.get(0).order();
	}

	/** The customer before, or 0 for an order that is new. */
	long customerBefore() {
		return (this.before != null) ? this.before.customer() : 0;
	}

	boolean isAddressWithdrawn() {
		return this.counting.ownCustomer() < 0 && customer() > 0;
	}

	/**
	 * The counting revision's customer, else that of the latest-dated one with an
	 * address.
	 */
	long customer() {
		if (this.counting.ownCustomer() > 0) {
			return this.counting.ownCustomer();
		}
		Revision named = null;
		for (Revision revision : this.kept) {
			if (revision.ownCustomer() > 0 && (named == null || revision.countsBefore(named))) {
				named = revision;
			}
		}
		return (named != null) ? named.ownCustomer() : -order();
	}

	/** Whether the order's answer may be another than before. */
	boolean isDue() {
		return this.before == null || this.before.number() != this.counting.number() || customerBefore() != customer();
	}

	/** A revision that a person should look at. */
	record Regression(Revision revision, String what) {

	}

}
