package dev.tieout.audit;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.tieout.attribution.Reason;
import dev.tieout.audit.CustomerStory.OrderStory;
import dev.tieout.audit.Explanation.Judgement;
import dev.tieout.audit.Explanation.Request;

/**
 * A customer's story, one event after the other, in words that can be sent to an
 * affiliate: the customer is a number in them.
 */
public final class CustomerStoryText {

	private static final int SHOWN = 60;

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

	private final CustomerStory story;

	private final List<Event> events = new ArrayList<>();

	private final StringBuilder text = new StringBuilder();

	private CustomerStoryText(CustomerStory story) {
		this.story = story;
	}

	/**
	 * Returns a story as text.
	 * @param story of a customer
	 * @return lines that each end with a line feed
	 */
	public static String of(CustomerStory story) {
		return new CustomerStoryText(story).render();
	}

	private String render() {
		this.story.requests().forEach(this::request);
		this.story.connections().forEach(this::connection);
		this.story.orders().forEach(this::order);
		this.events.sort(Comparator.comparing(Event::at));
		line("Customer number " + this.story.customer().number()
				+ (this.story.customer().forgotten() ? ", forgotten on request" : "") + ": "
				+ counted(this.story.counts().requests(), "request") + ", "
				+ counted(this.story.counts().connections(), "connection") + ", "
				+ counted(this.story.counts().orders(), "order") + ". Times are those of " + this.story.zone() + ".");
		line("");
		int earlier = Math.max(0, this.events.size() - SHOWN);
		if (earlier > 0) {
			line("... %,d earlier events are not shown; --json has the newest 1,000 of each kind".formatted(earlier));
		}
		this.events.subList(earlier, this.events.size())
			.forEach((event) -> line(MINUTE.format(event.at().atZone(this.story.zone())) + "  " + event.sentence()));
		if (this.events.isEmpty()) {
			line("Nothing has happened yet.");
		}
		line("");
		line(due());
		return this.text.toString();
	}

	private void request(Request request) {
		String outcome = request.outcome()
			.map((judged) -> judged.meaning() + request.other().map((other) -> ": " + other).orElse(""))
			.orElse("not judged yet");
		event(request.at(),
				"Request to " + request.action().word() + " "
						+ (request.action().word().startsWith("dis") ? "from " : "to ") + request.affiliate()
						+ (request.dated() ? "" : " (without a date, so it counts from here)") + ": " + outcome + ". ["
						+ request.place() + "]");
	}

	private void connection(ConnectionLine line) {
		String limit = line.orderLimit().isPresent() ? " and " + line.orderLimit().getAsInt() + " orders" : "";
		String until = line.expiresAt()
			.map((end) -> ", for " + (limit.isEmpty() ? "" : "orders ") + "until "
					+ MINUTE.format(end.atZone(this.story.zone())))
			.orElse(limit.isEmpty() ? ", without an end" : ", without a last day");
		event(line.startedAt(), "Connected to " + line.affiliate() + " ("
				+ line.origin().name().toLowerCase(Locale.ROOT) + ")" + until + limit + ". [" + line.place() + "]");
		if (line.state() != ConnectionState.LIVE) {
			line.endedAt()
				.ifPresent(
						(end) -> event(end, "The connection to " + line.affiliate() + " ended: " + ending(line.state())
								+ "; " + counted(line.ordersCredited(), "order") + " had been credited through it."));
		}
	}

	private static String ending(ConnectionState state) {
		return switch (state) {
			case LIVE -> "it is live";
			case EXPIRED -> "its days were over";
			case LIMIT_REACHED -> "its number of orders was used up";
			case DISCONNECTED -> "disconnected on request";
			case REPLACED -> "another affiliate's connection took its place";
		};
	}

	private void order(OrderStory story) {
		Explanation about = new Explanation(story.order(), this.story.zone(), Optional.empty(),
				List.of(story.revision()), List.of(), this.story.connections(), story.decision().stream().toList(),
				List.of(), this.story.due());
		boolean another = this.story.toldTo().isPresent()
				&& story.decision().filter(CustomerStoryText::isCreditedToAnother).isPresent();
		event(story.order().placedAt(),
				another ? "Order " + story.order().reference() + " was referred by another affiliate."
						: ExplanationSentences.answer(about) + " " + ExplanationSentences.because(about));
	}

	private static boolean isCreditedToAnother(Judgement decision) {
		return decision.reason() == Reason.CREDITED
				&& decision.affiliate().filter(CustomerStory.ANOTHER::equals).isPresent();
	}

	private String due() {
		return this.story.due().isEmpty() ? "Nothing is new since the last run."
				: "The customer will be judged with the next run, because " + this.story.due()
					.stream()
					.map(DueCause::meaning)
					.distinct()
					.collect(Collectors.joining(", and ")) + ".";
	}

	private static String counted(long number, String one) {
		return String.format(Locale.ROOT, "%,d %s%s", number, one, (number == 1) ? "" : "s");
	}

	private void event(Instant at, String sentence) {
		this.events.add(new Event(at, sentence));
	}

	private void line(String line) {
		this.text.append(PrintableText.of(line)).append('\n');
	}

	private record Event(Instant at, String sentence) {

	}

}
