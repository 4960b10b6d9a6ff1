package dev.tieout.audit;

import java.util.List;
import java.util.Optional;

/**
 * Everything that a run's page and workbook say.
 *
 * @param summary what the run read, decided and posted
 * @param walks from gross to net, one a currency
 * @param days what was posted, by day of the orders and currency
 * @param former the posted runs of the same job before this one, the newest first
 * @param unusual totals that are far from those of the former runs
 * @param balances every balance of the ledger, before and after the run
 * @param orders the first orders of each reason and currency
 * @param entries the first entries of the affiliates with the largest amounts
 */
public record RunReport(RunSummary summary, List<Walk> walks, List<DayTotal> days, List<FormerRun> former,
		List<UnusualTotal> unusual, List<LedgerBalance> balances, List<TrailOrder> orders, List<TrailEntry> entries) {

	/** How many orders of each reason and currency are kept. */
	public static final int ORDERS = 10;

	/** How many entries of each affiliate and currency are kept. */
	public static final int ENTRIES = 10;

	/** How many affiliates' entries are kept, those with the largest amounts. */
	public static final int AFFILIATES = 100;

	public RunReport {
		walks = List.copyOf(walks);
		days = List.copyOf(days);
		former = List.copyOf(former);
		unusual = List.copyOf(unusual);
		balances = List.copyOf(balances);
		orders = List.copyOf(orders);
		entries = List.copyOf(entries);
	}

	/**
	 * Puts a report together.
	 * @param summary what the run read, decided and posted
	 * @param settlement what the ledger holds for the judged orders
	 * @param days what was posted by day
	 * @param former the runs before
	 * @param balances the ledger's
	 * @param orders behind the totals
	 * @param entries behind the totals
	 * @return the report
	 */
	public static RunReport of(RunSummary summary, Settlement settlement, List<DayTotal> days, List<FormerRun> former,
			List<LedgerBalance> balances, List<TrailOrder> orders, List<TrailEntry> entries) {
		return new RunReport(summary, Walks.of(summary, settlement), days, former, UnusualTotals.of(summary, former),
				balances, orders, entries);
	}

	/**
	 * Returns the run before this one.
	 * @return the newest of the former runs
	 */
	public Optional<FormerRun> last() {
		return this.former.stream().findFirst();
	}

	/**
	 * Returns this report as it may be shown.
	 * @param masking whether customers are named
	 * @return this with masked customers, if so
	 */
	public RunReport masked(Masking masking) {
		return new RunReport(this.summary.masked(masking), this.walks, this.days, this.former, this.unusual,
				this.balances,
				this.orders.stream()
					.map((order) -> new TrailOrder(order.store(), order.orderId(), order.orderedAt(),
							masking.customer(order.customer()), order.reason(), order.affiliate(), order.orderTotal(),
							order.commission(), order.place()))
					.toList(),
				this.entries);
	}

}
