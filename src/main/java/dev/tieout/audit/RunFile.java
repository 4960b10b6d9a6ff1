package dev.tieout.audit;

import java.util.Optional;

/**
 * A file as a run found it, with what became of its records.
 *
 * @param name the base name
 * @param kind affiliates, existing-customers, connections or orders
 * @param store the code of the store, for orders
 * @param state registered, reading, complete, failed, posted, duplicate, empty or
 * left_out
 * @param sha256 of its bytes
 * @param records records read
 * @param accepted records of accepted items
 * @param unchanged records of unchanged or repeated items
 * @param rejected records rejected with a reason
 * @param blankLines lines without anything in them
 * @param detail what a person should know about it
 * @param run the run that read it
 */
public record RunFile(String name, String kind, Optional<String> store, String state, String sha256, long records,
		long accepted, long unchanged, long rejected, long blankLines, Optional<String> detail, int run) {

	/**
	 * Returns whether every record is accounted for (rules.md 9, equation 1).
	 * @return whether records = accepted + unchanged + rejected
	 */
	public boolean closes() {
		return this.records == this.accepted + this.unchanged + this.rejected;
	}

}
