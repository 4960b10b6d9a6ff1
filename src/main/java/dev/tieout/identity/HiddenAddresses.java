package dev.tieout.identity;

/** Text that may be shown to anybody, whatever it was made of. */
public final class HiddenAddresses {

	private static final String AROUND = "'\"<>(),;";

	private HiddenAddresses() {
	}

	/**
	 * Returns text in which whatever may be an e-mail address is told, and not shown.
	 * @param text any text
	 * @return the same instance where nothing had to change
	 */
	public static String in(String text) {
		int at = text.indexOf('@');
		if (at < 0) {
			return text;
		}
		StringBuilder shown = new StringBuilder();
		int done = 0;
		while (at >= 0) {
			int from = at;
			while (from > done && isPart(text.charAt(from - 1))) {
				from--;
			}
			int to = at + 1;
			while (to < text.length() && isPart(text.charAt(to))) {
				to++;
			}
			shown.append(text, done, from).append("(an address)");
			done = to;
			at = text.indexOf('@', to);
		}
		return shown.append(text, done, text.length()).toString();
	}

	private static boolean isPart(char c) {
		return !PlainText.isWhiteSpace(c) && AROUND.indexOf(c) < 0;
	}

}
