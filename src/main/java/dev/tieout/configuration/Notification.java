package dev.tieout.configuration;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Whom to tell, and of what. Its failure changes no run.
 *
 * @param on at least one cause
 * @param command a program and its arguments, started without a shell; arguments may hold
 * secrets
 * @param timeout how long it may take
 */
public record Notification(Set<NotificationCause> on, List<SecretText> command, Duration timeout) {

	public Notification {
		on = Set.copyOf(on);
		command = List.copyOf(command);
	}

}
