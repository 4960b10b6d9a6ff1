package dev.tieout.proof;

/** Is told how far a verification is. */
@FunctionalInterface
public interface ProofWatch {

	/** Does not look. */
	ProofWatch BLIND = (step, done, total, unit) -> {
	};

	/**
	 * So far it is.
	 * @param step what is being recomputed
	 * @param done how much of it
	 * @param total of how much; 0 where that is not known
	 * @param unit what is counted; empty where nothing is
	 */
	void reached(String step, long done, long total, String unit);

}
