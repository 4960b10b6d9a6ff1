package dev.tieout.program;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tieout.identity.EmailAddress;
import dev.tieout.money.Rate;

/**
 * The section {@code commission} of a version.
 *
 * @param rate the program's standard rate
 * @param base what a percentage is a share of
 * @param onlyNewCustomers whether only a customer's first paid order earns
 * @param exemptAffiliates whom {@code only-new-customers} does not bind, whatever their
 * group says
 * @param paySelfPurchases whether affiliates earn on their own orders
 * @param payAffiliateCustomers whether orders of other affiliates earn
 * @param holdDays days from the order's date until its commission is payable
 * @param affiliates standard rates of single affiliates
 * @param products rates of single SKUs
 */
public record CommissionRules(Rate rate, Base base, boolean onlyNewCustomers, Set<EmailAddress> exemptAffiliates,
		boolean paySelfPurchases, boolean payAffiliateCustomers, int holdDays, Map<EmailAddress, Rate> affiliates,
		List<ProductRate> products) {

	public CommissionRules {
		exemptAffiliates = Set.copyOf(exemptAffiliates);
		affiliates = Map.copyOf(affiliates);
		products = List.copyOf(products);
	}

}
