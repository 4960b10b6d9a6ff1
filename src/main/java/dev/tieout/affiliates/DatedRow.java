package dev.tieout.affiliates;

import java.time.Instant;

import dev.tieout.attribution.AffiliateRow;

/**
 * A whole row of an affiliate with the line it came from.
 *
 * @param affiliate the affiliate's number
 * @param row what holds from its instant on
 * @param name what the affiliate is called, empty where unknown
 * @param file the file's number
 * @param line the line in it
 * @param read the place in the run's reading order; -1 for rows of earlier runs
 */
public record DatedRow(int affiliate, AffiliateRow row, String name, int file, long line, int read) {

	Instant from() {
		return this.row.from();
	}

	/** Whether this row says just what another says, whenever they begin. */
	boolean says(DatedRow other) {
		return this.row.status() == other.row.status() && this.row.group().equals(other.row.group())
				&& this.row.referralCode().equals(other.row.referralCode())
				&& this.row.coupon().equals(other.row.coupon()) && this.name.equals(other.name);
	}

}
