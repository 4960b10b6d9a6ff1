package dev.tieout.proof.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.tieout.proof.KnownSeal;
import dev.tieout.proof.KnownSeals;

/**
 * The file {@code seals.txt} beside the reports: what is known of seals outside the
 * database, a line each. It only grows; copy it to where the database's administrators
 * cannot write.
 */
public final class SealsFile {

	/** The file's name in the directory of the reports. */
	public static final String NAME = "seals.txt";

	private static final Set<OpenOption> APPEND = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

	private final Path file;

	/**
	 * Creates access to the file.
	 * @param file need not be there yet
	 */
	public SealsFile(Path file) {
		this.file = file;
	}

	/**
	 * Returns the seals the file knows.
	 * @return none where there is no such file
	 * @throws IOException if it cannot be read
	 */
	public List<KnownSeal> known() throws IOException {
		return Files.exists(this.file) ? read().seals() : List.of();
	}

	/**
	 * Reads the file.
	 * @return its seals, and the lines that are none
	 * @throws IOException if it cannot be read
	 */
	public KnownSeals read() throws IOException {
		List<KnownSeal> seals = new ArrayList<>();
		List<Integer> unreadable = new ArrayList<>();
		List<String> lines = new String(Files.readAllBytes(this.file), StandardCharsets.UTF_8).lines().toList();
		for (int i = 0; i < lines.size(); i++) {
			Optional<KnownSeal> seal = KnownSeal.parse(lines.get(i));
			seal.ifPresent(seals::add);
			if (seal.isEmpty()) {
				unreadable.add(i + 1);
			}
		}
		return new KnownSeals(String.valueOf(this.file.getFileName()), seals, unreadable);
	}

	/**
	 * Adds seals at the end, on the disk when this returns. A line that a crash has cut
	 * off is completed or begun anew; a line that cannot be written leaves none of it.
	 * @param seals in the order of their numbers
	 * @throws IOException if they cannot be written
	 */
	public void append(List<KnownSeal> seals) throws IOException {
		if (seals.isEmpty()) {
			return;
		}
		Path directory = this.file.toAbsolutePath().getParent();
		if (directory != null) {
			Files.createDirectories(directory, rights("rwx------"));
		}
		StringBuilder lines = new StringBuilder();
		seals.forEach((seal) -> lines.append(seal.line()).append('\n'));
		try (FileChannel channel = FileChannel.open(this.file, APPEND, rights("rw-------"))) {
			long end = wholeLines();
			ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
			try {
				long at = end;
				while (bytes.hasRemaining()) {
					at += channel.write(bytes, at);
				}
				channel.truncate(at);
			}
			catch (IOException ex) {
				channel.truncate(end);
				throw ex;
			}
			channel.force(true);
		}
	}

	/** Where the last whole line ends. */
	private long wholeLines() throws IOException {
		byte[] content = Files.readAllBytes(this.file);
		int end = content.length;
		while (end > 0 && content[end - 1] != '\n') {
			end--;
		}
		return end;
	}

	private FileAttribute<?>[] rights(String rights) {
		return this.file.getFileSystem().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights)) }
				: new FileAttribute<?>[0];
	}

}
