package dev.tieout.attribution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.tieout.commission.RateCard;
import dev.tieout.identity.Timestamps;
import dev.tieout.program.ConnectRules;
import dev.tieout.program.GroupRules;
import dev.tieout.program.Program;
import dev.tieout.program.Version;

/** Which version, limits and rates hold at an instant (rules.md 3 and 4.2). */
final class RulesInForce {

	private final Program program;

	private final List<Version> versions;

	private final Instant[] starts;

	private final Instant postFrom;

	private final Map<RateKey, RateCard> rateCards = new ConcurrentHashMap<>();

	RulesInForce(Program program) {
		this.program = program;
		this.versions = program.versions();
		this.starts = this.versions.stream().map(program::startOf).toArray(Instant[]::new);
		this.postFrom = program.postFrom()
			.map((date) -> Timestamps.startOfDay(date, program.zone()))
			.orElse(Instant.MIN);
	}

	Optional<Version> versionAt(Instant instant) {
		int index = indexAt(instant);
		return (index >= 0) ? Optional.of(this.versions.get(index)) : Optional.empty();
	}

	/** Before the first version requests are judged by the defaults. */
	ConnectRules connectAt(Instant instant) {
		int index = indexAt(instant);
		return (index >= 0) ? this.versions.get(index).connect() : ConnectRules.DEFAULTS;
	}

	boolean paysSelfPurchases(Instant instant) {
		int index = indexAt(instant);
		return index >= 0 && this.versions.get(index).commission().paySelfPurchases();
	}

	boolean isBeforeLedger(Instant instant) {
		return instant.isBefore(this.postFrom);
	}

	/** The limits of the version and the affiliate's group in force at an instant. */
	Limits limits(Affiliate affiliate, Instant instant) {
		int index = indexAt(instant);
		if (index < 0) {
			return Limits.NONE;
		}
		Version version = this.versions.get(index);
		int row = affiliate.rowAt(instant);
		GroupRules group = (row >= 0) ? version.groups().get(affiliate.rows().get(row).group()) : null;
		ConnectRules connect = version.connect();
		if (group == null) {
			return new Limits(connect.expiresAfterDays().days(), connect.maxOrders().orders(), this.program.zone());
		}
		return new Limits(group.expiresAfterDays().orElse(connect.expiresAfterDays()).days(),
				group.maxOrders().orElse(connect.maxOrders()).orders(), this.program.zone());
	}

	/**
	 * The first instant after another at which limits may change, or {@link Instant#MAX}.
	 */
	Instant nextChange(Affiliate affiliate, Instant after) {
		Instant next = Instant.MAX;
		for (int i = this.starts.length - 1; i >= 0 && this.starts[i].isAfter(after); i--) {
			next = this.starts[i];
		}
		for (int i = affiliate.rows().size() - 1; i >= 0 && affiliate.rows().get(i).from().isAfter(after); i--) {
			Instant from = affiliate.rows().get(i).from();
			next = from.isBefore(next) ? from : next;
		}
		return next;
	}

	RateCard rates(Version version, Affiliate affiliate, String group) {
		return this.rateCards.computeIfAbsent(new RateKey(version.effectiveFrom(), affiliate.number(), group),
				(key) -> RateCard.of(version, affiliate.address(), group));
	}

	private int indexAt(Instant instant) {
		int index = this.starts.length - 1;
		while (index >= 0 && this.starts[index].isAfter(instant)) {
			index--;
		}
		return index;
	}

	private record RateKey(LocalDate version, int affiliate, String group) {

	}

}
