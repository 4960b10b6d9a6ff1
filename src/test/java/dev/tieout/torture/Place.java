package dev.tieout.torture;

import java.util.ArrayList;
import java.util.List;

/** The places where a command can be hit: a step, or something around the steps. */
final class Place {

	/** From the start of the process to the first step; the server may start. */
	static final String START = "before the steps";

	/** The run is posted, and its reports are not begun. */
	static final String POSTED = "between post and report";

	/** The run is over; the server may stop. */
	static final String END = "behind the steps";

	private static final List<String> JUDGING = List.of("scope", "reconcile", "index", "close");

	private static final List<String> POSTING = List.of("post", POSTED, "report", END);

	private static final List<String> READING = List.of("read affiliates", "settle affiliates",
			"read existing customers", "settle existing customers", "read connections", "settle connections",
			"read orders", "settle orders");

	private Place() {
	}

	/** All places of a command. */
	static List<String> of(String verb) {
		List<String> all = new ArrayList<>(List.of(START));
		if (verb.equals("run")) {
			all.addAll(READING);
		}
		all.addAll(JUDGING);
		if (verb.equals("apply")) {
			all.add("compare");
		}
		all.addAll(POSTING);
		return all;
	}

}
