package dev.tieout.configuration;

/** What happens when a job's time has passed while nothing was there to start it. */
public enum Misfire {

	RUN_ONCE, SKIP

}
