package dev.tieout.operations;

/** Is told what a run is about while it is. */
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

}
