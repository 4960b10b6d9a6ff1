package dev.tieout.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a run read, decided and posted, and whether it closes. Everything in a run's
 * printed table and on its page comes from here.
 *
 * @param header what the run was
 * @param files in the order in which they were read
 * @param controlTotals by equation and subject
 * @param decisions the orders it judged, in the order of the reasons of rules.md, by
 * currency
 * @param postedByType by currency and type
 * @param postedByAffiliate by currency, the largest amounts first
 * @param exceptions by source and kind
 * @param negativeBalances the lowest first
 * @param gaps what may be lacking in what the stores delivered, by store and day
 */
public record RunSummary(RunHeader header, List<RunFile> files, List<ControlTotal> controlTotals,
		List<DecisionTotal> decisions, List<PostedTotal> postedByType, List<AffiliateTotal> postedByAffiliate,
		List<ExceptionGroup> exceptions, List<NegativeBalance> negativeBalances, List<Gap> gaps) {

	public RunSummary {
		files = List.copyOf(files);
		controlTotals = List.copyOf(controlTotals);
		decisions = List.copyOf(decisions);
		postedByType = List.copyOf(postedByType);
		postedByAffiliate = List.copyOf(postedByAffiliate);
		exceptions = List.copyOf(exceptions);
		negativeBalances = List.copyOf(negativeBalances);
		gaps = List.copyOf(gaps);
	}

	/** A summary without gaps. */
	public RunSummary(RunHeader header, List<RunFile> files, List<ControlTotal> controlTotals,
			List<DecisionTotal> decisions, List<PostedTotal> postedByType, List<AffiliateTotal> postedByAffiliate,
			List<ExceptionGroup> exceptions, List<NegativeBalance> negativeBalances) {
		this(header, files, controlTotals, decisions, postedByType, postedByAffiliate, exceptions, negativeBalances,
				List.of());
	}

	/**
	 * Returns whether the run's totals close.
	 * @return the verdict over all control totals
	 */
	public Verdict verdict() {
		if (!this.controlTotals.stream().allMatch(ControlTotal::closes)) {
			return Verdict.DOES_NOT_CLOSE;
		}
		return this.controlTotals.isEmpty() ? Verdict.NOT_PROVEN : Verdict.CLOSES;
	}

	/**
	 * Returns the orders judged.
	 * @return their number, over all reasons and currencies
	 */
	public long ordersJudged() {
		return this.decisions.stream().mapToLong(DecisionTotal::orders).sum();
	}

	/**
	 * Returns the entries posted.
	 * @return their number, over all types and currencies
	 */
	public long entriesPosted() {
		return this.postedByType.stream().mapToLong(PostedTotal::entries).sum();
	}

	/**
	 * Returns what was posted.
	 * @return the net in each currency, by currency code
	 */
	public List<Total> posted() {
		return perCurrency(this.postedByType, PostedTotal::amount);
	}

	/**
	 * Returns the totals of the orders judged.
	 * @return the sum in each currency, by currency code
	 */
	public List<Total> orderTotals() {
		return perCurrency(this.decisions, DecisionTotal::orderTotal);
	}

	/**
	 * Returns this summary as a report may show it.
	 * @param masking whether customers are named
	 * @return the same numbers
	 */
	public RunSummary masked(Masking masking) {
		return new RunSummary(this.header, this.files, this.controlTotals, this.decisions, this.postedByType,
				this.postedByAffiliate, this.exceptions.stream().map((group) -> group.masked(masking)).toList(),
				this.negativeBalances, this.gaps);
	}

	private static <T> List<Total> perCurrency(List<T> items, Function<T, Total> amount) {
		Map<String, Total> sums = new TreeMap<>();
		for (T item : items) {
			Total total = amount.apply(item);
			sums.merge(total.currency().getCurrencyCode(), total, Total::plus);
		}
		return List.copyOf(sums.values());
	}

}
