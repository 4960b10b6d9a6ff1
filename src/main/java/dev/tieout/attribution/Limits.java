package dev.tieout.attribution;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The limits of a connection that hold at some instant (rules.md 4.2).
 *
 * @param days how many days after the anchor it ends
 * @param orders with which credited order it ends
 * @param zone the program's zone, in which days are counted
 */
record Limits(OptionalInt days, OptionalInt orders, ZoneId zone) {

	static final Limits NONE = new Limits(OptionalInt.empty(), OptionalInt.empty(), ZoneOffset.UTC);

	/** Local time is kept over daylight-saving changes (rules.md 2). */
	Optional<Instant> expiry(Instant anchor) {
		return this.days.isPresent() ? Optional.of(anchor.atZone(this.zone).plusDays(this.days.getAsInt()).toInstant())
				: Optional.empty();
	}

	boolean areUsedUpBy(int credited) {
		return this.orders.isPresent() && credited >= this.orders.getAsInt();
	}

}
