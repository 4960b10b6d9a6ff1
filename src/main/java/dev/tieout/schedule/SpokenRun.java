package dev.tieout.schedule;

import java.util.function.BooleanSupplier;

import dev.tieout.operations.RunObserver;

/**
 * Tells what a run of a job is about, and lets it go on until this process has to end.
 */
final class SpokenRun implements RunObserver {

	private final String job;

	private final Speech speech;

	private final BooleanSupplier ending;

	private volatile boolean begun;

	SpokenRun(String job, Speech speech, BooleanSupplier ending) {
		this.job = job;
		this.speech = speech;
		this.ending = ending;
	}

	@Override
	public void registered(int run, boolean resumed) {
		this.begun = true;
		this.speech.say(this.job + ": run " + run + (resumed ? " was not finished and goes on." : " begins."));
	}

	@Override
	public void waiting(String whatFor) {
		this.speech.say(this.job + ": " + whatFor);
	}

	boolean hasBegun() {
		return this.begun;
	}

	@Override
	public boolean wantsStop() {
		return this.ending.getAsBoolean();
	}

}
