package dev.tieout.configuration;

/** What an operator can be told of. */
public enum NotificationCause {

	FAILED, LATE, MISSING

}
