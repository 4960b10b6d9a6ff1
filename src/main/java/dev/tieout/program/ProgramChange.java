package dev.tieout.program;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One setting in which two programs differ over some time.
 *
 * @param version the date from which it differs, at which one of them or both have a
 * version; empty for what stands above the versions
 * @param key the setting, such as {@code commission.rate}; {@code effective-from} where
 * only one of the programs has begun
 * @param former what held, or empty where nothing of that key did
 * @param latter what holds instead, or empty where nothing of that key does
 * @param from the first instant from which the answer for an event may differ
 */
public record ProgramChange(Optional<LocalDate> version, String key, Optional<String> former, Optional<String> latter,
		Instant from) {

	@Override
	public String toString() {
		String where = this.version.map((date) -> "rules[" + date + "].").orElse("");
		return where + this.key + ": " + this.former.orElse("none") + " -> " + this.latter.orElse("none");
	}

}
