package dev.tieout.worlds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.tieout.attribution.Affiliate;
import dev.tieout.attribution.AffiliateRow;
import dev.tieout.attribution.AffiliateStatus;
import dev.tieout.identity.EmailAddress;

/**
 * Draws affiliates with dated rows. Codes change hands, but no two affiliates hold one at
 * the same instant.
 */
final class RandomAffiliates {

	static final List<String> COUPONS = List.of("c1", "c2", "c3", "c4", "c5");

	static final List<String> REFERRAL_CODES = List.of("r1", "r2", "r3", "r4", "r5");

	private static final int COUNT = 6;

	private final Dice dice;

	private final Map<String, Integer> couponHolders = new HashMap<>();

	private final Map<String, Integer> referralHolders = new HashMap<>();

	RandomAffiliates(Dice dice) {
		this.dice = dice;
	}

	/** All addresses; the last is one that only requests name. */
	static List<EmailAddress> addresses() {
		List<EmailAddress> addresses = new ArrayList<>();
		for (int number = 1; number <= COUNT + 1; number++) {
			addresses.add(new EmailAddress("affiliate" + number + "@partners.example"));
		}
		return addresses;
	}

	List<Affiliate> draw() {
		Map<Instant, List<Integer>> changes = new TreeMap<>();
		for (int number = 1; number <= COUNT; number++) {
			for (Instant from : instants()) {
				changes.computeIfAbsent(from, (key) -> new ArrayList<>()).add(number);
			}
		}
		Map<Integer, List<AffiliateRow>> rows = new HashMap<>();
		changes.forEach((from, numbers) -> numbers
			.forEach((number) -> rows.computeIfAbsent(number, (key) -> new ArrayList<>()).add(row(from, number))));
		List<Affiliate> affiliates = new ArrayList<>();
		for (EmailAddress address : addresses()) {
			int number = affiliates.size() + 1;
			affiliates.add(new Affiliate(number, address, rows.getOrDefault(number, List.of())));
		}
		return affiliates;
	}

	private NavigableSet<Instant> instants() {
		TreeSet<Instant> instants = new TreeSet<>();
		instants.add(this.dice.oneIn(3) ? this.dice.instant() : Instant.MIN);
		for (int more = this.dice.below(4); more > 0; more--) {
			instants.add(this.dice.instant());
		}
		return instants;
	}

	private AffiliateRow row(Instant from, int number) {
		AffiliateStatus status = this.dice.oneIn(4) ? this.dice.of(AffiliateStatus.values()) : AffiliateStatus.ACTIVE;
		String group = this.dice.oneIn(2) ? this.dice.of(RandomProgram.GROUPS) : "";
		return new AffiliateRow(from, status, group, code(this.referralHolders, REFERRAL_CODES, number),
				code(this.couponHolders, COUPONS, number));
	}

	/** Gives up what it holds and takes what is free, which may be the same. */
	private String code(Map<String, Integer> holders, List<String> codes, int number) {
		holders.values().removeIf((holder) -> Objects.equals(holder, number));
		String code = this.dice.of(codes);
		return (!this.dice.oneIn(5) && holders.putIfAbsent(code, number) == null) ? code : "";
	}

}
