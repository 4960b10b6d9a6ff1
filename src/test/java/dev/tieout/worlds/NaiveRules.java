package dev.tieout.worlds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import dev.tieout.attribution.Affiliate;
import dev.tieout.attribution.AffiliateRow;
import dev.tieout.program.GroupRules;
import dev.tieout.program.Program;
import dev.tieout.program.Version;

/** What holds at an instant (rules.md 3), found by looking at everything. */
final class NaiveRules {

	private final Program program;

	private final List<Affiliate> affiliates;

	NaiveRules(Program program, List<Affiliate> affiliates) {
		this.program = program;
		this.affiliates = affiliates;
	}

	Affiliate affiliate(int number) {
		return this.affiliates.stream().filter((affiliate) -> affiliate.number() == number).findFirst().orElseThrow();
	}

	Optional<Version> versionAt(Instant instant) {
		return this.program.versions()
			.stream()
			.filter((version) -> !start(version).isAfter(instant))
			.reduce((former, latter) -> latter);
	}

	static Optional<AffiliateRow> rowAt(Affiliate affiliate, Instant instant) {
		return affiliate.rows()
			.stream()
			.filter((row) -> !row.from().isAfter(instant))
			.reduce((former, latter) -> latter);
	}

	static String groupAt(Affiliate affiliate, Instant instant) {
		return rowAt(affiliate, instant).map(AffiliateRow::group).orElse("");
	}

	Stream<Affiliate> holders(String code, Instant instant, boolean coupon) {
		return this.affiliates.stream()
			.filter((affiliate) -> !code.isEmpty()
					&& rowAt(affiliate, instant).map((row) -> coupon ? row.coupon() : row.referralCode())
						.filter((held) -> Objects.equals(held, code))
						.isPresent());
	}

	boolean paysOnlyNew(Version version, String group) {
		GroupRules ofGroup = version.groups().get(group);
		return (ofGroup != null && ofGroup.commissionOnlyNewCustomers().isPresent())
				? ofGroup.commissionOnlyNewCustomers().get() : version.commission().onlyNewCustomers();
	}

	boolean isBeforeLedger(Instant instant) {
		return this.program.postFrom().isPresent()
				&& instant.isBefore(this.program.postFrom().get().atStartOfDay(this.program.zone()).toInstant());
	}

	/** The limit of days at an instant; none before the first version. */
	OptionalInt days(Affiliate affiliate, Instant instant) {
		return versionAt(instant)
			.map((version) -> groupRules(version, affiliate, instant).flatMap(GroupRules::expiresAfterDays)
				.orElse(version.connect().expiresAfterDays())
				.days())
			.orElse(OptionalInt.empty());
	}

	OptionalInt orders(Affiliate affiliate, Instant instant) {
		return versionAt(instant)
			.map((version) -> groupRules(version, affiliate, instant).flatMap(GroupRules::maxOrders)
				.orElse(version.connect().maxOrders())
				.orders())
			.orElse(OptionalInt.empty());
	}

	/** Every instant at which limits may change. */
	List<Instant> changes(Affiliate affiliate) {
		List<Instant> changes = new ArrayList<>();
		this.program.versions().forEach((version) -> changes.add(start(version)));
		affiliate.rows().forEach((row) -> changes.add(row.from()));
		return changes;
	}

	Instant plusDays(Instant instant, int days) {
		return instant.atZone(this.program.zone()).plusDays(days).toInstant();
	}

	private Instant start(Version version) {
		return version.effectiveFrom().atStartOfDay(this.program.zone()).toInstant();
	}

	private static Optional<GroupRules> groupRules(Version version, Affiliate affiliate, Instant instant) {
		return Optional.ofNullable(version.groups().get(groupAt(affiliate, instant)));
	}

}
