package dev.tieout.connections.jdbc;

/**
 * Numbers requests so that they ascend with import sequence and line (rules.md 4): a
 * file's number, then the line in it.
 */
final class RequestNumber {

	private static final int LINE_BITS = 32;

	private RequestNumber() {
	}

	static long of(int sequence, long line) {
		return ((long) sequence << LINE_BITS) + line;
	}

}
