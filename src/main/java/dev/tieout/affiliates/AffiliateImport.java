package dev.tieout.affiliates;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What all affiliate files of a run come to, once they have been read (rules.md 3): the
 * rows they add, the lines that change nothing, and the ones that claim a code somebody
 * else holds. Pure.
 */
public final class AffiliateImport {

	private final Map<Integer, AffiliateHistory> histories = new HashMap<>();

	private final Instant undated;

	private final List<DuplicateCode> duplicates = new ArrayList<>();

	private AffiliateImport(Instant undated) {
		this.undated = undated;
	}

	/**
	 * Applies a run's lines.
	 * @param former the rows of earlier runs, in the order in which they were imported
	 * @param lines the run's lines in reading order
	 * @param undated from when a line without a date holds
	 * @return what they come to
	 */
	public static AffiliateImport of(List<DatedRow> former, List<ReadLine> lines, Instant undated) {
		AffiliateImport result = new AffiliateImport(undated);
		former.forEach((row) -> result.history(row.affiliate()).addFormer(row));
		lines.forEach((line) -> result.history(line.affiliate()).addLine(line));
		result.histories.values().forEach((history) -> history.apply(undated));
		result.rejectDuplicates();
		return result;
	}

	/** The rows to add, by affiliate. */
	public List<DatedRow> added() {
		return this.histories.values().stream().flatMap((history) -> history.added().stream()).toList();
	}

	/** The lines that say what held already. */
	public List<ReadLine> unchanged() {
		return this.histories.values().stream().flatMap((history) -> history.unchangedLines().stream()).toList();
	}

	/** The lines that are rejected, in the order in which they were. */
	public List<DuplicateCode> duplicates() {
		return List.copyOf(this.duplicates);
	}

	private void rejectDuplicates() {
		CodeClaims coupons = new CodeClaims("coupon", (row) -> row.row().coupon(), this.histories);
		CodeClaims referrals = new CodeClaims("ref_code", (row) -> row.row().referralCode(), this.histories);
		Optional<CodeClaims.Conflict> conflict = first(coupons, referrals);
		while (conflict.isPresent()) {
			DatedRow loser = conflict.get().loser();
			this.duplicates.add(new DuplicateCode(loser.file(), loser.line(), conflict.get().column(),
					conflict.get().code(), conflict.get().holder()));
			Set<String> formerCoupons = coupons.codes(loser.affiliate());
			Set<String> formerReferrals = referrals.codes(loser.affiliate());
			history(loser.affiliate()).reject(loser.read(), this.undated);
			coupons.recheck(loser.affiliate(), formerCoupons);
			referrals.recheck(loser.affiliate(), formerReferrals);
			conflict = first(coupons, referrals);
		}
	}

	private static Optional<CodeClaims.Conflict> first(CodeClaims coupons, CodeClaims referrals) {
		return Stream.of(coupons.first(), referrals.first())
			.flatMap(Optional::stream)
			.min((a, b) -> Integer.compare(a.loser().read(), b.loser().read()));
	}

	private AffiliateHistory history(int affiliate) {
		return this.histories.computeIfAbsent(affiliate, (key) -> new AffiliateHistory());
	}

	/**
	 * A line whose code somebody else holds at the same instant.
	 *
	 * @param file the file's number
	 * @param line the line in it
	 * @param column {@code coupon} or {@code ref_code}
	 * @param code in lower case
	 * @param holder the number of the affiliate who holds it
	 */
	public record DuplicateCode(int file, long line, String column, String code, int holder) {

	}

}
