package dev.tieout.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.tieout.attribution.AffiliateDirectory;
import dev.tieout.attribution.Buyer;
import dev.tieout.attribution.CustomerTimeline;
import dev.tieout.attribution.Decision;
import dev.tieout.attribution.Order;
import dev.tieout.attribution.Outcome;
import dev.tieout.attribution.Replay;
import dev.tieout.attribution.TimelineReplay;
import dev.tieout.identity.EmailAddress;
import dev.tieout.identity.PlainText;
import dev.tieout.identity.Timestamps;
import dev.tieout.program.Program;

/**
 * What the imports of a job do, in memory: nights of cells become customers' timelines.
 * It takes clean files and rejects nothing.
 */
public final class InMemoryIntake {

	private final Program program;

	private final AffiliateIntake affiliates;

	private final RequestIntake requests;

	private final OrderIntake orders;

	private final Map<EmailAddress, Instant> existing = new HashMap<>();

	private boolean hasImportedExisting;

	public InMemoryIntake(Program program) {
		this.program = program;
		this.affiliates = new AffiliateIntake(program.zone());
		this.requests = new RequestIntake(program.zone(), this.affiliates);
		this.orders = new OrderIntake(program.zone());
	}

	/**
	 * Takes in what a night's run finds.
	 * @param night the files' cells
	 */
	public void night(Night night) {
		this.affiliates.night(night.date(), night.affiliates());
		existing(night.date(), night.existing());
		this.requests.night(night.date(), night.connections());
		this.orders.night(night.date(), night.orders());
	}

	/**
	 * Returns the affiliates as they stand.
	 * @return all that were imported or named by a request
	 */
	public AffiliateDirectory directory() {
		return this.affiliates.directory();
	}

	/**
	 * Returns what holds after the nights so far, of all customers.
	 * @return decisions, outcomes of all lines, and replays
	 */
	public Answers replay() {
		TimelineReplay replay = new TimelineReplay(this.program, directory());
		List<Replay> replays = timelines().stream().map(replay::replay).toList();
		Map<Long, Outcome> outcomes = new HashMap<>();
		List<Decision> decisions = new ArrayList<>();
		for (Replay each : replays) {
			each.outcomes().forEach((outcome) -> outcomes.put(outcome.request().number(), outcome.outcome()));
			decisions.addAll(each.decisions());
		}
		return new Answers(decisions, this.requests.outcomes(outcomes), replays);
	}

	/**
	 * Returns every customer's timeline, orders without a usable address as timelines of
	 * their own.
	 * @return the timelines after the nights so far
	 */
	public List<CustomerTimeline> timelines() {
		Map<String, List<Order>> ordersOf = new HashMap<>();
		this.orders.orders().forEach((placed) -> {
			String timeline = EmailAddress.isAddress(placed.customer()) ? placed.customer()
					: placed.customer() + "#" + placed.order().store() + placed.order().id();
			ordersOf.computeIfAbsent(timeline, (key) -> new ArrayList<>()).add(placed.order());
		});
		Set<String> customers = new TreeSet<>(ordersOf.keySet());
		this.requests.byCustomer().keySet().forEach((address) -> customers.add(address.value()));
		List<CustomerTimeline> timelines = new ArrayList<>();
		for (String customer : customers) {
			timelines.add(timeline(timelines.size() + 1L, customer, ordersOf.getOrDefault(customer, List.of())));
		}
		return timelines;
	}

	private CustomerTimeline timeline(long number, String customer, List<Order> orders) {
		Optional<EmailAddress> address = EmailAddress.parse(customer);
		if (address.isEmpty()) {
			return new CustomerTimeline(-number, customer.startsWith("#") ? Buyer.MISSING : Buyer.INVALID, 0,
					Optional.empty(), orders, List.of());
		}
		Buyer buyer = this.program.ignoreAddresses().contains(address.get()) ? Buyer.SHARED : Buyer.KNOWN;
		return new CustomerTimeline(number, buyer, this.affiliates.numberOrZero(address.get()),
				Optional.ofNullable(this.existing.get(address.get())), orders,
				this.requests.byCustomer().getOrDefault(address.get(), List.of()));
	}

	private void existing(LocalDate businessDate, List<Map<String, String>> rows) {
		Instant undated = this.hasImportedExisting ? Timestamps.startOfDay(businessDate, this.program.zone())
				: Instant.MIN;
		for (Map<String, String> cells : rows) {
			String since = PlainText.of(cells.getOrDefault("customer_since", ""));
			Instant instant = since.isEmpty() ? undated : Timestamps.parse(since, this.program.zone()).orElseThrow();
			this.existing.merge(EmailAddress.parse(cells.getOrDefault("customer_email", "")).orElseThrow(), instant,
					(one, other) -> one.isBefore(other) ? one : other);
			this.hasImportedExisting = true;
		}
	}

	/**
	 * What holds after a night.
	 *
	 * @param decisions one for each order
	 * @param outcomes one for each line of a connection file, in the order they were read
	 * @param replays one for each timeline
	 */
	public record Answers(List<Decision> decisions, List<Outcome> outcomes, List<Replay> replays) {

	}

}
