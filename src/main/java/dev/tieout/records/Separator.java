package dev.tieout.records;

/** Recognises a file's separator from its header. */
final class Separator {

	private static final String CANDIDATES = ",;\t";

	private Separator() {
	}

	/**
	 * Returns the candidate that stands most often outside quotes in the header; of equal
	 * numbers the comma, then the semicolon.
	 * @param beginning the file's beginning, at least the header
	 * @return comma, semicolon or tab
	 */
	static char of(CharSequence beginning) {
		int[] found = new int[CANDIDATES.length()];
		boolean quoted = false;
		boolean cellStart = true;
		boolean any = false;
		for (int i = 0; i < beginning.length(); i++) {
			char c = beginning.charAt(i);
			int candidate = CANDIDATES.indexOf(c);
			if (c == '"' && (quoted || cellStart)) {
				quoted = !quoted;
			}
			else if (!quoted && candidate >= 0) {
				found[candidate]++;
			}
			else if (!quoted && any && (c == '\n' || c == '\r')) {
				break;
			}
			cellStart = quoted ? false : candidate >= 0 || c == '"';
			any |= c > ' ';
		}
		return mostOften(found);
	}

	private static char mostOften(int[] found) {
		int best = 0;
		for (int i = 1; i < found.length; i++) {
			if (found[i] > found[best]) {
				best = i;
			}
		}
		return CANDIDATES.charAt(best);
	}

}
