package dev.tieout.job;

import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.tieout.audit.EntryType;
import dev.tieout.audit.PlanTotals;
import dev.tieout.audit.PlannedEntry;
import dev.tieout.audit.Total;

/** Adds up the entries of a plan. */
final class PlanFigures {

	private final Map<EntryType, Long> types = new EnumMap<>(EntryType.class);

	private final Map<String, PlanTotals.Amount> amounts = new TreeMap<>();

	private final Set<String> orders = new HashSet<>();

	void add(PlannedEntry entry) {
		this.types.merge(entry.type(), 1L, Long::sum);
		Currency currency = entry.amount().currency();
		this.amounts.merge(entry.affiliate() + "\t" + currency.getCurrencyCode(),
				new PlanTotals.Amount(entry.affiliate(), 1, entry.amount()),
				(former, more) -> new PlanTotals.Amount(former.affiliate(), former.entries() + more.entries(),
						former.amount().plus(more.amount())));
		this.orders.add(entry.store() + "\t" + entry.order());
	}

	PlanTotals totals(long ordersJudged, List<PlanTotals.Amount> outside) {
		return new PlanTotals(count(EntryType.ACCRUAL), count(EntryType.ADJUSTMENT), count(EntryType.REVERSAL),
				ordersJudged, ordersJudged - this.orders.size(), new ArrayList<>(this.amounts.values()), outside);
	}

	private long count(EntryType type) {
		return this.types.getOrDefault(type, 0L);
	}

}
