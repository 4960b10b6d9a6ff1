package dev.tieout.proof;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one posting seals. Its text is what is hashed; the next seal names the hash.
 *
 * @param number 1 and up, without gaps
 * @param run the run that posted
 * @param postedAt when
 * @param entries what it posted
 * @param record what the run was registered with
 * @param controlTotals what it proved
 * @param files the files it posted
 * @param edition the hash of the program's edition
 * @param editionSource the SHA-256 of the text the edition was read from
 * @param operations those since the seal before
 * @param closings those since the seal before
 * @param previous the hash of the seal before, {@link Sha256#NONE} before the first
 */
public record Seal(int number, int run, Instant postedAt, SealedEntries entries, PartDigest record,
		PartDigest controlTotals, PartDigest files, String edition, String editionSource, PartDigest operations,
		PartDigest closings, String previous) {

	private static final String VERSION = "1";

	/**
	 * Returns the canonical text.
	 * @return lines {@code name: value}, each ended by a line feed
	 */
	public String text() {
		Map<String, String> lines = new LinkedHashMap<>();
		lines.put("tieout-seal", VERSION);
		lines.put("seal", Integer.toString(this.number));
		lines.put("run", Integer.toString(this.run));
		lines.put("posted-at", new CanonicalText().field(this.postedAt).toString());
		lines.put("entries", Long.toString(this.entries.count()));
		lines.put("first-entry", Long.toString(this.entries.first()));
		lines.put("last-entry", Long.toString(this.entries.last()));
		this.entries.sums().forEach((currency, sum) -> lines.put("sum-" + currency, sum.toString()));
		lines.put("entries-sha256", this.entries.sha256());
		lines.put("run-sha256", this.record.sha256());
		part(lines, "control-totals", this.controlTotals);
		part(lines, "files", this.files);
		lines.put("edition", this.edition);
		lines.put("edition-source-sha256", this.editionSource);
		part(lines, "operations", this.operations);
		part(lines, "closings", this.closings);
		lines.put("previous", this.previous);
		StringBuilder text = new StringBuilder();
		lines.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
		return text.toString();
	}

	/**
	 * Returns the seal's hash.
	 * @return the SHA-256 of its text
	 */
	public String hash() {
		return Sha256.of(text());
	}

	private static void part(Map<String, String> lines, String name, PartDigest digest) {
		lines.put(name, Long.toString(digest.count()));
		lines.put(name + "-sha256", digest.sha256());
	}

}
