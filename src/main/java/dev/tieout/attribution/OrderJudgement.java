package dev.tieout.attribution;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

import dev.tieout.commission.Commission;
import dev.tieout.commission.CommissionCalculation;
import dev.tieout.commission.RateCard;
import dev.tieout.program.AttributionTest;
import dev.tieout.program.ConnectRules;
import dev.tieout.program.GroupRules;
import dev.tieout.program.Version;
import org.jspecify.annotations.Nullable;

/** Judges one order as its customer's connections stand (rules.md 4.3 to 4.5). */
final class OrderJudgement {

	private final CustomerTimeline timeline;

	private final RulesInForce rules;

	private final AffiliateDirectory affiliates;

	OrderJudgement(CustomerTimeline timeline, RulesInForce rules, AffiliateDirectory affiliates) {
		this.timeline = timeline;
		this.rules = rules;
		this.affiliates = affiliates;
	}

	/**
	 * Judges an order.
	 * @param order the order
	 * @param last the customer's connection that started last, live or ended by now
	 * @param isNew whether the customer is new at this order
	 */
	Decision judge(Order order, @Nullable Tie last, boolean isNew) {
		Optional<Version> version = this.rules.versionAt(order.placedAt());
		Optional<Reason> unpaid = whyNotToBePaidFor(order);
		if (unpaid.isPresent()) {
			return Decision.unreferred(order, unpaid.get(), version, isNew);
		}
		if (version.isEmpty()) {
			return Decision.unreferred(order, Reason.PROGRAM_NOT_STARTED, version, isNew);
		}
		Finding finding = whoReferred(order, version.get(), last);
		if (finding == null) {
			return Decision.unreferred(order, Reason.NO_CONNECTION, version, isNew);
		}
		return pay(order, version.get(), finding, isNew);
	}

	/** Whether an order reaches the last two rows of rules.md 4.3. */
	static boolean isPaidFor(Order order) {
		boolean paid = order.status() == OrderStatus.PAID || order.status() == OrderStatus.PARTIALLY_REFUNDED;
		return paid && !order.sale().isRefundedInFull();
	}

	/**
	 * Whether an order credited by coupon or referral connects its customer (rules.md
	 * 4.6).
	 */
	boolean linksAutomatically(Affiliate affiliate, Instant at, boolean isNew) {
		ConnectRules connect = this.rules.connectAt(at);
		return connect.enabled() && connect.linkOnFirstOrder() && affiliate.number() != this.timeline.ownAffiliate()
				&& (isNew || !connect.onlyNewCustomers());
	}

	private Optional<Reason> whyNotToBePaidFor(Order order) {
		if (this.timeline.buyer() != Buyer.KNOWN) {
			return Optional.of(switch (this.timeline.buyer()) {
				case MISSING -> Reason.MISSING_EMAIL;
				case INVALID -> Reason.INVALID_EMAIL;
				default -> Reason.SHARED_ADDRESS;
			});
		}
		if (order.sale().isRefundedInFull()) {
			return Optional.of(Reason.ORDER_REFUNDED);
		}
		return switch (order.status()) {
			case REFUNDED -> Optional.of(Reason.ORDER_REFUNDED);
			case CANCELLED -> Optional.of(Reason.ORDER_CANCELLED);
			case FAILED -> Optional.of(Reason.ORDER_FAILED);
			case PENDING -> Optional.of(Reason.ORDER_NOT_PAID);
			case PAID, PARTIALLY_REFUNDED -> Optional.empty();
		};
	}

	/**
	 * The first test that names an active affiliate, else the first that failed, else
	 * null.
	 */
	private @Nullable Finding whoReferred(Order order, Version version, @Nullable Tie last) {
		Finding firstFailure = null;
		for (AttributionTest test : version.attribution()) {
			Finding finding = switch (test) {
				case CONNECTION -> byConnection(order, version, last);
				case COUPON -> byCode(test, this.affiliates.holderOfCoupon(order.coupons(), order.placedAt()), order);
				case REFERRAL ->
					byCode(test, this.affiliates.holderOfReferralCode(order.referralCode(), order.placedAt()), order);
			};
			if (finding != null && finding.failure().isEmpty()) {
				return finding;
			}
			firstFailure = (firstFailure != null) ? firstFailure : finding;
		}
		return firstFailure;
	}

	private static @Nullable Finding byConnection(Order order, Version version, @Nullable Tie last) {
		if (last == null) {
			return null;
		}
		if (!version.connect().enabled()) {
			return new Finding(AttributionTest.CONNECTION, last.affiliate(), last,
					Optional.of(Reason.CONNECT_DISABLED));
		}
		Optional<Reason> failure = last.ending()
			.map(Ending::reason)
			.or(() -> inactive(last.affiliate(), order.placedAt()));
		return new Finding(AttributionTest.CONNECTION, last.affiliate(), last, failure);
	}

	private static @Nullable Finding byCode(AttributionTest test, Optional<Affiliate> holder, Order order) {
		return holder.map((found) -> new Finding(test, found, null, inactive(found, order.placedAt()))).orElse(null);
	}

	private static Optional<Reason> inactive(Affiliate affiliate, Instant at) {
		int row = affiliate.rowAt(at);
		boolean active = row >= 0 && affiliate.rows().get(row).status() == AffiliateStatus.ACTIVE;
		return active ? Optional.empty() : Optional.of(Reason.AFFILIATE_INACTIVE);
	}

	private Decision pay(Order order, Version version, Finding finding, boolean isNew) {
		Optional<Reason> refusal = finding.failure().or(() -> whyNotToBePaid(order, version, finding, isNew));
		if (refusal.isPresent()) {
			return decision(order, version, finding, refusal.get(), isNew, 0, "", 0);
		}
		RateCard rates = this.rules.rates(version, finding.affiliate(), groupAt(finding.affiliate(), order.placedAt()));
		Commission commission = CommissionCalculation.of(order.sale(), rates);
		if (commission instanceof Commission.Nothing nothing) {
			return decision(order, version, finding, Reason.ZERO_COMMISSION, isNew, nothing.base(), nothing.rates(), 0);
		}
		if (commission instanceof Commission.CurrencyMismatch mismatch) {
			return decision(order, version, finding, Reason.RATE_CURRENCY_MISMATCH, isNew, mismatch.base(),
					mismatch.rates(), 0);
		}
		Commission.Earned earned = (Commission.Earned) commission;
		Reason reason = this.rules.isBeforeLedger(order.placedAt()) ? Reason.BEFORE_LEDGER : Reason.CREDITED;
		long credited = (reason == Reason.CREDITED) ? earned.amount() : 0;
		return decision(order, version, finding, reason, isNew, earned.base(), earned.rates(), credited);
	}

	/** Rules.md 4.5, before the amount. */
	private Optional<Reason> whyNotToBePaid(Order order, Version version, Finding finding, boolean isNew) {
		int buyer = this.timeline.ownAffiliate();
		Affiliate affiliate = finding.affiliate();
		if (buyer == affiliate.number() && !version.commission().paySelfPurchases()) {
			return Optional.of(Reason.SELF_PURCHASE);
		}
		if (buyer != 0 && buyer != affiliate.number() && !version.commission().payAffiliateCustomers()
				&& this.affiliates.get(buyer).rowAt(order.placedAt()) >= 0) {
			return Optional.of(Reason.CUSTOMER_IS_AFFILIATE);
		}
		boolean onlyNew = Optional.ofNullable(version.groups().get(groupAt(affiliate, order.placedAt())))
			.flatMap(GroupRules::commissionOnlyNewCustomers)
			.orElse(version.commission().onlyNewCustomers());
		if (onlyNew && !isNew && !version.commission().exemptAffiliates().contains(affiliate.address())) {
			return Optional.of(Reason.NOT_NEW_CUSTOMER);
		}
		return Optional.empty();
	}

	private static String groupAt(Affiliate affiliate, Instant at) {
		int row = affiliate.rowAt(at);
		return (row >= 0) ? affiliate.rows().get(row).group() : "";
	}

	private static Decision decision(Order order, Version version, Finding finding, Reason reason, boolean isNew,
			long base, String rates, long commission) {
		Tie tie = finding.tie();
		int orderOfLimit = (tie != null && reason.counts()) ? tie.credited() + 1 : 0;
		return new Decision(order, reason, finding.affiliate().number(), Optional.of(finding.test()),
				(tie != null) ? Optional.of(tie.startedAt()) : Optional.empty(), orderOfLimit,
				(tie != null) ? tie.orderLimit() : OptionalInt.empty(),
				(tie != null) ? tie.expiresAt() : Optional.empty(), base, rates, commission, Optional.of(version),
				isNew);
	}

	/**
	 * What a test came to.
	 *
	 * @param tie the connection it looked at; null for codes
	 * @param failure why it does not pass
	 */
	private record Finding(AttributionTest test, Affiliate affiliate, @Nullable Tie tie, Optional<Reason> failure) {

	}

}
