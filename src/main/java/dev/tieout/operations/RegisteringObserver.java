package dev.tieout.operations;

import java.util.function.IntConsumer;

/**
 * Notes a run in the transaction that registers it, and passes on all else.
 *
 * @param observer is told what happens
 * @param registering takes the run's number
 */
record RegisteringObserver(RunObserver observer, IntConsumer registering) implements RunObserver {

	@Override
	public void registering(int run) {
		this.registering.accept(run);
	}

	@Override
	public void registered(int run, boolean resumed) {
		this.observer.registered(run, resumed);
	}

	@Override
	public void waiting(String whatFor) {
		this.observer.waiting(whatFor);
	}

	@Override
	public boolean wantsStop() {
		return this.observer.wantsStop();
	}

}
