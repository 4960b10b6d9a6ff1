package dev.tieout.audit;

import java.util.Locale;
import java.util.Map;

import dev.tieout.attribution.Outcome;
import dev.tieout.audit.ExceptionGroup.Source;

/**
 * What a kind of exception means and what to do about it.
 *
 * @param meaning one sentence
 * @param action one sentence
 * @param asked whether somebody has to act; the rest is there for completeness
 */
public record Advice(String meaning, String action, boolean asked) {

	private static final Map<String, Advice> REJECTS = Map.ofEntries(
			act("MISSING_FIELD", "A required cell is blank.", "Fill it in at the source and deliver the record again."),
			act("INVALID_EMAIL", "The text is not an e-mail address.",
					"Correct the address and deliver the record again."),
			act("UNKNOWN_STATUS", "The status is none that this layout knows.",
					"Correct it, or name it under 'statuses:' of a mapped input."),
			act("DUPLICATE_CODE", "Another affiliate holds this coupon or referral code at that time.",
					"Take the code from one of the two, with a date."),
			act("BAD_TIMESTAMP", "The text is no date or time that exists.",
					"Correct it, or set the input's 'timestamp:' pattern."),
			act("UNKNOWN_ACTION", "The action is neither connect nor disconnect.",
					"Correct it and deliver the record again."),
			act("BAD_ORDER_ID", "A spreadsheet has turned the order id into exponent form.",
					"Export again and do not save the file from a spreadsheet."),
			act("BAD_AMOUNT", "The amount is negative, too large, or has more decimals than its currency.",
					"Correct it at the source and deliver the whole order again."),
			act("UNKNOWN_CURRENCY", "ISO 4217 has no such currency.", "Correct it and deliver the whole order again."),
			act("MALFORMED_RECORD", "The record has more or fewer cells than the header, or text after a quote.",
					"Export the file again; look for unescaped quotes."),
			act("SPLIT_ORDER", "The order's records are not adjacent or contradict each other.",
					"Export the orders sorted by order id and deliver the file again."));

	private static final Map<String, Advice> NOTICES = Map.ofEntries(
			act("TOTALS_MISMATCH", "The order's parts do not add up to its total; it was judged all the same.",
					"Check the order in the shop and the input's 'prices-include-tax:'."),
			act("REVISION_REGRESSES", "A newer revision takes a refund or a cancellation back.",
					"Make sure that the shop says so; an old export under a new date looks the same."),
			act("KEPT_FORMER_REVISION", "A newer revision was rejected, so the former one still counts.",
					"Correct the rejected record and deliver it again."),
			note("ADDRESS_WITHDRAWN", "A newer revision has no address; the former one's was kept.",
					"Nothing, if the shop redacts customers."),
			act("REFUND_AMOUNT_MISSING", "Partially refunded, but the refunded amount is 0: full commission is paid.",
					"Deliver the order with its refunded amount."));

	private static final Map<String, String> REQUESTS = Map.of("INVALID_EMAIL",
			"Correct the address and deliver the line again.", "UNKNOWN_AFFILIATE",
			"Import the affiliate; the request waits for it.", "CONFLICT_EXISTING",
			"Disconnect the former affiliate first, if the customer is to change.", "SELF_CONNECTION",
			"Nothing, unless the program is to pay self-purchases.", "ALREADY_ENDED",
			"Deliver the line with a connected_at, if the pair is to be connected again.", "NOTHING_TO_DISCONNECT",
			"Check whether the right affiliate is named.");

	static Advice on(Source source, String kind) {
		return switch (source) {
			case REJECT -> REJECTS.getOrDefault(kind, unknown(kind));
			case NOTICE -> NOTICES.getOrDefault(kind, unknown(kind));
			case REQUEST -> onRequest(kind);
			case ENTRY -> new Advice("The order's month is closed, so the entry is posted to the earliest open one.",
					"Nothing; to post to the month itself it would have to be reopened before.", false);
		};
	}

	private static Advice onRequest(String kind) {
		String meaning = Outcome.valueOf(kind).meaning();
		String sentence = meaning.substring(0, 1).toUpperCase(Locale.ROOT) + meaning.substring(1) + ".";
		String action = REQUESTS.get(kind);
		return (action != null) ? new Advice(sentence, action, true) : new Advice(sentence, "Nothing.", false);
	}

	private static Advice unknown(String kind) {
		return new Advice(kind + ".", "Look at the line that is named.", true);
	}

	private static Map.Entry<String, Advice> act(String kind, String meaning, String action) {
		return Map.entry(kind, new Advice(meaning, action, true));
	}

	private static Map.Entry<String, Advice> note(String kind, String meaning, String action) {
		return Map.entry(kind, new Advice(meaning, action, false));
	}

}
