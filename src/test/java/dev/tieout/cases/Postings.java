package dev.tieout.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.tieout.attribution.Decision;

/** Posts the differences between what is credited and what has been (rules.md 6). */
final class Postings {

	/** Net of the entries by order, affiliate and currency, in that order of the key. */
	private final Map<Key, Long> nets = new TreeMap<>();

	/** What a night posts. */
	List<Case.Posting> post(List<Decision> decisions) {
		Map<Key, Long> credited = new TreeMap<>();
		for (Decision decision : decisions) {
			if (decision.commission() != 0) {
				credited.put(new Key(decision.order().id(), decision.affiliate(),
						decision.order().sale().currency().getCurrencyCode()), decision.commission());
			}
		}
		Set<Key> keys = new HashSet<>(credited.keySet());
		keys.addAll(this.nets.keySet());
		List<Case.Posting> postings = new ArrayList<>();
		for (Key key : keys) {
			long after = credited.getOrDefault(key, 0L);
			long difference = after - this.nets.getOrDefault(key, 0L);
			if (difference != 0) {
				postings.add(new Case.Posting(type(key, after), key.order(), difference));
				this.nets.put(key, after);
			}
		}
		return postings;
	}

	private String type(Key key, long after) {
		if (!this.nets.containsKey(key)) {
			return "ACCRUAL";
		}
		return (after == 0) ? "REVERSAL" : "ADJUSTMENT";
	}

	private record Key(String order, int affiliate, String currency) implements Comparable<Key> {

		@Override
		public int compareTo(Key other) {
			return toString().compareTo(other.toString());
		}

	}

}
