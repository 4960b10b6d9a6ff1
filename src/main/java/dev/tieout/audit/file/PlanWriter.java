package dev.tieout.audit.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import dev.tieout.audit.EntriesDigest;
import dev.tieout.audit.Plan;
import dev.tieout.audit.PlannedEntry;

/**
 * Writes a plan's two files, which only their owner may read: under temporary names
 * first, the document's own name last, so that a document is never there without its
 * list. Closed before it has published, it leaves nothing behind.
 */
public final class PlanWriter implements AutoCloseable {

	private static final int BUFFERED = 1 << 16;

	private final PlanFile file;

	private final Path temporaryCsv;

	private final Path temporaryDocument;

	private final FileChannel channel;

	private final MessageDigest csvDigest = FileDigest.sha256();

	private final OutputStream out;

	private final PlanCsv csv = new PlanCsv();

	private final EntriesDigest digest = new EntriesDigest();

	private final List<PlannedEntry> first = new ArrayList<>();

	PlanWriter(PlanFile file) throws IOException {
		this.file = file;
		Path document = file.document().toAbsolutePath().normalize();
		String unique = ".tieout-" + UUID.randomUUID();
		this.temporaryCsv = document.resolveSibling(unique + ".csv.part");
		this.temporaryDocument = document.resolveSibling(unique + ".part");
		this.channel = create(this.temporaryCsv);
		this.out = new BufferedOutputStream(
				new DigestOutputStream(Channels.newOutputStream(this.channel), this.csvDigest), BUFFERED);
		this.out.write(PlanCsv.HEADER.getBytes(StandardCharsets.US_ASCII));
	}

	/**
	 * Adds the next entry.
	 * @param entry in the order of posting
	 * @throws IOException if it cannot be written
	 */
	public void add(PlannedEntry entry) throws IOException {
		this.digest.add(entry);
		if (this.first.size() < Plan.SHOWN) {
			this.first.add(entry);
		}
		this.csv.add(entry);
		if (this.csv.rows().size() >= BUFFERED) {
			this.csv.rows().writeTo(this.out);
		}
	}

	/**
	 * Ends the list and writes the document beside it, both still under temporary names.
	 * @param plan makes the plan of its entries
	 * @return the plan with the SHA-256 of its document
	 * @throws IOException if they cannot be written
	 */
	public Written write(Function<Plan.Entries, Plan> plan) throws IOException {
		this.csv.rows().writeTo(this.out);
		this.out.flush();
		this.channel.force(true);
		this.channel.close();
		long count = this.digest.count();
		Plan made = plan
			.apply(new Plan.Entries(count, this.digest.sha256Hex(), this.file.csv().getFileName().toString(),
					HexFormat.of().formatHex(this.csvDigest.digest()), this.first));
		byte[] document = PlanJson.write(made);
		try (FileChannel to = create(this.temporaryDocument); OutputStream bytes = Channels.newOutputStream(to)) {
			bytes.write(document);
			to.force(true);
		}
		return new Written(made, FileDigest.of(document));
	}

	/**
	 * Gives both files their names.
	 * @throws FileAlreadyExistsException if one has come to be there meanwhile
	 * @throws IOException if they cannot be moved
	 */
	public void publish() throws IOException {
		Optional<String> obstacle = this.file.obstacle();
		if (obstacle.isPresent()) {
			throw new FileAlreadyExistsException(this.file.document().toString(), null, obstacle.get());
		}
		Files.move(this.temporaryCsv, this.file.csv());
		Files.move(this.temporaryDocument, this.file.document());
	}

	@Override
	public void close() throws IOException {
		try {
			this.channel.close();
		}
		finally {
			Files.deleteIfExists(this.temporaryCsv);
			Files.deleteIfExists(this.temporaryDocument);
		}
	}

	private static FileChannel create(Path file) throws IOException {
		return FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
				OwnerOnly.file(file));
	}

	/**
	 * A plan as it is written.
	 *
	 * @param plan the plan
	 * @param sha256 of its document's bytes
	 */
	public record Written(Plan plan, String sha256) {

	}

}
