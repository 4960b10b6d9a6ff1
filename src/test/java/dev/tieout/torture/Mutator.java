package dev.tieout.torture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Spoils texts: bytes, cells, lines, quotes, line ends, encodings. Two mutators with the
 * same random numbers spoil a text alike.
 */
final class Mutator {

	private static final int LONGEST_REPEAT = 3_000;

	private final SplittableRandom random;

	Mutator(SplittableRandom random) {
		this.random = random;
	}

	/** Returns a text to which up to four things have been done. */
	byte[] spoil(byte[] text, Treats treats) {
		byte[] spoilt = text;
		for (int steps = 1 + this.random.nextInt(4); steps > 0; steps--) {
			spoilt = step(spoilt, treats);
		}
		return spoilt;
	}

	private byte[] step(byte[] text, Treats treats) {
		int at = this.random.nextInt(text.length + 1);
		int to = Math.min(text.length, at + this.random.nextInt(20));
		return switch (this.random.nextInt(14)) {
			case 0 -> splice(text, at, at, new byte[] { (byte) this.random.nextInt(256) });
			case 1 -> splice(text, at, to, new byte[0]);
			case 2 -> splice(text, at, Math.min(text.length, at + 1), new byte[] { (byte) this.random.nextInt(256) });
			case 3 -> Arrays.copyOf(text, at);
			case 4 -> splice(text, at, at, Arrays.copyOfRange(text, at, to));
			case 5 -> splice(text, at, at, repeated(treats.of(this.random)));
			case 6 -> new String(text, StandardCharsets.UTF_8).replace("\n", ends()).getBytes(StandardCharsets.UTF_8);
			case 7 -> encoded(text);
			case 8 -> splice(text, 0, 0, new byte[] { (byte) 0xef, (byte) 0xbb, (byte) 0xbf });
			case 9 -> lines(text);
			default -> cell(text, at, treats.of(this.random));
		};
	}

	private String ends() {
		return new String[] { "\r\n", "\r", "\n\n", "\u2028", "\n \n" }[this.random.nextInt(5)];
	}

	private byte[] repeated(String treat) {
		int times = (this.random.nextInt(20) == 0) ? this.random.nextInt(LONGEST_REPEAT) : 1;
		return treat.repeat(times).getBytes(StandardCharsets.UTF_8);
	}

	private byte[] encoded(byte[] text) {
		String read = new String(text, StandardCharsets.UTF_8);
		return switch (this.random.nextInt(3)) {
			case 0 -> read.getBytes(StandardCharsets.UTF_16LE);
			case 1 -> read.getBytes(StandardCharsets.ISO_8859_1);
			default -> read.getBytes(StandardCharsets.UTF_16);
		};
	}

	/** Exchanges two lines, doubles one, or lets one be missing. */
	private byte[] lines(byte[] text) {
		String[] lines = new String(text, StandardCharsets.UTF_8).split("(?<=\n)");
		int one = this.random.nextInt(lines.length);
		int other = this.random.nextInt(lines.length);
		String kept = lines[one];
		switch (this.random.nextInt(3)) {
			case 0 -> lines[one] = lines[other];
			case 1 -> lines[one] = kept + kept;
			default -> lines[one] = "";
		}
		lines[other] = (one == other) ? lines[one] : kept;
		return String.join("", lines).getBytes(StandardCharsets.UTF_8);
	}

	/** Puts something in place of the cell, or of the word, at a place. */
	private byte[] cell(byte[] text, int at, String treat) {
		int from = at;
		while (from > 0 && !isEdge(text[from - 1])) {
			from--;
		}
		int to = at;
		while (to < text.length && !isEdge(text[to])) {
			to++;
		}
		return splice(text, from, to, treat.getBytes(StandardCharsets.UTF_8));
	}

	private static boolean isEdge(byte b) {
		return ",;\t\"\r\n|:{}[] ".indexOf(b) >= 0;
	}

	private static byte[] splice(byte[] text, int from, int to, byte[] put) {
		ByteArrayOutputStream out = new ByteArrayOutputStream(text.length + put.length);
		out.write(text, 0, from);
		out.writeBytes(put);
		out.write(text, to, text.length - to);
		return out.toByteArray();
	}

}
