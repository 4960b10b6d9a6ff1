package dev.tieout.records;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a UTF-8 file. Java's own readers replace what is not UTF-8; this one
 * stops in front of it and says at which byte.
 */
final class Utf8Source implements Closeable {

	private static final int CHUNK = 1 << 16;

	private final ReadableByteChannel channel;

	private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).flip();

	private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
		.onMalformedInput(CodingErrorAction.REPORT)
		.onUnmappableCharacter(CodingErrorAction.REPORT);

	private long bytesLoaded;

	private boolean ended;

	private boolean broken;

	Utf8Source(ReadableByteChannel channel) {
		this.channel = channel;
	}

	/**
	 * Reads characters.
	 * @param target where they go
	 * @param from the first index to fill; at least 2 must be free from there
	 * @return how many were read, or -1 at the end or in front of what is not UTF-8
	 */
	int read(char[] target, int from) throws IOException {
		CharBuffer chars = CharBuffer.wrap(target, from, target.length - from);
		while (!this.broken) {
			CoderResult result = this.decoder.decode(this.bytes, chars, this.ended);
			this.broken = result.isError();
			if (chars.position() > from) {
				return chars.position() - from;
			}
			if (this.broken || this.ended) {
				return -1;
			}
			load();
		}
		return -1;
	}

	/** Returns whether the source stopped in front of bytes that are not UTF-8. */
	boolean isBroken() {
		return this.broken;
	}

	/** Returns the place, from 1, of the first byte that was not decoded. */
	long bytePosition() {
		return this.bytesLoaded - this.bytes.remaining() + 1;
	}

	private void load() throws IOException {
		this.bytes.compact();
		int read = this.channel.read(this.bytes);
		this.bytes.flip();
		if (read < 0) {
			this.ended = true;
		}
		else {
			this.bytesLoaded += read;
		}
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
