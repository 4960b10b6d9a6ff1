package dev.tieout.orders.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.tieout.orders.OrderContent;
import dev.tieout.records.Columns;
import dev.tieout.records.DelimitedFile;
import dev.tieout.records.FileRecord;
import dev.tieout.records.Item;
import dev.tieout.records.ItemReader;
import dev.tieout.records.UnusableFileException;

/**
 * Reads order files: an order is all its adjacent records with one key (files.md,
 * Orders). A key that comes again elsewhere in the file is not found here, for that would
 * take a memory of all keys: whoever stores the items finds it there.
 */
public final class OrderFileReader implements ItemReader<OrderContent> {

	/**
	 * How many records of an order are read together. What is left comes as another item
	 * of the same key, and so as a split order.
	 */
	static final int MOST_RECORDS = 10_000;

	/** Nor so many characters of them, for they are held in memory. */
	static final int MOST_CHARACTERS = 1 << 24;

	private final DelimitedFile file;

	private final OrderLayout layout;

	private final OrderAssembly assembly;

	private final boolean empty;

	private long recordsRead;

	private OrderFileReader(DelimitedFile file, OrderLayout layout, OrderReading reading) {
		this.file = file;
		this.layout = layout;
		this.assembly = new OrderAssembly(layout, reading);
		this.empty = file.isAtEnd();
	}

	/**
	 * Opens an order file.
	 * @param file the file
	 * @param reading how it is read
	 * @return the file's orders
	 * @throws UnusableFileException when the file as a whole cannot be used
	 * @throws IllegalArgumentException when the reading contradicts itself: a mapped one
	 * without a needed column, an unknown status, a pattern that is none
	 */
	public static ItemReader<OrderContent> open(Path file, OrderReading reading) {
		return reader(file, reading);
	}

	/**
	 * Looks whether orders come with their lines, which take several records or much of
	 * one.
	 * @param file the file
	 * @param reading how it is read
	 * @return whether it has columns for lines; false for a file that cannot be used,
	 * which {@link #open} tells
	 * @throws IllegalArgumentException when the reading contradicts itself
	 */
	public static boolean hasLines(Path file, OrderReading reading) {
		try (OrderFileReader reader = reader(file, reading)) {
			return reader.layout.hasLines();
		}
		catch (UnusableFileException unusable) {
			return false;
		}
	}

	private static OrderFileReader reader(Path file, OrderReading reading) {
		DelimitedFile opened = DelimitedFile.open(file);
		try {
			Columns columns = new Columns(opened);
			OrderLayout layout = switch (reading.format()) {
				case NATIVE, MAPPED -> new FieldLayout(columns, reading);
				case SHOPIFY -> new ShopifyLayout(columns, reading);
				case WOOCOMMERCE -> new WooCommerceLayout(columns, reading);
			};
			columns.check();
			return new OrderFileReader(opened, layout, reading);
		}
		catch (UnusableFileException | IllegalArgumentException unusable) {
			opened.close();
			throw unusable;
		}
	}

	@Override
	public Optional<Item<OrderContent>> next() {
		Optional<FileRecord> first = this.file.next();
		if (first.isEmpty()) {
			return Optional.empty();
		}
		String key = this.layout.key().text(first.get());
		if (key.isEmpty() || !follows(key)) {
			this.recordsRead++;
			return Optional.of(this.assembly.assemble(key, List.of(first.get())));
		}
		List<FileRecord> records = new ArrayList<>();
		records.add(first.get());
		long characters = first.get().length();
		while (records.size() < MOST_RECORDS && characters < MOST_CHARACTERS && follows(key)) {
			FileRecord next = this.file.next().orElseThrow();
			records.add(next);
			characters += next.length();
		}
		this.recordsRead += records.size();
		return Optional.of(this.assembly.assemble(key, records));
	}

	private boolean follows(String key) {
		Optional<FileRecord> next = this.file.peek();
		return next.isPresent() && this.layout.key().text(next.get()).equals(key);
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
