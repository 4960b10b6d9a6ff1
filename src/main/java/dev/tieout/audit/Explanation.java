package dev.tieout.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import dev.tieout.attribution.OrderStatus;
import dev.tieout.attribution.Outcome;
import dev.tieout.attribution.Reason;
import dev.tieout.attribution.RequestAction;
import dev.tieout.program.AttributionTest;

/**
 * One order's whole derivation.
 *
 * @param order which order
 * @param zone the program's
 * @param customer whose it is; empty where the order has no address
 * @param revisions by date, the oldest first
 * @param requests the customer's newest 1,000, by time
 * @param connections the customer's newest 1,000, by start
 * @param decisions the one that counts first, then the former ones, newest first
 * @param entries by number
 * @param due why the customer will be judged again; empty where nothing is new
 */
public record Explanation(OrderMatch order, ZoneId zone, Optional<Customer> customer, List<Revision> revisions,
		List<Request> requests, List<ConnectionLine> connections, List<Judgement> decisions, List<Entry> entries,
		List<DueCause> due) {

	public Explanation {
		revisions = List.copyOf(revisions);
		requests = List.copyOf(requests);
		connections = List.copyOf(connections);
		decisions = List.copyOf(decisions);
		entries = List.copyOf(entries);
		due = List.copyOf(due);
	}

	/**
	 * Returns the decision that counts.
	 * @return empty where no posted run has judged the order
	 */
	public Optional<Judgement> decision() {
		return this.decisions.stream().filter(Judgement::counts).findFirst();
	}

	/**
	 * Returns the revision that counts.
	 * @return empty only where the order's files are gone
	 */
	public Optional<Revision> revision() {
		return this.revisions.stream().filter(Revision::counts).findFirst();
	}

	/**
	 * A customer.
	 *
	 * @param number the customer's number, which stays when the address is forgotten
	 * @param address the address; empty once forgotten
	 * @param name may be empty
	 * @param usable whether the address is one
	 * @param forgotten whether it was blanked on request
	 */
	public record Customer(long number, String address, String name, boolean usable, boolean forgotten) {
	}

	/**
	 * An import of the order.
	 *
	 * @param place the file and line
	 * @param run the run that read it
	 * @param revisedAt its date
	 * @param status its status
	 * @param total the order's total
	 * @param refunded the refunded amount
	 * @param coupons coupon codes, may be empty
	 * @param referralCode may be empty
	 * @param counts whether it is the one that counts
	 */
	public record Revision(Place place, int run, Instant revisedAt, OrderStatus status, Total total, Total refunded,
			String coupons, String referralCode, boolean counts) {
	}

	/**
	 * A request to connect or disconnect.
	 *
	 * @param place the file and line, or the operation
	 * @param at its time
	 * @param dated whether somebody wrote that time down
	 * @param action what it asks for
	 * @param affiliate the affiliate's address
	 * @param outcome what became of it; empty before it is judged
	 * @param other the other affiliate where the outcome names one
	 */
	public record Request(Place place, Instant at, boolean dated, RequestAction action, String affiliate,
			Optional<Outcome> outcome, Optional<String> other) {
	}

	/**
	 * A decision as it was stored.
	 *
	 * @param counts whether it is the one that counts
	 * @param run the run that stored it
	 * @param reason credited, or why not
	 * @param affiliate the affiliate of the test that decided
	 * @param standing that affiliate's status and group at the order's time
	 * @param source the test that decided
	 * @param connectionStartedAt the start of the connection that the test looked at
	 * @param orderOfLimit which of the connection's orders this is; 0 where it does not
	 * count
	 * @param orderLimit the connection's limit of orders
	 * @param expiresAt the end of the connection
	 * @param orderTotal the order's total
	 * @param base what the commission is a share of
	 * @param rates the rates taken
	 * @param commission what the order earns
	 * @param newCustomer whether the customer was new
	 * @param edition the SHA-256 of the program's canonical text
	 * @param effectiveFrom the date of the version in force; empty before the first
	 * @param calculation the version of Tieout's calculation
	 * @param place the file and line of the revision that was judged
	 */
	public record Judgement(boolean counts, int run, Reason reason, Optional<String> affiliate,
			Optional<Standing> standing, Optional<AttributionTest> source, Optional<Instant> connectionStartedAt,
			int orderOfLimit, OptionalInt orderLimit, Optional<Instant> expiresAt, Total orderTotal, Total base,
			String rates, Total commission, boolean newCustomer, String edition, Optional<LocalDate> effectiveFrom,
			int calculation, Place place) {
	}

	/**
	 * What held for an affiliate.
	 *
	 * @param status active, pending or blocked
	 * @param group may be empty
	 */
	public record Standing(String status, String group) {
	}

	/**
	 * An entry of the ledger.
	 *
	 * @param number the entry's
	 * @param run the run that posted it
	 * @param type of the entry
	 * @param affiliate the affiliate's address
	 * @param amount what it adds
	 * @param reason the decision's
	 * @param period the posting period
	 * @param payableOn when its hold is over
	 * @param postedAt when it was posted
	 * @param corrects the entry it corrects
	 * @param place the file and line, or the operation, that it rests on
	 */
	public record Entry(long number, int run, EntryType type, String affiliate, Total amount, Reason reason,
			YearMonth period, LocalDate payableOn, Instant postedAt, OptionalLong corrects, Place place) {
	}

}
