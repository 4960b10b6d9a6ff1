package dev.tieout.identity;

import java.util.Optional;

/**
 * An e-mail address in the form in which addresses are compared.
 *
 * @param value lower case, trimmed, NFC; exactly one {@code @} with something on both
 * sides and no white space (rules.md 2)
 */
public record EmailAddress(String value) {

	public EmailAddress {
		if (!isAddress(value)) {
			throw new IllegalArgumentException("'" + value + "' is not an e-mail address");
		}
	}

	/**
	 * Returns the address a text holds.
	 * @param text as it was written, for example with capitals or outer blanks
	 * @return the address, or empty where the text is none
	 */
	public static Optional<EmailAddress> parse(String text) {
		String value = PlainText.lowerCase(text);
		return isAddress(value) ? Optional.of(new EmailAddress(value)) : Optional.empty();
	}

	/**
	 * Returns whether a text, already in the form in which addresses are compared, is an
	 * address.
	 * @param value what {@link PlainText#lowerCase} answered
	 * @return whether rules.md 2 calls it valid
	 */
	public static boolean isAddress(String value) {
		int at = value.indexOf('@');
		if (at < 1 || at == value.length() - 1 || value.indexOf('@', at + 1) >= 0) {
			return false;
		}
		for (int i = 0; i < value.length(); i++) {
			if (PlainText.isWhiteSpace(value.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	@Override
	public String toString() {
		return this.value;
	}

}
