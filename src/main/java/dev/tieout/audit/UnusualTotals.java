package dev.tieout.audit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.tieout.audit.UnusualTotal.Kind;

/**
 * Finds totals that differ by more than 50 % and 100 units of their currency from the
 * median of the last runs. With fewer than three of those there is nothing to say.
 */
final class UnusualTotals {

	static final int FEWEST_RUNS = 3;

	private static final BigInteger UNITS = BigInteger.valueOf(100);

	private UnusualTotals() {
	}

	static List<UnusualTotal> of(RunSummary summary, List<FormerRun> former) {
		if (former.size() < FEWEST_RUNS) {
			return List.of();
		}
		List<UnusualTotal> unusual = new ArrayList<>();
		unusual.addAll(find(Kind.REASON, byReason(summary.decisions()),
				former.stream().map((run) -> byReason(run.decisions())).toList()));
		unusual.addAll(find(Kind.AFFILIATE,
				sums(summary.postedByAffiliate(),
						(total) -> new Key(total.affiliate(), total.amount().currency().getCurrencyCode()),
						AffiliateTotal::amount),
				former.stream()
					.map((run) -> sums(run.posted(),
							(posted) -> new Key(posted.affiliate(), posted.amount().currency().getCurrencyCode()),
							FormerRun.Posted::amount))
					.toList()));
		return unusual;
	}

	private static Map<Key, Total> byReason(List<DecisionTotal> decisions) {
		return sums(decisions,
				(total) -> new Key(total.reason().name(), total.orderTotal().currency().getCurrencyCode()),
				DecisionTotal::orderTotal);
	}

	private static <T> Map<Key, Total> sums(List<T> lines, Function<T, Key> key, Function<T, Total> amount) {
		return lines.stream().collect(Collectors.toMap(key, amount, Total::plus));
	}

	/** The largest differences first; currencies are not compared with each other. */
	private static List<UnusualTotal> find(Kind kind, Map<Key, Total> now, List<Map<Key, Total>> before) {
		Set<Key> keys = new LinkedHashSet<>(now.keySet());
		before.forEach((run) -> keys.addAll(run.keySet()));
		return keys.stream()
			.map((key) -> new UnusualTotal(kind, key.subject(), amount(now, key), median(before, key), before.size()))
			.filter(UnusualTotals::isUnusual)
			.sorted(Comparator.comparing((UnusualTotal total) -> total.now().currency().getCurrencyCode())
				.thenComparing((total) -> difference(total).negate())
				.thenComparing(UnusualTotal::subject))
			.toList();
	}

	private static Total amount(Map<Key, Total> totals, Key key) {
		return totals.getOrDefault(key, Total.of(0, Currency.getInstance(key.currency())));
	}

	/** Of an even number the mean of the two in the middle, without fractions. */
	private static Total median(List<Map<Key, Total>> runs, Key key) {
		List<BigInteger> sorted = runs.stream().map((run) -> amount(run, key).minor()).sorted().toList();
		BigInteger low = sorted.get((sorted.size() - 1) / 2);
		BigInteger high = sorted.get(sorted.size() / 2);
		return new Total(low.add(high).divide(BigInteger.TWO), Currency.getInstance(key.currency()));
	}

	private static boolean isUnusual(UnusualTotal total) {
		BigInteger difference = difference(total);
		BigInteger units = UNITS.multiply(BigInteger.TEN.pow(total.now().currency().getDefaultFractionDigits()));
		return difference.multiply(BigInteger.TWO).compareTo(total.median().minor().abs()) > 0
				&& difference.compareTo(units) > 0;
	}

	private static BigInteger difference(UnusualTotal total) {
		return total.now().minor().subtract(total.median().minor()).abs();
	}

	private record Key(String subject, String currency) {

	}

}
