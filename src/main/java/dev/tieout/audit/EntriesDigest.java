package dev.tieout.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of planned entries in their canonical form (files.md, Plans): one line an
 * entry in the order of posting, cells separated by tabs, each line ended by a line feed.
 * It is what a plan and its application are compared by, so the form never changes
 * without another format version of plans.
 */
public final class EntriesDigest {

	private final MessageDigest digest = sha256();

	private long count;

	/**
	 * Adds the next entry.
	 * @param entry in the order of posting
	 */
	public void add(PlannedEntry entry) {
		this.digest.update(canonical(entry).getBytes(StandardCharsets.UTF_8));
		this.count++;
	}

	/**
	 * Returns how many entries were added.
	 * @return the number
	 */
	public long count() {
		return this.count;
	}

	/**
	 * Returns the SHA-256 of all that was added, and begins anew.
	 * @return 64 hexadecimal digits
	 */
	public String sha256Hex() {
		this.count = 0;
		return HexFormat.of().formatHex(this.digest.digest());
	}

	/**
	 * Returns an entry's line.
	 * @param entry the entry
	 * @return the line, its line feed included
	 */
	static String canonical(PlannedEntry entry) {
		return String.join("\t", entry.type().name(), text(entry.store()), text(entry.order()),
				entry.orderedAt().toString(), Long.toString(entry.customer()), text(entry.affiliate()),
				entry.amount().minor().toString(), entry.amount().currency().getCurrencyCode(), entry.reason().name(),
				entry.period().toString(), entry.payableOn().toString(),
				entry.corrects().isPresent() ? Long.toString(entry.corrects().getAsLong()) : "", text(entry.file()),
				Long.toString(entry.line())) + "\n";
	}

	/** Without this, two different entries could have one line. */
	private static String text(String value) {
		return value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

}
