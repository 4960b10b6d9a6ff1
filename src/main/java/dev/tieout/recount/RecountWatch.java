package dev.tieout.recount;

/** Is told which check is at work. */
@FunctionalInterface
public interface RecountWatch {

	/** Does not look. */
	RecountWatch BLIND = (check, done) -> {
	};

	/**
	 * A check begins.
	 * @param check which
	 * @param done how many are done
	 */
	void begins(Check check, int done);

}
