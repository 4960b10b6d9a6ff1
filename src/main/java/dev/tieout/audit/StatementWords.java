package dev.tieout.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.tieout.attribution.Reason;

/** What a statement says in words, on paper and on a terminal. */
public final class StatementWords {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

	private StatementWords() {
	}

	/**
	 * Names an entry's type.
	 * @param type the type
	 * @return one or two words
	 */
	public static String type(EntryType type) {
		return switch (type) {
			case ACCRUAL -> "Commission";
			case ADJUSTMENT -> "Change";
			case REVERSAL -> "Taken back";
		};
	}

	/**
	 * Says why an entry was posted.
	 * @param entry the entry
	 * @return a sentence without its full stop
	 */
	public static String why(StatementEntry entry) {
		if (entry.type() == EntryType.REVERSAL) {
			return (entry.reason() == Reason.CREDITED)
					? "the order's commission is credited elsewhere now, to another affiliate or in another currency"
					: entry.reason().meaning();
		}
		String refund = entry.refund()
			.map((part) -> part.refunded().toPlainString() + " of " + part.total() + " refunded")
			.orElse("");
		if (entry.type() == EntryType.ACCRUAL) {
			return refund.isEmpty() ? "order credited" : "order credited, " + refund;
		}
		return refund.isEmpty() ? "the order's commission was worked out again" : "commission changed: " + refund;
	}

	/**
	 * Says how final a statement is.
	 * @param statement the statement
	 * @return whole sentences
	 */
	public static String standing(Statement statement) {
		StringBuilder text = new StringBuilder();
		statement.closing()
			.ifPresentOrElse((closing) -> text.append("Closing ")
				.append(closing.number())
				.append(": the month was closed on ")
				.append(time(closing.closedAt(), statement.zone()))
				.append(", with entries up to number ")
				.append(closing.lastEntry())
				.append(". For this closing the statement does not change."), () -> open(statement, text));
		statement.asOf()
			.ifPresent((day) -> text.append(" As of the end of ")
				.append(day)
				.append(": what was posted later is left out")
				.append(statement.seenAt().isPresent() ? "; that day is not over yet." : "."));
		return text.toString();
	}

	private static void open(Statement statement, StringBuilder text) {
		text.append("Not closed yet");
		statement.seenAt().ifPresent((at) -> text.append(", as of ").append(time(at, statement.zone())));
		text.append(": entries may still come.");
		statement.reopened()
			.ifPresent((closing) -> text.append(" Closing ")
				.append(closing.number())
				.append(" of ")
				.append(time(closing.closedAt(), statement.zone()))
				.append(" no longer holds: the month was reopened on ")
				.append(closing.reopened()
					.map((reopening) -> time(reopening.at(), statement.zone()))
					.orElse("a later day"))
				.append('.'));
	}

	/**
	 * Says what becomes of a balance.
	 * @param part one currency
	 * @return whole sentences, none for a balance that is as one expects
	 */
	public static List<String> carried(StatementPart part) {
		Balance balance = part.balance();
		List<String> sentences = new ArrayList<>();
		if (balance.opening().signum() < 0) {
			sentences.add("The opening balance is negative: " + balance.opening()
					+ " was carried forward from earlier months.");
		}
		if (balance.closing().signum() < 0) {
			sentences.add("The closing balance is negative: " + balance.closing()
					+ " is carried forward to the next month, where later commission is set against it.");
		}
		return sentences;
	}

	/**
	 * Writes a time as statements do.
	 * @param instant the time
	 * @param zone the program's
	 * @return to the minute, with the zone's name
	 */
	public static String time(Instant instant, ZoneId zone) {
		return MINUTE.format(instant.atZone(zone)) + " (" + zone + ")";
	}

}
