package dev.tieout.audit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a plan saw of everything its answers depend on, part by part, so that a refusal
 * can name the part that has moved.
 *
 * @param parts one for each {@link Subject}
 */
public record Fingerprint(List<Part> parts) {

	public Fingerprint {
		parts = List.copyOf(parts);
		if (!parts.stream().map(Part::subject).toList().equals(List.of(Subject.values()))) {
			throw new IllegalArgumentException("a fingerprint has each of " + List.of(Subject.values())
					+ " once, in this order, but this one has " + parts.stream().map(Part::subject).toList());
		}
	}

	/**
	 * Returns what has moved.
	 * @param now the same database's fingerprint later
	 * @return a sentence without a full stop for each part that differs; none if nothing
	 * has
	 */
	public List<String> moved(Fingerprint now) {
		Map<Subject, Part> later = new EnumMap<>(Subject.class);
		now.parts.forEach((part) -> later.put(part.subject(), part));
		return this.parts.stream()
			.filter((part) -> !part.equals(later.get(part.subject())))
			.map((part) -> part.told(Objects.requireNonNull(later.get(part.subject()))))
			.toList();
	}

	/**
	 * Returns which is the last of a subject, or the subject itself.
	 * @param subject one of the parts
	 * @return empty for none
	 */
	public String last(Subject subject) {
		return this.parts.get(subject.ordinal()).last();
	}

	/** What answers depend on. */
	public enum Subject {

		/** The files read to their end: their bytes and how they were read. */
		INPUTS("inputs", "file", "files"),

		/** The job's program. */
		EDITION("program", "", ""),

		/** The edition accepted last. */
		ACCEPTED_EDITION("accepted edition", "", ""),

		/** Requests to connect and disconnect, operators' included. */
		CONNECTIONS("connections", "request", "requests"),

		/** Affiliates' dated rows. */
		AFFILIATES("affiliates", "row", "rows"),

		/** Existing customers. */
		EXISTING_CUSTOMERS("existing customers", "entry", "entries"),

		/** Entries posted. */
		LEDGER("ledger", "entry", "entries"),

		/** Months closed. */
		PERIODS("periods", "closed month", "closed months"),

		/** Tieout's version and that of its calculation. */
		TIEOUT("Tieout's version", "", "");

		private final String word;

		private final String one;

		private final String many;

		Subject(String word, String one, String many) {
			this.word = word;
			this.one = one;
			this.many = many;
		}

		/**
		 * Returns the subject in a person's words.
		 * @return such as {@code ledger}
		 */
		public String word() {
			return this.word;
		}

		private String counted(long number) {
			return number + " " + ((number == 1) ? this.one : this.many);
		}

	}

	/**
	 * What a plan saw of one thing.
	 *
	 * @param subject the thing
	 * @param count of how many it consists, 0 where nothing is counted
	 * @param last which is the last of them, or the thing itself; empty for none
	 * @param digest differs where the thing differs
	 */
	public record Part(Subject subject, long count, String last, String digest) {

		private String told(Part now) {
			return this.subject.word() + ": " + (this.subject.one.isEmpty()
					? "is " + orNone(now.last) + ", was " + orNone(this.last) : counted(now));
		}

		private String counted(Part now) {
			if (now.count != this.count) {
				String many = this.subject.counted(Math.abs(now.count - this.count));
				return many + ((now.count > this.count) ? " more" : " fewer")
						+ (now.last.isEmpty() ? "" : ", the last is " + now.last);
			}
			return "still " + this.subject.counted(this.count) + ", but other ones"
					+ (now.last.equals(this.last) ? "" : ": the last is " + now.last + ", was " + this.last);
		}

		private static String orNone(String text) {
			return text.isEmpty() ? "none" : text;
		}

	}

}
