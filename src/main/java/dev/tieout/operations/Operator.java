package dev.tieout.operations;

import java.util.Optional;

/**
 * Who asks.
 *
 * @param user the system's user
 * @param as the name given beside it
 */
public record Operator(String user, Optional<String> as) {

	/** A process that serves: the system's user, as {@code serve}. */
	static final Operator SERVE = ofThisProcess(Optional.of("serve"));

	/**
	 * Returns the user of this process.
	 * @param as the name given with {@code --as}
	 * @return the operator
	 */
	public static Operator ofThisProcess(Optional<String> as) {
		return new Operator(System.getProperty("user.name", "unknown"), as);
	}

}
