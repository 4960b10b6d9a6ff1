package dev.tieout.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

import dev.tieout.attribution.Affiliate;
import dev.tieout.attribution.AffiliateDirectory;
import dev.tieout.attribution.AffiliateRow;
import dev.tieout.attribution.AffiliateStatus;
import dev.tieout.identity.EmailAddress;
import dev.tieout.identity.PlainText;
import dev.tieout.identity.Timestamps;

/** Folds affiliates' rows, night by night, into dated rows (rules.md 3). */
final class AffiliateIntake {

	private static final AffiliateRow BEFORE_THE_FIRST = new AffiliateRow(Instant.MIN, AffiliateStatus.ACTIVE, "", "",
			"");

	private final ZoneId zone;

	private final Map<EmailAddress, Integer> numbers = new HashMap<>();

	private final List<NavigableMap<Instant, AffiliateRow>> rows = new ArrayList<>();

	private boolean hasImported;

	AffiliateIntake(ZoneId zone) {
		this.zone = zone;
	}

	/** The number of an affiliate, imported or only named by a request. */
	int number(EmailAddress address) {
		Integer known = this.numbers.get(address);
		if (known != null) {
			return known;
		}
		this.rows.add(new TreeMap<>());
		this.numbers.put(address, this.rows.size());
		return this.rows.size();
	}

	int numberOrZero(EmailAddress address) {
		return this.numbers.getOrDefault(address, 0);
	}

	void night(LocalDate businessDate, List<Map<String, String>> affiliates) {
		Instant undated = this.hasImported ? Timestamps.startOfDay(businessDate, this.zone) : Instant.MIN;
		Map<RowKey, AffiliateRow> heldBefore = new HashMap<>();
		Set<RowKey> ofThisRun = new HashSet<>();
		for (Map<String, String> cells : affiliates) {
			int number = number(EmailAddress.parse(cells.getOrDefault("affiliate_email", "")).orElseThrow());
			String from = PlainText.of(cells.getOrDefault("effective_from", ""));
			Instant instant = from.isEmpty() ? undated : Timestamps.parse(from, this.zone).orElseThrow();
			NavigableMap<Instant, AffiliateRow> held = this.rows.get(number - 1);
			RowKey key = new RowKey(number, instant);
			if (!ofThisRun.add(key)) {
				// The last of one instant counts as a whole: the former never was.
				held.remove(instant);
				AffiliateRow before = heldBefore.get(key);
				if (before != null) {
					held.put(instant, before);
				}
			}
			else if (held.containsKey(instant)) {
				heldBefore.put(key, held.get(instant));
			}
			place(held, completed(held, instant, cells));
			this.hasImported = true;
		}
	}

	/** A row that says what already holds at that instant changes nothing. */
	private static void place(NavigableMap<Instant, AffiliateRow> held, AffiliateRow row) {
		Map.Entry<Instant, AffiliateRow> floor = held.floorEntry(row.from());
		if (floor == null || !at(row.from(), floor.getValue()).equals(row)) {
			held.put(row.from(), row);
		}
	}

	private static AffiliateRow completed(NavigableMap<Instant, AffiliateRow> held, Instant from,
			Map<String, String> cells) {
		Map.Entry<Instant, AffiliateRow> floor = held.floorEntry(from);
		AffiliateRow former = (floor != null) ? floor.getValue() : BEFORE_THE_FIRST;
		String status = PlainText.of(cells.getOrDefault("status", ""));
		return new AffiliateRow(from,
				status.isEmpty() ? former.status() : AffiliateStatus.valueOf(status.toUpperCase(Locale.ROOT)),
				cells.containsKey("group") ? PlainText.of(cells.getOrDefault("group", "")) : former.group(),
				code(cells, "ref_code", former.referralCode()), code(cells, "coupon", former.coupon()));
	}

	private static String code(Map<String, String> cells, String column, String former) {
		String code = cells.get(column);
		return (code != null) ? PlainText.lowerCase(code) : former;
	}

	private static AffiliateRow at(Instant from, AffiliateRow row) {
		return new AffiliateRow(from, row.status(), row.group(), row.referralCode(), row.coupon());
	}

	AffiliateDirectory directory() {
		List<Affiliate> affiliates = new ArrayList<>();
		this.numbers.forEach((address, number) -> affiliates
			.add(new Affiliate(number, address, List.copyOf(this.rows.get(number - 1).values()))));
		return new AffiliateDirectory(affiliates);
	}

	private record RowKey(int affiliate, Instant from) {

	}

}
