package dev.tieout.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;

import dev.tieout.attribution.Reason;
import dev.tieout.audit.Walk.Path;
import dev.tieout.audit.Walk.Sum;

/** Puts the walk from gross to net together, one a currency. */
final class Walks {

	private static final List<Reason> NO_ADDRESS = range(Reason.MISSING_EMAIL, Reason.SHARED_ADDRESS);

	private static final List<Reason> NO_SALE = range(Reason.ORDER_REFUNDED, Reason.PROGRAM_NOT_STARTED);

	private static final List<Reason> NOT_REFERRED = range(Reason.CONNECT_DISABLED, Reason.NO_CONNECTION);

	private static final List<Reason> NOT_TO_BE_PAID = range(Reason.SELF_PURCHASE, Reason.BEFORE_LEDGER);

	private final RunSummary summary;

	private final Settlement settlement;

	private Walks(RunSummary summary, Settlement settlement) {
		this.summary = summary;
		this.settlement = settlement;
	}

	/** The program's currency comes first, the others by code. */
	static List<Walk> of(RunSummary summary, Settlement settlement) {
		TreeMap<String, Currency> currencies = new TreeMap<>();
		summary.decisions()
			.forEach((total) -> currencies.put(total.orderTotal().currency().getCurrencyCode(),
					total.orderTotal().currency()));
		settlement.lines()
			.stream()
			.filter(Settlement.Line::isMoved)
			.forEach((line) -> currencies.put(line.posted().currency().getCurrencyCode(), line.posted().currency()));
		List<Walk> walks = new ArrayList<>();
		Walks all = new Walks(summary, settlement);
		Currency own = currencies.remove(summary.header().currency());
		if (own != null) {
			walks.add(all.in(own));
		}
		currencies.values().forEach((currency) -> walks.add(all.in(currency)));
		return walks;
	}

	private Walk in(Currency currency) {
		Path path = new Path(currency);
		List<DecisionTotal> left = new ArrayList<>(this.summary.decisions()
			.stream()
			.filter((total) -> total.orderTotal().currency().equals(currency))
			.toList());
		sum(path, Sum.JUDGED, left, currency);
		without(path, NO_ADDRESS, left);
		without(path, NO_SALE, left);
		sum(path, Sum.PAID, left, currency);
		without(path, NOT_REFERRED, left);
		sum(path, Sum.REFERRED, left, currency);
		without(path, NOT_TO_BE_PAID, left);
		sum(path, Sum.CREDITED, left, currency);
		Total credited = add(left, DecisionTotal::orderTotal, currency);
		Total base = add(left, DecisionTotal::base, currency);
		path.change("Outside the base: shipping, tax, tips, refunds", base.minus(credited));
		path.sum(Sum.BASE, Sum.BASE.words(), OptionalLong.empty(), base);
		Total commission = add(left, DecisionTotal::commission, currency);
		path.change("What the merchant keeps of the base", commission.minus(base));
		path.sum(Sum.COMMISSION, Sum.COMMISSION.words(), OptionalLong.empty(), commission);
		if (this.summary.header().isPosted()) {
			settle(path, this.settlement.in(currency), this.settlement.day());
		}
		return path.end();
	}

	private static void settle(Path path, Settlement.Line line, LocalDate day) {
		path.change("Posted for these orders by earlier runs", line.before().negated());
		path.sum(Sum.POSTED, Sum.POSTED.words(), OptionalLong.empty(), line.posted());
		path.change("On hold, payable after " + day, line.onHold().negated());
		path.sum(Sum.RELEASED, "Released by " + day + ", before any payout", OptionalLong.empty(), line.released());
	}

	private static void sum(Path path, Sum sum, List<DecisionTotal> left, Currency currency) {
		path.sum(sum, sum.words(), OptionalLong.of(left.stream().mapToLong(DecisionTotal::orders).sum()),
				add(left, DecisionTotal::orderTotal, currency));
	}

	private static void without(Path path, List<Reason> reasons, List<DecisionTotal> left) {
		left.stream()
			.filter((total) -> reasons.contains(total.reason()))
			.forEach((total) -> path.without(total.reason(), total.orders(), total.orderTotal()));
		left.removeIf((total) -> reasons.contains(total.reason()));
	}

	private static Total add(List<DecisionTotal> totals, Function<DecisionTotal, Total> part, Currency currency) {
		return totals.stream().map(part).reduce(Total.of(0, currency), Total::plus);
	}

	/** Reasons stand in the order in which the rules come to them. */
	private static List<Reason> range(Reason first, Reason last) {
		return List.of(Reason.values()).subList(first.ordinal(), last.ordinal() + 1);
	}

}
