package dev.tieout.operations;

/** Is told what a run is about while it is, and asked whether it is to go on. */
public interface RunObserver {

	/** Does not listen. */
	RunObserver SILENT = new RunObserver() {

		@Override
		public void registered(int run, boolean resumed) {
		}

		@Override
		public void waiting(String whatFor) {
		}
	};

	/**
	 * A new run is being registered. Called in the transaction that does it: what is
	 * written here is committed with the run, and what is thrown undoes both.
	 * @param run its number
	 */
	default void registering(int run) {
	}

	/**
	 * A run has begun.
	 * @param run its number
	 * @param resumed whether it is an unfinished one that goes on
	 */
	void registered(int run, boolean resumed);

	/**
	 * A dry run or plan that was cut off is given up.
	 * @param run its number
	 */
	default void abandoned(int run) {
	}

	/**
	 * The command waits.
	 * @param whatFor a sentence
	 */
	void waiting(String whatFor);

	/**
	 * Returns whether the run is to stop: before it has begun at once, later at its next
	 * chunk boundary. Asked often, by several threads.
	 * @return true for ever, once it was true
	 */
	default boolean wantsStop() {
		return false;
	}

}
