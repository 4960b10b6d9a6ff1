package dev.tieout.proof.jdbc;

import java.util.ArrayList;
import java.util.List;

import dev.tieout.proof.Finding;

/** Collects what is wrong; a wrong ledger need not be told in millions of lines. */
final class Findings {

	private static final int MOST = 50;

	private final List<Finding> found = new ArrayList<>();

	void add(String subject, String wrong, String says, String should) {
		if (!isFull()) {
			this.found.add(new Finding(subject, wrong, says, should));
		}
	}

	boolean isFull() {
		return this.found.size() >= MOST;
	}

	List<Finding> all() {
		return List.copyOf(this.found);
	}

}
