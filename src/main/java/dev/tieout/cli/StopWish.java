package dev.tieout.cli;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** Whether the process was told to end, and who tells the operator that it will. */
final class StopWish {

	private static final String SAID = "Stopping at the next chunk; nothing is lost.";

	private boolean made;

	private @Nullable Consumer<String> voice;

	/** Makes the wish. It cannot be taken back. */
	synchronized void make() {
		this.made = true;
		if (this.voice != null) {
			this.voice.accept(SAID);
		}
	}

	synchronized boolean isMade() {
		return this.made;
	}

	/** Says who tells the operator that the run stops, at once if it has to. */
	synchronized void tell(Consumer<String> voice) {
		this.voice = voice;
		if (this.made) {
			voice.accept(SAID);
		}
	}

}
