package dev.tieout.program;

import java.util.Optional;

import dev.tieout.money.Rate;

/**
 * A group's own keys; each replaces the program's, an absent one leaves the program's in
 * force (rules.md 4.2).
 *
 * @param rate the group's standard rate
 * @param expiresAfterDays the group's validity in days; {@code lifetime} lifts the
 * program's limit
 * @param maxOrders the group's validity in orders; {@code unlimited} lifts the program's
 * limit
 * @param commissionOnlyNewCustomers replaces the commission's {@code only-new-customers}
 */
public record GroupRules(Optional<Rate> rate, Optional<DayLimit> expiresAfterDays, Optional<OrderLimit> maxOrders,
		Optional<Boolean> commissionOnlyNewCustomers) {

}
