package dev.tieout.attribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.tieout.cases.InMemoryIntake;
import dev.tieout.cases.Night;
import dev.tieout.cases.OrderCells;
import dev.tieout.cases.TestPrograms;

/**
 * A customer's story and, beside each of its events, what is to become of it. Kim is the
 * customer; Ann, Bob and whoever else a test names are affiliates from the beginning of
 * time, active, with coupons {@code ANN10}, {@code BOB10} and referral codes {@code ANN},
 * {@code BOB}, unless the story imports affiliates of its own.
 */
final class TestTimelines {

	static final String KIM = "kim@x.example";

	private final String sentence;

	private final StringBuilder head = new StringBuilder("program: test\ncurrency: USD\n");

	private final StringBuilder versions = new StringBuilder();

	private final List<Night> nights = new ArrayList<>();

	private final Map<String, Reason> reasons = new LinkedHashMap<>();

	private final List<Outcome> outcomes = new ArrayList<>();

	private String zone = "UTC";

	private LocalDate date = LocalDate.of(2025, 1, 1);

	private List<Map<String, String>> affiliates = new ArrayList<>();

	private List<Map<String, String>> existing = new ArrayList<>();

	private List<Map<String, String>> connections = new ArrayList<>();

	private List<OrderCells> orders = new ArrayList<>();

	private TestTimelines(String sentence) {
		this.sentence = sentence;
	}

	static TestTimelines story(String sentence) {
		return new TestTimelines(sentence);
	}

	TestTimelines zone(String name) {
		this.zone = name;
		return this;
	}

	/** A line at the head of the program file. */
	TestTimelines program(String line) {
		this.head.append(line).append('\n');
		return this;
	}

	/** A version that pays 10 %, with the keys of its section {@code connect}. */
	TestTimelines from(String date, String connect) {
		return from(date, connect, "rate: 10%");
	}

	/** A version, with the keys of its sections. */
	TestTimelines from(String date, String connect, String commission) {
		return from(date, connect, commission, "");
	}

	/** A version, with further keys such as {@code groups: {…}}. */
	TestTimelines from(String date, String connect, String commission, String more) {
		this.versions.append("  - {effective-from: ")
			.append(date)
			.append(", connect: {")
			.append(connect)
			.append("}, commission: {")
			.append(commission)
			.append(more.isEmpty() ? "}" : "}, ")
			.append(more)
			.append("}\n");
		return this;
	}

	/** An affiliate's row: columns and cells in turn. */
	TestTimelines affiliate(String name, String... cells) {
		Map<String, String> row = cells(cells);
		row.put("affiliate_email", address(name));
		this.affiliates.add(row);
		return this;
	}

	TestTimelines existingSince(String since) {
		this.existing.add(Map.of("customer_email", KIM, "customer_since", since));
		return this;
	}

	/** What was told so far is what this night finds; more comes on the next. */
	TestTimelines thenOn(String nextDate) {
		endNight();
		this.date = LocalDate.parse(nextDate);
		return this;
	}

	TestTimelines connect(String affiliate, String at, Outcome expected) {
		return request(affiliate, KIM, at, "connect", expected);
	}

	TestTimelines disconnect(String affiliate, String at, Outcome expected) {
		return request(affiliate, KIM, at, "disconnect", expected);
	}

	TestTimelines request(String affiliate, String customer, String at, String action, Outcome expected) {
		this.connections.add(Map.of("affiliate_email", address(affiliate), "customer_email", customer, "connected_at",
				at, "action", action));
		this.outcomes.add(expected);
		return this;
	}

	/** Kim's order of 10.00 USD, with further columns and cells in turn. */
	TestTimelines order(String id, String at, Reason expected, String... cells) {
		Map<String, String> order = new HashMap<>(Map.of("order_id", id, "ordered_at", at, "customer_email", KIM,
				"currency", "USD", "subtotal", "10.00", "total", "10.00", "status", "paid"));
		order.putAll(cells(cells));
		this.orders.add(new OrderCells(order, List.of()));
		this.reasons.put(id, expected);
		return this;
	}

	/** What each order is to come to, by its id. */
	Map<String, Reason> reasons() {
		return this.reasons;
	}

	/** What is to become of each request, in the order they were told. */
	List<Outcome> outcomes() {
		return this.outcomes;
	}

	InMemoryIntake.Answers replay() {
		endNight();
		InMemoryIntake intake = new InMemoryIntake(
				TestPrograms.parse("zone: " + this.zone + "\n" + this.head + "rules:\n" + this.versions));
		this.nights.forEach(intake::night);
		return intake.replay();
	}

	/** The only decision with this id. */
	Decision decision(String id) {
		Optional<Decision> found = replay().decisions()
			.stream()
			.filter((decision) -> decision.order().id().equals(id))
			.findFirst();
		return found.orElseThrow();
	}

	@Override
	public String toString() {
		return this.sentence;
	}

	private void endNight() {
		if (this.nights.isEmpty() && this.affiliates.isEmpty()) {
			affiliate("ann", "coupon", "ANN10", "ref_code", "ANN");
			affiliate("bob", "coupon", "BOB10", "ref_code", "BOB");
		}
		this.nights.add(new Night(this.date, this.affiliates, this.existing, this.connections, this.orders));
		this.affiliates = new ArrayList<>();
		this.existing = new ArrayList<>();
		this.connections = new ArrayList<>();
		this.orders = new ArrayList<>();
	}

	private static String address(String name) {
		return name.isEmpty() || name.contains("@") || name.contains(" ") ? name : name + "@partners.example";
	}

	private static Map<String, String> cells(String... cells) {
		Map<String, String> map = new HashMap<>();
		for (int i = 0; i < cells.length; i += 2) {
			map.put(cells[i], cells[i + 1]);
		}
		return map;
	}

}
