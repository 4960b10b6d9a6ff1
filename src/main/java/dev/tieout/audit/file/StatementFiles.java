package dev.tieout.audit.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.tieout.audit.Statement;
import dev.tieout.audit.StatementEntry;
import dev.tieout.audit.StatementSink;

/**
 * Writes statements into files that only their owner may read. A statement's files get
 * their names when both are whole.
 */
public final class StatementFiles implements StatementSink, AutoCloseable {

	private final Function<Statement, Names> names;

	private final List<PendingFile> files = new ArrayList<>();

	private final List<StatementSink> sinks = new ArrayList<>();

	private Optional<StatementPage> page = Optional.empty();

	/**
	 * Creates a writer.
	 * @param names says which files a statement goes into
	 */
	public StatementFiles(Function<Statement, Names> names) {
		this.names = names;
	}

	/**
	 * Returns a writer of a page and a CSV for each statement, named by month and
	 * address.
	 * @param folder where they go, made if it is not there
	 * @return the writer
	 * @throws IOException if the folder cannot be made
	 */
	public static StatementFiles in(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			Files.createDirectory(folder, OwnerOnly.folder(folder));
		}
		return new StatementFiles((statement) -> {
			String name = "statement-" + statement.month() + "-" + AddressWord.of(statement.affiliate());
			return new Names(Optional.of(folder.resolve(name + ".html")), Optional.of(folder.resolve(name + ".csv")));
		});
	}

	@Override
	public void begin(Statement statement) throws IOException {
		Names asked = this.names.apply(statement);
		if (asked.html().isPresent()) {
			this.files.add(PendingFile.create(asked.html().get()));
			StatementPage opened = new StatementPage();
			this.page = Optional.of(opened);
			this.sinks.add(opened);
		}
		if (asked.csv().isPresent()) {
			PendingFile csv = PendingFile.create(asked.csv().get());
			this.files.add(csv);
			this.sinks.add(new StatementCsv(csv.out()));
		}
		for (StatementSink sink : this.sinks) {
			sink.begin(statement);
		}
	}

	@Override
	public void entry(StatementEntry entry) throws IOException {
		for (StatementSink sink : this.sinks) {
			sink.entry(entry);
		}
	}

	@Override
	public void end() throws IOException {
		for (StatementSink sink : this.sinks) {
			sink.end();
		}
		if (this.page.isPresent()) {
			this.files.get(0).out().write(this.page.get().bytes());
		}
		for (PendingFile file : this.files) {
			file.finish();
		}
		this.page = Optional.empty();
		this.sinks.clear();
		this.files.clear();
	}

	/** Leaves nothing behind of a statement that was not ended. */
	@Override
	public void close() throws IOException {
		for (PendingFile file : this.files) {
			file.discard();
		}
	}

	/**
	 * The files of a statement.
	 *
	 * @param html the page
	 * @param csv the rows
	 */
	public record Names(Optional<Path> html, Optional<Path> csv) {
	}

}
