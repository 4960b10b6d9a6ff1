package dev.tieout.audit;

import java.util.Locale;
import java.util.Set;

import dev.tieout.money.Money;

/** The form that masked text has. */
final class MaskedText {

	private static final String HIDDEN = "***";

	/** Between these, a file's cell or a part of it stands. */
	private static final String SEPARATORS = ",;\t\r\n\"|:";

	/** Words that say something about an order and nothing about a person. */
	private static final Set<String> KNOWN_WORDS = Set.of("paid", "partially_refunded", "pending", "refunded",
			"cancelled", "failed", "voided", "authorized", "partially_paid", "expired", "processing", "completed",
			"on-hold", "checkout-draft", "draft", "new", "trash", "connect", "disconnect", "active", "blocked", "true",
			"false", "yes", "no", "fulfilled", "unfulfilled", "partial", "web", "pos", "name", "product_id", "sku",
			"quantity", "total", "sub_total", "amount", "reason", "code");

	private MaskedText() {
	}

	static String address(String text) {
		if (text.isEmpty()) {
			return text;
		}
		int at = text.lastIndexOf('@');
		String first = text.substring(0, text.offsetByCodePoints(0, 1));
		if (at < 0) {
			return first + HIDDEN;
		}
		return (at == 0) ? HIDDEN : first + HIDDEN + text.substring(at);
	}

	static String addressesIn(String text) {
		if (text.indexOf('@') < 0) {
			return text;
		}
		StringBuilder masked = new StringBuilder(text.length());
		int done = 0;
		for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', done)) {
			int from = at;
			while (from > done && !endsAddress(text.charAt(from - 1))) {
				from--;
			}
			int to = at + 1;
			while (to < text.length() && !endsAddress(text.charAt(to))) {
				to++;
			}
			if (text.charAt(from) == '\'') {
				from++;
			}
			masked.append(text, done, from).append(address(text.substring(from, to)));
			done = to;
		}
		return masked.append(text, done, text.length()).toString();
	}

	static String quotesIn(String text) {
		StringBuilder masked = new StringBuilder(text.length());
		int done = 0;
		for (int open = text.indexOf('\''); open >= 0; open = text.indexOf('\'', done)) {
			int close = closingQuote(text, open + 1);
			masked.append(text, done, open + 1);
			masked.append(address(text.substring(open + 1, close)));
			done = close;
			if (done < text.length()) {
				masked.append('\'');
				done++;
			}
		}
		return masked.append(text, done, text.length()).toString();
	}

	/** A quote inside a name is followed by a letter, the one that closes is not. */
	private static int closingQuote(String text, int from) {
		for (int i = from; i < text.length(); i++) {
			if (text.charAt(i) == '\'' && (i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1)))) {
				return i;
			}
		}
		return text.length();
	}

	static String record(String record) {
		StringBuilder masked = new StringBuilder(record.length());
		int from = 0;
		for (int i = 0; i <= record.length(); i++) {
			if (i == record.length() || SEPARATORS.indexOf(record.charAt(i)) >= 0) {
				masked.append(cell(record.substring(from, i)));
				if (i < record.length()) {
					masked.append(record.charAt(i));
				}
				from = i + 1;
			}
		}
		return masked.toString();
	}

	private static String cell(String cell) {
		String text = cell.strip();
		if (text.indexOf('@') >= 0) {
			return address(text);
		}
		if (text.codePoints().noneMatch(Character::isLetter) || isCode(text)) {
			return cell;
		}
		return address(text);
	}

	private static boolean isCode(String text) {
		if (text.codePoints().anyMatch(Character::isWhitespace)) {
			return false;
		}
		return text.codePoints().anyMatch(Character::isDigit) || KNOWN_WORDS.contains(text.toLowerCase(Locale.ROOT))
				|| (text.equals(text.toUpperCase(Locale.ROOT)) && Money.currency(text).isPresent());
	}

	private static boolean endsAddress(char c) {
		return Character.isWhitespace(c) || SEPARATORS.indexOf(c) >= 0 || c == '<' || c == '>' || c == '(' || c == ')';
	}

}
