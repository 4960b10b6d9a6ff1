package dev.tieout.audit.file;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import dev.tieout.identity.AddressHash;

/**
 * Text that came from outside as a word in which nothing has a meaning, neither for a
 * file system nor for a plain-text ledger: letters, digits and {@code @ . _ + -} stand
 * for themselves, each other byte of its UTF-8 is a percent sign and two digits.
 */
final class AddressWord {

	private static final String KEPT = "@._+-";

	/** File systems take names of 255 bytes. */
	private static final int LONGEST = 180;

	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	private AddressWord() {
	}

	/** As part of a file's name: too long ones are cut and told apart by a hash. */
	static String of(String address) {
		String word = escaped(address, KEPT);
		return (word.length() <= LONGEST) ? word
				: word.substring(0, LONGEST) + "-" + new AddressHash(new byte[0]).of(address);
	}

	/** In full, with these characters besides letters and digits. */
	static String escaped(String text, String kept) {
		StringBuilder word = new StringBuilder(text.length());
		for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
			char c = (char) (b & 0xff);
			boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
			if (plain || kept.indexOf(c) >= 0) {
				word.append(c);
			}
			else {
				word.append('%').append(HEX.toHexDigits(b));
			}
		}
		return word.toString();
	}

}
