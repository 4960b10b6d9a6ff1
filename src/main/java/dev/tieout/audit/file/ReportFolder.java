package dev.tieout.audit.file;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A folder that is being filled, by several threads at once; it knows the SHA-256 of each
 * of its files.
 */
final class ReportFolder {

	static final String SUMS = "SHA256SUMS";

	private static final int BLOCK = 1 << 16;

	private final Path path;

	private final Map<String, String> sums = Collections.synchronizedMap(new TreeMap<>());

	ReportFolder(Path path) {
		this.path = path;
	}

	Path path() {
		return this.path;
	}

	/**
	 * Creates a file that only its owner may read; its sum is taken when it is closed.
	 */
	OutputStream create(String name) throws IOException {
		MessageDigest digest = sha256();
		OutputStream out = new DigestOutputStream(new SyncedFile(open(name)), digest);
		return new BufferedOutputStream(out, BLOCK) {

			@Override
			public void close() throws IOException {
				super.close();
				ReportFolder.this.sums.put(name, HexFormat.of().formatHex(digest.digest()));
			}

		};
	}

	/** Writes the sums in the form that {@code sha256sum --check} reads. */
	void writeSums() throws IOException {
		StringBuilder text = new StringBuilder();
		this.sums.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
		try (OutputStream out = new SyncedFile(open(SUMS))) {
			out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
		}
	}

	private FileChannel open(String name) throws IOException {
		return FileChannel.open(this.path.resolve(name),
				Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.file(this.path));
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

	/** Is on the disk when it is closed: the folder's new name must not outlive it. */
	private static final class SyncedFile extends FilterOutputStream {

		private final FileChannel channel;

		SyncedFile(FileChannel channel) {
			super(Channels.newOutputStream(channel));
			this.channel = channel;
		}

		@Override
		public void write(byte[] bytes, int from, int length) throws IOException {
			this.out.write(bytes, from, length);
		}

		@Override
		public void close() throws IOException {
			if (this.channel.isOpen()) {
				this.channel.force(true);
			}
			super.close();
		}

	}

}
