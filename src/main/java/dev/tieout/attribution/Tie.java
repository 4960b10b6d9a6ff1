package dev.tieout.attribution;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

/**
 * A connection while its customer's timeline is replayed. It knows up to which instant
 * its limits have been looked at; ending is final.
 */
final class Tie {

	private final RulesInForce rules;

	private final Affiliate affiliate;

	private final Instant startedAt;

	private final Origin origin;

	private final long source;

	private Instant anchor;

	private int credited;

	private Limits limits;

	/** The limits above hold before this instant. */
	private Instant limitsUntil;

	private @Nullable Instant expiry;

	private @Nullable Instant endedAt;

	private @Nullable Ending ending;

	Tie(RulesInForce rules, Affiliate affiliate, Instant startedAt, Origin origin, long source) {
		this.rules = rules;
		this.affiliate = affiliate;
		this.startedAt = startedAt;
		this.origin = origin;
		this.source = source;
		this.anchor = startedAt;
		this.limits = rules.limits(affiliate, startedAt);
		this.limitsUntil = rules.nextChange(affiliate, startedAt);
		this.expiry = this.limits.expiry(startedAt).orElse(null);
	}

	Affiliate affiliate() {
		return this.affiliate;
	}

	Instant startedAt() {
		return this.startedAt;
	}

	boolean isLive() {
		return this.ending == null;
	}

	Optional<Ending> ending() {
		return Optional.ofNullable(this.ending);
	}

	/** The end where there is one, else where the days would put it. */
	Optional<Instant> expiresAt() {
		return Optional.ofNullable((this.endedAt != null) ? this.endedAt : this.expiry);
	}

	int credited() {
		return this.credited;
	}

	OptionalInt orderLimit() {
		return this.limits.orders();
	}

	/**
	 * Ends the connection if a limit is reached at or before an instant. At the start of
	 * a version or of an affiliate's row both limits may be reached at once: then the
	 * days count.
	 */
	void advanceTo(Instant instant) {
		while (this.ending == null) {
			if (this.expiry != null && this.expiry.isBefore(this.limitsUntil)) {
				if (!this.expiry.isAfter(instant)) {
					end(this.expiry, Ending.EXPIRED);
				}
				return;
			}
			if (this.limitsUntil.isAfter(instant) || this.limitsUntil.equals(Instant.MAX)) {
				return;
			}
			enterNextLimits();
		}
	}

	private void enterNextLimits() {
		Instant from = this.limitsUntil;
		this.limits = this.rules.limits(this.affiliate, from);
		this.limitsUntil = this.rules.nextChange(this.affiliate, from);
		this.expiry = this.limits.expiry(this.anchor).orElse(null);
		if (this.expiry != null && !this.expiry.isAfter(from)) {
			end(from, Ending.EXPIRED);
		}
		else if (this.limits.areUsedUpBy(this.credited)) {
			end(from, Ending.LIMIT_REACHED);
		}
	}

	/** Counts an order; the last one that the limit allows ends the connection. */
	void credit(Instant instant, boolean refresh) {
		this.credited++;
		if (refresh) {
			this.anchor = instant;
			this.expiry = this.limits.expiry(instant).orElse(null);
		}
		if (this.limits.areUsedUpBy(this.credited)) {
			end(instant, Ending.LIMIT_REACHED);
		}
	}

	void end(Instant instant, Ending how) {
		this.endedAt = instant;
		this.ending = how;
	}

	Connection toConnection() {
		return new Connection(this.affiliate.number(), this.startedAt, Optional.ofNullable(this.endedAt),
				Optional.ofNullable(this.ending), this.origin, this.source, this.credited, this.limits.orders(),
				Optional.ofNullable(this.expiry));
	}

}
