package dev.tieout.affiliates;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * An affiliate held a code for some time.
 *
 * @param claim the row that took the code; later ones that repeat it claim nothing
 * @param lastRead the row of the holding that was read last
 * @param until the first instant after it, {@link Instant#MAX} for open end
 */
record Holding(DatedRow claim, DatedRow lastRead, Instant until) {

	Instant from() {
		return this.claim.from();
	}

	boolean overlaps(Holding other) {
		return this.claim.affiliate() != other.claim.affiliate() && from().isBefore(other.until)
				&& other.from().isBefore(this.until);
	}

	/**
	 * The row that has to go where two holdings overlap: the claim that was read later.
	 */
	DatedRow laterClaim(Holding other) {
		DatedRow later = (this.claim.read() > other.claim.read()) ? this.claim : other.claim;
		if (later.read() >= 0) {
			return later;
		}
		// Both claims are of earlier runs, so a row of this run has made one of them last
		// longer.
		return (this.lastRead.read() > other.lastRead.read()) ? this.lastRead : other.lastRead;
	}

	/** The times for which an affiliate's rows hold one code. */
	static List<Holding> of(String code, NavigableMap<Instant, DatedRow> rows, Function<DatedRow, String> codeOf) {
		List<Holding> holdings = new ArrayList<>();
		DatedRow claim = null;
		DatedRow last = null;
		for (DatedRow row : rows.values()) {
			boolean holds = codeOf.apply(row).equals(code);
			if (!holds && claim != null && last != null) {
				holdings.add(new Holding(claim, last, row.from()));
				claim = null;
				last = null;
			}
			else if (holds) {
				claim = (claim != null) ? claim : row;
				last = laterRead(last, row);
			}
		}
		if (claim != null && last != null) {
			holdings.add(new Holding(claim, last, Instant.MAX));
		}
		return holdings;
	}

	private static DatedRow laterRead(@Nullable DatedRow former, DatedRow row) {
		return (former != null && former.read() > row.read()) ? former : row;
	}

}
