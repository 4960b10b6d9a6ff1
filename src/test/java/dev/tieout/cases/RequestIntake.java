package dev.tieout.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.tieout.attribution.Origin;
import dev.tieout.attribution.Outcome;
import dev.tieout.attribution.Request;
import dev.tieout.attribution.RequestAction;
import dev.tieout.identity.EmailAddress;
import dev.tieout.identity.PlainText;
import dev.tieout.identity.Timestamps;

/** Turns lines of connection files into events (rules.md 4.1, before the tables). */
final class RequestIntake {

	private final ZoneId zone;

	private final AffiliateIntake affiliates;

	private final Set<Held> held = new HashSet<>();

	private final Map<EmailAddress, List<Request>> requests = new HashMap<>();

	/** What became of each line: an outcome at once, or the request that tells it. */
	private final List<Line> lines = new ArrayList<>();

	RequestIntake(ZoneId zone, AffiliateIntake affiliates) {
		this.zone = zone;
		this.affiliates = affiliates;
	}

	void night(LocalDate businessDate, List<Map<String, String>> connections) {
		connections.forEach((cells) -> this.lines.add(line(businessDate, cells)));
	}

	Map<EmailAddress, List<Request>> byCustomer() {
		return this.requests;
	}

	/** The outcome of each line, in the order they were read. */
	List<Outcome> outcomes(Map<Long, Outcome> ofRequests) {
		return this.lines.stream()
			.map((line) -> line.atOnce().orElseGet(() -> outcome(ofRequests, line.request())))
			.toList();
	}

	private static Outcome outcome(Map<Long, Outcome> ofRequests, long request) {
		return Optional.ofNullable(ofRequests.get(request)).orElseThrow();
	}

	private Line line(LocalDate businessDate, Map<String, String> cells) {
		Optional<EmailAddress> affiliate = EmailAddress.parse(cells.getOrDefault("affiliate_email", ""));
		Optional<EmailAddress> customer = EmailAddress.parse(cells.getOrDefault("customer_email", ""));
		if (affiliate.isEmpty() || customer.isEmpty()) {
			return new Line(Optional.of(Outcome.INVALID_EMAIL), 0);
		}
		String connectedAt = PlainText.of(cells.getOrDefault("connected_at", ""));
		Optional<Instant> dated = connectedAt.isEmpty() ? Optional.empty()
				: Optional.of(Timestamps.parse(connectedAt, this.zone).orElseThrow());
		String action = PlainText.of(cells.getOrDefault("action", ""));
		RequestAction what = action.isEmpty() ? RequestAction.CONNECT
				: RequestAction.valueOf(action.toUpperCase(Locale.ROOT));
		int number = this.affiliates.number(affiliate.get());
		if (!this.held.add(new Held(number, customer.get(), what, dated))) {
			return new Line(Optional.of(Outcome.REPEATED), 0);
		}
		Request request = new Request(this.lines.size() + 1L, number, what,
				dated.orElseGet(() -> Timestamps.startOfDay(businessDate, this.zone)), dated.isPresent(),
				Origin.IMPORT);
		this.requests.computeIfAbsent(customer.get(), (key) -> new ArrayList<>()).add(request);
		return new Line(Optional.empty(), request.number());
	}

	private record Held(int affiliate, EmailAddress customer, RequestAction action, Optional<Instant> connectedAt) {

	}

	private record Line(Optional<Outcome> atOnce, long request) {

	}

}
