package dev.tieout.configuration;

import java.math.BigDecimal;

import dev.tieout.money.Percentage;

/** How many of a file's records may be rejected before the file fails. */
public sealed interface RejectLimit {

	/** What holds where an input names none: 1 %. */
	RejectLimit DEFAULT = new Share(new Percentage(BigDecimal.ONE));

	/**
	 * Returns whether a file fails, judged at its end.
	 * @param rejected how many of its records were rejected
	 * @param records how many it has
	 * @return whether that is more than this limit
	 */
	boolean isExceeded(long rejected, long records);

	/**
	 * A share of the file's records or 10 of them, whichever is more.
	 *
	 * @param share 0 to 100 percent
	 */
	record Share(Percentage share) implements RejectLimit {

		private static final long ALWAYS_ALLOWED = 10;

		@Override
		public boolean isExceeded(long rejected, long records) {
			BigDecimal allowed = this.share.value().multiply(BigDecimal.valueOf(records)).movePointLeft(2);
			return rejected > ALWAYS_ALLOWED && BigDecimal.valueOf(rejected).compareTo(allowed) > 0;
		}

		@Override
		public String toString() {
			return this.share.toString();
		}

	}

	/**
	 * A number of records.
	 *
	 * @param records 0 or more
	 */
	record Count(int records) implements RejectLimit {

		@Override
		public boolean isExceeded(long rejected, long read) {
			return rejected > this.records;
		}

		@Override
		public String toString() {
			return Integer.toString(this.records);
		}

	}

}
