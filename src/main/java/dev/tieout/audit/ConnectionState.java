package dev.tieout.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import dev.tieout.attribution.Ending;

/** What a connection is at an instant (files.md, Exports). */
public enum ConnectionState {

	LIVE, EXPIRED, LIMIT_REACHED, DISCONNECTED, REPLACED;

	/**
	 * Returns a connection's state.
	 * @param endedAt its end, which may lie ahead
	 * @param ending what ends it
	 * @param now the instant that is asked for
	 * @return live until its end, then what ended it
	 */
	public static ConnectionState at(Optional<Instant> endedAt, Optional<Ending> ending, Instant now) {
		if (endedAt.isEmpty() || endedAt.get().isAfter(now)) {
			return LIVE;
		}
		return valueOf(ending.orElseThrow().name());
	}

	/**
	 * Returns the state a word names.
	 * @param word as on the command line
	 * @return the state, or empty where there is none of that name
	 */
	public static Optional<ConnectionState> named(String word) {
		return Arrays.stream(values()).filter((state) -> state.word().equals(word)).findFirst();
	}

	/**
	 * Returns the word of the export.
	 * @return for example {@code limit_reached}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
