package dev.tieout.attribution;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** All affiliates with their dated rows, and who held which code when. Immutable. */
public final class AffiliateDirectory {

	private final Map<Integer, Affiliate> affiliates = new HashMap<>();

	private final Map<String, NavigableMap<Instant, Change>> coupons;

	private final Map<String, NavigableMap<Instant, Change>> referralCodes;

	public AffiliateDirectory(Collection<Affiliate> affiliates) {
		affiliates.forEach((affiliate) -> this.affiliates.put(affiliate.number(), affiliate));
		this.coupons = holdings(affiliates, AffiliateRow::coupon);
		this.referralCodes = holdings(affiliates, AffiliateRow::referralCode);
	}

	/**
	 * Returns an affiliate.
	 * @param number the affiliate's number
	 * @return the affiliate, or empty where nobody has that number
	 */
	public Optional<Affiliate> find(int number) {
		return Optional.ofNullable(this.affiliates.get(number));
	}

	/**
	 * Returns the affiliates that held one of these coupons at an instant: the first code
	 * that anybody held decides (rules.md 4.4).
	 * @param codes coupon codes in the order they stand, in lower case
	 * @param instant the order's time
	 * @return the holder, whatever its status
	 */
	Optional<Affiliate> holderOfCoupon(List<String> codes, Instant instant) {
		for (String code : codes) {
			Optional<Affiliate> holder = holder(this.coupons, code, instant);
			if (holder.isPresent()) {
				return holder;
			}
		}
		return Optional.empty();
	}

	Optional<Affiliate> holderOfReferralCode(String code, Instant instant) {
		return code.isEmpty() ? Optional.empty() : holder(this.referralCodes, code, instant);
	}

	Affiliate get(int number) {
		Affiliate affiliate = this.affiliates.get(number);
		if (affiliate == null) {
			throw new IllegalArgumentException("no affiliate has the number " + number);
		}
		return affiliate;
	}

	private Optional<Affiliate> holder(Map<String, NavigableMap<Instant, Change>> holdings, String code,
			Instant instant) {
		NavigableMap<Instant, Change> changes = holdings.get(code);
		if (changes == null) {
			return Optional.empty();
		}
		Map.Entry<Instant, Change> change = changes.floorEntry(instant);
		return (change != null) ? find(change.getValue().holder()) : Optional.empty();
	}

	/**
	 * From which instant on who holds a code; 0 for nobody. One affiliate may give a code
	 * up at the instant at which another takes it: the taking counts.
	 */
	private static Map<String, NavigableMap<Instant, Change>> holdings(Collection<Affiliate> affiliates,
			Function<AffiliateRow, String> codeOf) {
		Map<String, NavigableMap<Instant, Change>> holdings = new HashMap<>();
		for (Affiliate affiliate : affiliates) {
			String held = "";
			for (AffiliateRow row : affiliate.rows()) {
				String code = codeOf.apply(row);
				if (!code.equals(held)) {
					change(holdings, held, row.from(), 0);
					change(holdings, code, row.from(), affiliate.number());
				}
				held = code;
			}
		}
		return holdings;
	}

	private static void change(Map<String, NavigableMap<Instant, Change>> holdings, String code, Instant from,
			int holder) {
		if (code.isEmpty()) {
			return;
		}
		NavigableMap<Instant, Change> changes = holdings.computeIfAbsent(code, (key) -> new TreeMap<>());
		Change change = new Change(holder);
		changes.merge(from, change, (former, latter) -> (latter.holder() != 0) ? latter : former);
	}

	private record Change(int holder) {

	}

}
