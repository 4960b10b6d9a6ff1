package dev.tieout.affiliates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Who holds which code of one kind, and which rows may not (rules.md 3, Codes). */
final class CodeClaims {

	private final String column;

	private final Function<DatedRow, String> codeOf;

	private final Map<Integer, AffiliateHistory> histories;

	private final Map<String, Set<Integer>> holders = new HashMap<>();

	/** The conflicts by the place of the row that has to go. */
	private final Map<String, Conflict> conflicts = new HashMap<>();

	CodeClaims(String column, Function<DatedRow, String> codeOf, Map<Integer, AffiliateHistory> histories) {
		this.column = column;
		this.codeOf = codeOf;
		this.histories = histories;
		histories.forEach((affiliate, history) -> codes(history)
			.forEach((code) -> this.holders.computeIfAbsent(code, (key) -> new TreeSet<>()).add(affiliate)));
		this.holders.keySet().forEach(this::check);
	}

	/** The conflict whose losing row comes first in reading order. */
	Optional<Conflict> first() {
		return this.conflicts.values().stream().min((a, b) -> Integer.compare(a.loser().read(), b.loser().read()));
	}

	/** Looks again at the codes that an affiliate has or had. */
	void recheck(int affiliate, Set<String> formerCodes) {
		Set<String> touched = new TreeSet<>(formerCodes);
		Set<String> now = codes(history(affiliate));
		touched.addAll(now);
		for (String code : touched) {
			Set<Integer> held = this.holders.computeIfAbsent(code, (key) -> new TreeSet<>());
			if (now.contains(code)) {
				held.add(affiliate);
			}
			else {
				held.remove(affiliate);
			}
			check(code);
		}
	}

	Set<String> codes(int affiliate) {
		return codes(history(affiliate));
	}

	private Set<String> codes(AffiliateHistory history) {
		Set<String> codes = new TreeSet<>();
		history.rows().values().forEach((row) -> codes.add(this.codeOf.apply(row)));
		codes.remove("");
		return codes;
	}

	private AffiliateHistory history(int affiliate) {
		AffiliateHistory history = this.histories.get(affiliate);
		if (history == null) {
			throw new IllegalArgumentException("no rows of affiliate " + affiliate);
		}
		return history;
	}

	private void check(String code) {
		this.conflicts.remove(code);
		Set<Integer> affiliates = this.holders.getOrDefault(code, Set.of());
		if (affiliates.size() < 2) {
			return;
		}
		List<Holding> holdings = new ArrayList<>();
		affiliates.forEach((affiliate) -> holdings.addAll(Holding.of(code, history(affiliate).rows(), this.codeOf)));
		for (int i = 0; i < holdings.size(); i++) {
			for (int j = i + 1; j < holdings.size(); j++) {
				if (holdings.get(i).overlaps(holdings.get(j))) {
					add(code, holdings.get(i), holdings.get(j));
				}
			}
		}
	}

	private void add(String code, Holding one, Holding other) {
		DatedRow loser = one.laterClaim(other);
		if (loser.read() < 0) {
			throw new IllegalStateException("'" + code + "' is held twice by rows of earlier runs");
		}
		DatedRow holder = (loser.affiliate() == one.claim().affiliate()) ? other.claim() : one.claim();
		Conflict conflict = new Conflict(this.column, code, loser, holder.affiliate());
		this.conflicts.merge(code, conflict, (a, b) -> (a.loser().read() <= b.loser().read()) ? a : b);
	}

	/**
	 * A row that claims a code which somebody else holds.
	 *
	 * @param column {@code coupon} or {@code ref_code}
	 * @param code the code in lower case
	 * @param loser the row that is rejected
	 * @param holder who holds the code
	 */
	record Conflict(String column, String code, DatedRow loser, int holder) {

	}

}
