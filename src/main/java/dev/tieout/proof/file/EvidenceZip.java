package dev.tieout.proof.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip whose bytes depend on its content alone: no times, a fixed order. It knows the
 * SHA-256 of each of its files and ends with them.
 */
public final class EvidenceZip {

	private static final String SUMS = "SHA256SUMS";

	/** The earliest time a zip can tell. */
	private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

	private final ZipOutputStream zip;

	private final Map<String, String> sums = new TreeMap<>();

	/**
	 * Begins a zip.
	 * @param out where it goes; not closed
	 */
	public EvidenceZip(OutputStream out) {
		this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
	}

	/**
	 * Adds a text.
	 * @param name the file's
	 * @param text its content
	 * @throws IOException if it cannot be written
	 */
	public void add(String name, String text) throws IOException {
		add(name, (out) -> out.write(text.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * Adds a file.
	 * @param name its name in the zip
	 * @param file the file
	 * @throws IOException if it cannot be read or written
	 */
	public void add(String name, Path file) throws IOException {
		add(name, (out) -> {
			try (InputStream in = Files.newInputStream(file)) {
				in.transferTo(out);
			}
		});
	}

	/**
	 * Adds what something writes.
	 * @param name the file's
	 * @param content writes it
	 * @throws IOException if it cannot be written
	 */
	public void add(String name, Content content) throws IOException {
		MessageDigest digest = sha256();
		begin(name);
		DigestOutputStream out = new DigestOutputStream(this.zip, digest);
		content.writeTo(out);
		out.flush();
		this.zip.closeEntry();
		this.sums.put(name, HexFormat.of().formatHex(digest.digest()));
	}

	/**
	 * Adds the sums in the form that {@code sha256sum --check} reads, and ends the zip.
	 * @return how many files it has
	 * @throws IOException if it cannot be written
	 */
	public int finish() throws IOException {
		StringBuilder text = new StringBuilder();
		this.sums.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
		begin(SUMS);
		this.zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
		this.zip.closeEntry();
		this.zip.finish();
		return this.sums.size() + 1;
	}

	private void begin(String name) throws IOException {
		ZipEntry entry = new ZipEntry(name);
		entry.setTimeLocal(NO_TIME);
		this.zip.putNextEntry(entry);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform must have SHA-256", ex);
		}
	}

	/** Writes a file's content. */
	@FunctionalInterface
	public interface Content {

		/**
		 * Writes it.
		 * @param out where to; not to be closed
		 * @throws IOException if it cannot be written
		 */
		void writeTo(OutputStream out) throws IOException;

	}

}
