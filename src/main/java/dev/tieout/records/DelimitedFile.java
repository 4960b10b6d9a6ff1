package dev.tieout.records;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.opencsv.ICSVParser;
import com.opencsv.RFC4180ParserBuilder;

import dev.tieout.identity.PlainText;
import dev.tieout.records.UnusableFileException.Code;

/**
 * A delimited text file that is read record by record (files.md, Reading): RFC 4180 with
 * comma, semicolon or tab, UTF-8, a header, line ends LF, CRLF or CR.
 */
public final class DelimitedFile implements Closeable {

	private final Path file;

	private final Utf8Source source;

	private final RecordSplitter splitter;

	private char separator = ',';

	private ICSVParser parser = new RFC4180ParserBuilder().build();

	private List<String> header = List.of();

	private Optional<FileRecord> ahead = Optional.empty();

	private long blankLines;

	private DelimitedFile(Path file, Utf8Source source) {
		this.file = file;
		this.source = source;
		this.splitter = new RecordSplitter(source);
	}

	/**
	 * Opens a file and reads its header.
	 * @param file the file
	 * @return the file in front of its first record
	 * @throws UnusableFileException when it cannot be read as delimited text
	 */
	public static DelimitedFile open(Path file) {
		try {
			DelimitedFile opened = new DelimitedFile(file, new Utf8Source(Files.newByteChannel(file)));
			try {
				opened.readHeader();
			}
			catch (UnusableFileException unusable) {
				opened.close();
				throw unusable;
			}
			return opened;
		}
		catch (NoSuchFileException missing) {
			throw new UnusableFileException(Code.UNREADABLE, file, ": the file does not exist", missing);
		}
		catch (IOException failed) {
			throw unreadable(file, failed);
		}
	}

	private void readHeader() throws IOException {
		this.separator = Separator.of(this.splitter.peek());
		this.splitter.separateBy(this.separator);
		this.parser = new RFC4180ParserBuilder().withSeparator(this.separator).build();
		Optional<FileRecord> first = read();
		if (first.isEmpty()) {
			return;
		}
		FileRecord record = first.get();
		if (record.isMalformed()) {
			throw new UnusableFileException(Code.BAD_HEADER, this.file,
					", line " + record.line() + ": the header cannot be read: " + record.malformation()
							+ "; a header of column names in UTF-8 was expected");
		}
		String[] names = new String[record.size()];
		Arrays.setAll(names, record::plain);
		this.header = List.of(names);
		this.ahead = read();
	}

	/**
	 * Returns whether no record is left.
	 * @return right after opening: whether the file has no bytes, or a header only
	 */
	public boolean isAtEnd() {
		return this.ahead.isEmpty();
	}

	/** Returns the file's path. */
	Path path() {
		return this.file;
	}

	/** Returns the header's column names, trimmed. */
	List<String> header() {
		return this.header;
	}

	/**
	 * Returns the next record without taking it.
	 * @return the record, or empty at the file's end
	 */
	public Optional<FileRecord> peek() {
		return this.ahead;
	}

	/**
	 * Takes the next record.
	 * @return the record, or empty at the file's end
	 * @throws UnusableFileException when what follows cannot be read
	 */
	public Optional<FileRecord> next() {
		Optional<FileRecord> taken = this.ahead;
		if (taken.isPresent()) {
			try {
				this.ahead = read();
			}
			catch (IOException failed) {
				throw unreadable(this.file, failed);
			}
		}
		return taken;
	}

	/**
	 * Returns the number of blank lines before the next record.
	 * @return all of them at the file's end
	 */
	public long blankLines() {
		return this.blankLines;
	}

	/**
	 * Returns how far into the file reading has got.
	 * @return bytes, those read ahead included
	 */
	public long bytesRead() {
		return this.source.bytePosition() - 1;
	}

	private Optional<FileRecord> read() throws IOException {
		while (this.splitter.next()) {
			check();
			if (!isBlank()) {
				return Optional.of(parse());
			}
			this.blankLines++;
		}
		check();
		return Optional.empty();
	}

	private void check() {
		if (this.source.isBroken() && this.splitter.isAtEnd()) {
			throw new UnusableFileException(Code.NOT_UTF8, this.file, ", line " + this.splitter.line() + ": byte "
					+ this.source.bytePosition() + " of the file is not UTF-8; save the file as UTF-8 and run again");
		}
		if (this.splitter.isInQuotes()) {
			throw new UnusableFileException(Code.UNCLOSED_QUOTE, this.file, ", line " + this.splitter.quoteLine()
					+ ": a quoted cell opens here and is not closed until the end of the file");
		}
	}

	private boolean isBlank() {
		return this.splitter.length() == 0 || (this.splitter.cells() == 1 && !this.splitter.isTooLong()
				&& PlainText.of(this.splitter.text()).isEmpty());
	}

	private FileRecord parse() throws IOException {
		String text = this.splitter.text();
		String[] cells = cells(text);
		String malformation = "";
		if (this.splitter.isTooLong()) {
			malformation = "the record has " + this.splitter.length() + " characters, but at most "
					+ RecordSplitter.LIMIT + " are read";
			cells = Arrays.copyOf(cells, Math.max(cells.length - 1, 0));
		}
		else if (this.splitter.hasNul()) {
			malformation = "the record has a NUL character, but only text was expected";
		}
		else if (this.splitter.hasTextAfterQuote()) {
			malformation = "text follows a closing quote, but a separator or the end of the line was expected;"
					+ " a quote inside a quoted cell is written twice";
		}
		else if (!this.header.isEmpty() && cells.length != this.header.size()) {
			malformation = "the record has " + counted(cells.length) + ", but the header has " + this.header.size();
		}
		else if (cells.length != this.splitter.cells()) {
			malformation = "the record's cells cannot be told apart by their quotes";
		}
		return new FileRecord(this.splitter.recordLine(), text, this.splitter.length(), cells, malformation);
	}

	/** A record without quotes, as most are, has nothing to parse. */
	private String[] cells(String text) throws IOException {
		if (this.splitter.hasQuotes() || this.splitter.isTooLong()) {
			return this.parser.parseLine(text);
		}
		String[] cells = new String[this.splitter.cells()];
		int from = 0;
		for (int i = 0; i < cells.length; i++) {
			int to = text.indexOf(this.separator, from);
			cells[i] = text.substring(from, (to >= 0) ? to : text.length());
			from = to + 1;
		}
		return cells;
	}

	private static String counted(int cells) {
		return (cells == 1) ? "1 cell" : cells + " cells";
	}

	private static UnusableFileException unreadable(Path file, IOException failed) {
		return new UnusableFileException(Code.UNREADABLE, file, ": the file cannot be read: " + failed.getMessage(),
				failed);
	}

	@Override
	public void close() {
		try {
			this.source.close();
		}
		catch (IOException failed) {
			throw unreadable(this.file, failed);
		}
	}

}
