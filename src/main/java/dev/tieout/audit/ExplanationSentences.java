package dev.tieout.audit;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.tieout.attribution.Reason;
import dev.tieout.audit.Explanation.Customer;
import dev.tieout.audit.Explanation.Judgement;

/** Says in whole sentences why an order pays, or why not. */
final class ExplanationSentences {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

	private final Explanation explanation;

	private final Judgement decision;

	private ExplanationSentences(Explanation explanation, Judgement decision) {
		this.explanation = explanation;
		this.decision = decision;
	}

	static String answer(Explanation explanation) {
		OrderMatch order = explanation.order();
		String number = order.orderNumber().isEmpty() ? "" : " (" + order.orderNumber() + ")";
		String subject = "Order " + order.reference() + number + " of "
				+ MINUTE.format(order.placedAt().atZone(explanation.zone()));
		return explanation.decision()
			.map((decision) -> subject + " " + verdict(decision))
			.orElse(subject + " has not been judged yet.");
	}

	private static String verdict(Judgement decision) {
		String affiliate = decision.affiliate().orElse("");
		return switch (decision.reason()) {
			case CREDITED -> "pays " + affiliate + " " + decision.commission() + ": CREDITED.";
			case BEFORE_LEDGER -> "pays nothing here, because " + decision.reason().meaning() + ": BEFORE_LEDGER.";
			default -> "pays no commission, because " + decision.reason().meaning() + ": " + decision.reason() + ".";
		};
	}

	static String because(Explanation explanation) {
		return explanation.decision()
			.map((decision) -> new ExplanationSentences(explanation, decision).because())
			.orElseGet(
					() -> explanation.due().isEmpty() ? "No run that posted has judged it." : "It " + due(explanation));
	}

	private String because() {
		return switch (this.decision.reason()) {
			case MISSING_EMAIL, INVALID_EMAIL, SHARED_ADDRESS -> "It is on no customer's timeline, so nobody can earn "
					+ "from it; a revision with another address would be judged.";
			case ORDER_REFUNDED, ORDER_CANCELLED, ORDER_FAILED, ORDER_NOT_PAID -> revision();
			case PROGRAM_NOT_STARTED -> "The program's first version starts later than the order.";
			case CONNECT_DISABLED ->
				"The program's version of that day has connect.enabled off" + this.decision.affiliate()
					.map((affiliate) -> "; the customer was connected to " + affiliate)
					.orElse("") + ".";
			case DISCONNECTED ->
				connection() + "was disconnected or replaced on " + time(this.decision.expiresAt()) + ".";
			case CONNECTION_EXPIRED -> connection() + "was over on " + time(this.decision.expiresAt()) + ".";
			case ORDER_LIMIT_REACHED ->
				connection() + "had used up its number of orders on " + time(this.decision.expiresAt()) + ".";
			case AFFILIATE_INACTIVE -> inactive();
			case BEFORE_CONNECTION -> beforeConnection();
			case NO_CONNECTION -> noConnection();
			case SELF_PURCHASE, CUSTOMER_IS_AFFILIATE, NOT_NEW_CUSTOMER ->
				referred() + ", but " + this.decision.reason().meaning() + ".";
			case RATE_CURRENCY_MISMATCH, ZERO_COMMISSION, BEFORE_LEDGER, CREDITED -> referred() + amount() + ".";
		};
	}

	private String revision() {
		return this.explanation.revision()
			.map((revision) -> "The revision that counts, " + revision.place() + ", says " + revision.status().word()
					+ ": total " + revision.total() + ", refunded " + revision.refunded() + ".")
			.orElse("Its revision was " + this.decision.place() + ".");
	}

	private String connection() {
		return "The customer's connection to " + this.decision.affiliate().orElse("an affiliate") + ", started "
				+ time(this.decision.connectionStartedAt()) + ", ";
	}

	private String inactive() {
		String status = this.decision.standing().map(Explanation.Standing::status).orElse("not active");
		return this.decision.affiliate().orElse("The affiliate") + ", named by "
				+ this.decision.source().map((source) -> source.word()).orElse("a test") + ", was " + status
				+ " at the order's time.";
	}

	private String beforeConnection() {
		Instant placed = this.explanation.order().placedAt();
		return this.explanation.connections()
			.stream()
			.filter((connection) -> connection.startedAt().isAfter(placed))
			.min(Comparator.comparing(ConnectionLine::startedAt))
			.map((connection) -> "The customer's connection to " + connection.affiliate() + " starts on "
					+ time(Optional.of(connection.startedAt())) + ", after the order.")
			.orElse("A connection starts only after the order.");
	}

	private String noConnection() {
		String codes = this.explanation.revision()
			.map((revision) -> (revision.coupons() + " " + revision.referralCode()).strip())
			.orElse("");
		return "The customer has no connection, and " + (codes.isEmpty() ? "the order names no coupon or referral code."
				: "no affiliate held the order's codes '" + codes + "' at its time.");
	}

	private String referred() {
		String how = this.decision.source().map((source) -> source.word()).orElse("nothing");
		StringBuilder sentence = new StringBuilder("Referred by " + how);
		if (this.decision.affiliate().isPresent()) {
			sentence.append(" to ").append(this.decision.affiliate().get());
		}
		if (this.decision.connectionStartedAt().isPresent()) {
			sentence.append(", connected since ").append(time(this.decision.connectionStartedAt()));
		}
		if (this.decision.orderOfLimit() > 0) {
			sentence.append(", order ").append(this.decision.orderOfLimit());
			this.decision.orderLimit().ifPresent((limit) -> sentence.append(" of ").append(limit));
		}
		this.decision.expiresAt().ifPresent((end) -> sentence.append(", expires ").append(time(Optional.of(end))));
		return sentence.toString();
	}

	private String amount() {
		String rates = this.decision.rates().isEmpty() ? "" : ", rate " + this.decision.rates();
		String amount = (this.decision.reason() == Reason.RATE_CURRENCY_MISMATCH) ? ""
				: ", commission " + this.decision.commission();
		return "; base " + this.decision.base() + rates + amount;
	}

	static String customer(Explanation explanation) {
		if (explanation.customer().isEmpty()) {
			return "none: the order has no address";
		}
		Customer customer = explanation.customer().get();
		if (customer.forgotten()) {
			return "number " + customer.number() + ", forgotten on request";
		}
		String name = customer.name().isEmpty() ? "" : " " + customer.name();
		return customer.address() + name + ", number " + customer.number()
				+ (customer.usable() ? "" : " (not an e-mail address)");
	}

	static String due(Explanation explanation) {
		if (explanation.due().isEmpty()) {
			return "no, nothing is new since the last run";
		}
		String again = explanation.decisions().isEmpty() ? "" : "again ";
		return "will be judged " + again + "with the next run, because "
				+ explanation.due().stream().map(DueCause::meaning).distinct().collect(Collectors.joining(", and "))
				+ ".";
	}

	private String time(Optional<Instant> instant) {
		return instant.map((at) -> MINUTE.format(at.atZone(this.explanation.zone()))).orElse("an unknown day");
	}

}
