package dev.tieout.records;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.tieout.records.Item.Accepted;
import dev.tieout.records.Item.Rejected;

/**
 * Reads files in which each record stands for itself.
 *
 * @param <T> what a record holds
 */
public final class SingleRecords<T> implements ItemReader<T> {

	private final DelimitedFile file;

	private final RecordMapper<T> mapper;

	private final boolean empty;

	private long recordsRead;

	/**
	 * Opens a file and finds its columns.
	 * @param path the file
	 * @param layout makes a mapper once it has the columns it needs
	 * @param <T> what a record holds
	 * @return the file's items
	 * @throws UnusableFileException when the file as a whole cannot be used
	 */
	public static <T> ItemReader<T> open(Path path, Function<Columns, RecordMapper<T>> layout) {
		DelimitedFile file = DelimitedFile.open(path);
		try {
			Columns columns = new Columns(file);
			RecordMapper<T> mapper = layout.apply(columns);
			columns.check();
			return new SingleRecords<>(file, mapper);
		}
		catch (UnusableFileException unusable) {
			file.close();
			throw unusable;
		}
	}

	private SingleRecords(DelimitedFile file, RecordMapper<T> mapper) {
		this.file = file;
		this.mapper = mapper;
		this.empty = file.isAtEnd();
	}

	@Override
	public Optional<Item<T>> next() {
		Optional<FileRecord> record = this.file.next();
		if (record.isEmpty()) {
			return Optional.empty();
		}
		this.recordsRead++;
		return Optional.of(item(record.get()));
	}

	private Item<T> item(FileRecord record) {
		Problems problems = new Problems();
		if (record.isMalformed()) {
			problems.add(RejectReason.MALFORMED_RECORD, record.malformation());
		}
		else {
			Optional<T> value = this.mapper.map(record, problems);
			if (problems.isEmpty()) {
				return new Accepted<>(record.line(), 1, "", value.orElseThrow());
			}
		}
		return new Rejected<>(record.line(), 1, "", "", List.of(problems.reject(record)));
	}

	@Override
	public boolean isEmpty() {
		return this.empty;
	}

	@Override
	public long recordsRead() {
		return this.recordsRead;
	}

	@Override
	public long blankLines() {
		return this.file.blankLines();
	}

	@Override
	public long bytesRead() {
		return this.file.bytesRead();
	}

	@Override
	public void close() {
		this.file.close();
	}

}
