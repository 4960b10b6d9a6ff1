package dev.tieout.job;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import dev.tieout.bulk.AsynchronousCommit;
import dev.tieout.records.FileHash;
import dev.tieout.records.Item;
import dev.tieout.records.ItemReader;
import dev.tieout.records.UnusableFileException;
import dev.tieout.records.jdbc.RejectRows;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Reads one file in chunks: usable rows, rejects, counts and the position in the file are
 * one transaction, so a reading that was cut off goes on exactly where it stopped. A file
 * that fails as a whole ends here with its reason; the run's other files are still read,
 * so that an operator sees all problems at once.
 *
 * @param <T> what the file's records hold
 */
final class FileReading<T> implements ItemStreamReader<Item<T>>, ItemWriter<Item<T>>, StepExecutionListener {

	private static final String POSITION = "items";

	private static final long PIECE = 100_000;

	private final RegisteredFile file;

	private final FileImport<T> target;

	private final RunTables tables;

	private final DataSource dataSource;

	private final StopFlag stop;

	private final RejectRows rejectRows = new RejectRows();

	private @Nullable ItemReader<T> reader;

	private long items;

	private String failure = "";

	FileReading(RegisteredFile file, FileImport<T> target, RunTables tables, DataSource dataSource, StopFlag stop) {
		this.file = file;
		this.target = target;
		this.tables = tables;
		this.dataSource = dataSource;
		this.stop = stop;
	}

	@Override
	public void open(ExecutionContext context) {
		this.items = context.getLong(POSITION, 0);
		try {
			refuseChangedFile();
			this.reader = this.target.open();
			skip(this.reader);
		}
		catch (UnusableFileException unusable) {
			this.failure = String.valueOf(unusable.getMessage());
		}
	}

	/** What was read before is passed in pieces: a large file takes its time. */
	private void skip(ItemReader<T> opened) {
		for (long left = this.items; left > 0; left -= PIECE) {
			if (this.stop.isRaised()) {
				throw new StepStoppedException("stopped on the way to where it was");
			}
			opened.skip(Math.min(left, PIECE));
		}
	}

	@Override
	public @Nullable Item<T> read() {
		if (this.reader == null || !this.failure.isEmpty()) {
			return null;
		}
		try {
			Optional<Item<T>> item = this.reader.next();
			this.items += item.isPresent() ? 1 : 0;
			return item.orElse(null);
		}
		catch (UnusableFileException unusable) {
			this.failure = String.valueOf(unusable.getMessage());
			return null;
		}
	}

	@Override
	public void update(ExecutionContext context) {
		context.putLong(POSITION, this.items);
	}

	@Override
	public void write(Chunk<? extends Item<T>> chunk) throws SQLException {
		List<Item.Accepted<T>> accepted = new ArrayList<>(chunk.size());
		List<Item.Rejected<T>> rejected = new ArrayList<>();
		long records = 0;
		long lastLine = 0;
		for (Item<T> item : chunk) {
			records += item.records();
			lastLine = item.line();
			if (item instanceof Item.Accepted<T> usable) {
				accepted.add(usable);
			}
			else if (item instanceof Item.Rejected<T> unusable) {
				rejected.add(unusable);
				lastLine = Math.max(lastLine, unusable.rejects().get(unusable.rejects().size() - 1).line());
			}
		}
		long rejects = rejected.stream().mapToLong(Item::records).sum();
		Connection connection = DataSourceUtils.getConnection(this.dataSource);
		try {
			AsynchronousCommit.choose(connection);
			int unchanged = accepted.isEmpty() ? 0 : this.target.write(accepted, connection);
			this.rejectRows.write(this.file.number(), rejected, connection);
			this.tables.count(this.file.number(), records, unchanged, rejects, blankLines(), lastLine, bytesRead());
		}
		finally {
			DataSourceUtils.releaseConnection(connection, this.dataSource);
		}
	}

	@Override
	public void close() {
		if (this.reader != null) {
			this.reader.close();
			this.reader = null;
		}
	}

	@Override
	public @Nullable ExitStatus afterStep(StepExecution execution) {
		if (execution.getStatus() != BatchStatus.COMPLETED) {
			return null;
		}
		try {
			markAsRead();
			return null;
		}
		catch (RuntimeException ex) {
			// Batch only logs what a listener throws: the step would end COMPLETED and
			// nobody would ever judge the file.
			execution.addFailureException(ex);
			execution.setStatus(BatchStatus.FAILED);
			return ExitStatus.FAILED;
		}
	}

	private void markAsRead() {
		if (this.failure.isEmpty()) {
			this.tables.readToEnd(this.file.number(), blankLines());
		}
		else {
			this.tables.fail(this.file.number(), this.failure);
		}
	}

	private long bytesRead() {
		return (this.reader != null) ? this.reader.bytesRead() : 0;
	}

	private long blankLines() {
		return (this.reader != null) ? this.reader.blankLines() : 0;
	}

	/**
	 * The run judges the bytes it registered, not others that came under the same name.
	 */
	private void refuseChangedFile() {
		try {
			if (hasChanged()) {
				this.failure = "%s: the file is not the one that this run registered (%d bytes, SHA-256 %s); let files be complete before a run, and run again"
					.formatted(this.file.name(), this.file.bytes(), this.file.sha256());
			}
		}
		catch (IOException ex) {
			this.failure = "%s: the file was there when this run registered it, but cannot be read now: %s"
				.formatted(this.file.name(), ex.getMessage());
		}
	}

	/**
	 * Its bytes are only hashed again where size and time leave a doubt, or time has
	 * passed.
	 */
	private boolean hasChanged() throws IOException {
		if (Files.size(this.file.path()) != this.file.bytes()) {
			return true;
		}
		boolean sameTime = Files.getLastModifiedTime(this.file.path())
			.toInstant()
			.truncatedTo(ChronoUnit.MICROS)
			.equals(this.file.modified());
		boolean resumed = this.items > 0;
		return (resumed || !sameTime) && !hash().equals(this.file.sha256());
	}

	private String hash() {
		return FileHash.sha256(this.file.path(), this.stop::isRaised)
			.orElseThrow(() -> new StepStoppedException("stopped while it looked whether the file is still the same"));
	}

}
