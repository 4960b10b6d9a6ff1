package dev.tieout.attribution;

import java.time.Instant;
import java.util.List;

import dev.tieout.identity.EmailAddress;

/**
 * An affiliate with its dated rows.
 *
 * @param number 1 or more
 * @param address who it is
 * @param rows ascending by instant, no two of one instant; none for one that only
 * requests name
 */
public record Affiliate(int number, EmailAddress address, List<AffiliateRow> rows) {

	public Affiliate {
		rows = List.copyOf(rows);
		for (int i = 1; i < rows.size(); i++) {
			if (!rows.get(i - 1).from().isBefore(rows.get(i).from())) {
				throw new IllegalArgumentException("rows of " + address + " must ascend");
			}
		}
	}

	/** The index of the row that holds at an instant, or -1 before the first. */
	int rowAt(Instant instant) {
		int at = this.rows.size() - 1;
		while (at >= 0 && this.rows.get(at).from().isAfter(instant)) {
			at--;
		}
		return at;
	}

}
