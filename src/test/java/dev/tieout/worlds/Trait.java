package dev.tieout.worlds;

/** What a random world has only when it is asked for. */
public enum Trait {

	/**
	 * Requests without a date, at the start of some day. Such a world has no files: the
	 * instant would be its night's.
	 */
	UNDATED_REQUESTS,

	/** Orders with every tax treatment. In files it would be the input's setting. */
	ANY_TAX,

	/** Orders with several dated revisions; the latest is the one of the timelines. */
	REVISIONS,

	/**
	 * Days around a change of the clocks and local times that it skips or repeats: limits
	 * end in them. An even seed has the autumn's overlap, an odd one the spring's gap.
	 */
	CLOCK_CHANGES

}
