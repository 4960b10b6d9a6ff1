package dev.tieout.audit;

import java.util.List;

/**
 * All of one kind of exceptions of a run.
 *
 * @param source where they come from
 * @param kind the code that rejects, notices and outcomes carry
 * @param count how many there are in all
 * @param lines the first of them in the order of files and lines, at most {@link #SHOWN}
 */
public record ExceptionGroup(Source source, String kind, long count, List<ExceptionLine> lines) {

	/** How many exceptions of a kind are shown; the rest is in the CSV. */
	public static final int SHOWN = 200;

	public ExceptionGroup {
		lines = List.copyOf(lines);
	}

	/**
	 * Returns what a person is to know and to do about this kind.
	 * @return words for the kind
	 */
	public Advice advice() {
		return Advice.on(this.source, this.kind);
	}

	ExceptionGroup masked(Masking masking) {
		return new ExceptionGroup(this.source, this.kind, this.count,
				this.lines.stream()
					.map((line) -> new ExceptionLine(line.place(), masking.customer(line.customer()),
							subject(line, masking), detail(line, masking)))
					.toList());
	}

	/** In a record whose cells are shifted, an address may stand for the order. */
	private String subject(ExceptionLine line, Masking masking) {
		return (this.source == Source.REQUEST) ? line.subject() : masking.sentence(line.subject());
	}

	private String detail(ExceptionLine line, Masking masking) {
		if (this.source == Source.REQUEST) {
			return line.detail();
		}
		return this.kind.equals("INVALID_EMAIL") ? masking.sentenceWithQuotes(line.detail())
				: masking.sentence(line.detail());
	}

	/** Where exceptions come from. */
	public enum Source {

		/** Records that could not be used. */
		REJECT("Rejected records", "rejects.csv"),

		/** Things to look at in records that were used. */
		NOTICE("Noticed in orders", "notices.csv"),

		/** Requests to connect or disconnect with another outcome than asked for. */
		REQUEST("Connection requests", "connection-lines.csv"),

		/** Entries that went to another month than their order's. */
		ENTRY("Entries of closed months", "ledger.csv");

		private final String title;

		private final String csv;

		Source(String title, String csv) {
			this.title = title;
			this.csv = csv;
		}

		/**
		 * Returns a heading.
		 * @return a heading
		 */
		public String title() {
			return this.title;
		}

		/**
		 * Returns the name of the CSV that has all of them.
		 * @return a file of the run's folder
		 */
		public String csv() {
			return this.csv;
		}

	}

}
