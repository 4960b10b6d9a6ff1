package dev.tieout.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement with its first entries, for a screen.
 *
 * @param statement the totals
 * @param entries the first 1,000 by currency and number
 * @param entryCount how many there are
 */
public record StatementExcerpt(Statement statement, List<StatementEntry> entries, long entryCount) {

	private static final int KEPT = 1000;

	public StatementExcerpt {
		entries = List.copyOf(entries);
	}

	/** Collects the excerpt of one statement. */
	public static final class Collector implements StatementSink {

		private final List<Statement> statements = new ArrayList<>();

		private final List<StatementEntry> entries = new ArrayList<>();

		private long count;

		@Override
		public void begin(Statement statement) {
			this.statements.add(statement);
		}

		@Override
		public void entry(StatementEntry entry) {
			this.count++;
			if (this.entries.size() < KEPT) {
				this.entries.add(entry);
			}
		}

		@Override
		public void end() {
			// The excerpt is made when all is read.
		}

		/**
		 * Returns what was collected.
		 * @return the excerpt
		 */
		public StatementExcerpt excerpt() {
			return new StatementExcerpt(this.statements.get(0), this.entries, this.count);
		}

	}

}
