package dev.tieout.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

import dev.tieout.affiliates.file.AffiliateFileReader;
import dev.tieout.affiliates.jdbc.AffiliateLineRows;
import dev.tieout.connections.file.ConnectionFileReader;
import dev.tieout.connections.file.ExistingCustomerFileReader;
import dev.tieout.connections.jdbc.ExistingCustomerRows;
import dev.tieout.connections.jdbc.RequestRows;
import dev.tieout.identity.PartyNumbers;
import dev.tieout.orders.file.OrderFileReader;
import dev.tieout.orders.file.OrderReading;
import dev.tieout.orders.jdbc.OrderFile;
import dev.tieout.orders.jdbc.OrderRevisionRows;
import dev.tieout.records.Item;
import dev.tieout.records.ItemReader;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.time.ZoneId;

/** The four kinds of file, each with its reader and its tables. */
final class Imports {

	private final PinnedRun run;

	private final JdbcClient jdbc;

	private final RunTables tables;

	private final PartyNumbers customers;

	private final PartyNumbers affiliates;

	Imports(PinnedRun run, JdbcClient jdbc, RunTables tables, PartyNumbers customers, PartyNumbers affiliates) {
		this.run = run;
		this.jdbc = jdbc;
		this.tables = tables;
		this.customers = customers;
		this.affiliates = affiliates;
	}

	FileImport<?> of(RegisteredFile file) {
		ZoneId zone = this.run.rules().zone();
		return switch (file.kind()) {
			case AFFILIATES -> {
				AffiliateLineRows rows = new AffiliateLineRows(this.affiliates);
				yield new Import<>(this.run.chunkSize(), () -> AffiliateFileReader.open(file.path(), zone),
						(items, connection) -> rows.write(file.number(), items, connection));
			}
			case EXISTING_CUSTOMERS -> {
				ExistingCustomerRows rows = new ExistingCustomerRows(this.customers);
				Instant undated = existingSince();
				yield new Import<>(this.run.chunkSize(), () -> ExistingCustomerFileReader.open(file.path(), zone),
						(items, connection) -> rows.write(file.number(), undated, items, connection));
			}
			case CONNECTIONS -> {
				RequestRows rows = new RequestRows(this.customers, this.affiliates);
				Instant undated = this.run.startOfBusinessDate();
				yield new Import<>(this.run.chunkSize(), () -> ConnectionFileReader.open(file.path(), zone),
						(items, connection) -> rows.write(file.number(), undated, items, connection));
			}
			case ORDERS -> new OrderImport(file);
		};
	}

	OrderFile orderFile(RegisteredFile file) {
		return new OrderFile(file.number(), file.store(), file.dated(), this.tables.isKeyedByNumber(file.store()),
				file.path());
	}

	/**
	 * Entries without a date hold from the beginning of time in the first run that has
	 * any (rules.md 3).
	 */
	private Instant existingSince() {
		boolean earlier = this.jdbc.sql("""
				select exists (select from input_file
				               where kind = 'existing-customers' and state in ('complete', 'posted') and run_no <> ?)
				""").param(this.run.number()).query(Boolean.class).single();
		return earlier ? this.run.startOfBusinessDate() : Instant.MIN;
	}

	/** Writes usable items and answers nothing: of these kinds every line is news. */
	@FunctionalInterface
	private interface Target<T> {

		void write(List<Item.Accepted<T>> items, Connection connection) throws SQLException;

	}

	private record Import<T>(int itemsPerChunk, Supplier<ItemReader<T>> reader,
			Target<T> target) implements FileImport<T> {

		@Override
		public ItemReader<T> open() {
			return this.reader.get();
		}

		@Override
		public int write(List<Item.Accepted<T>> items, Connection connection) throws SQLException {
			this.target.write(items, connection);
			return 0;
		}

	}

	private final class OrderImport implements FileImport<dev.tieout.orders.OrderContent> {

		private final RegisteredFile file;

		private final OrderRevisionRows rows;

		private OrderImport(RegisteredFile file) {
			this.file = file;
			this.rows = new OrderRevisionRows(Imports.this.jdbc, Imports.this.customers, orderFile(file),
					Imports.this.tables.hasOrders());
		}

		@Override
		public int itemsPerChunk() {
			return OrderFileReader.hasLines(this.file.path(), reading()) ? Imports.this.run.groupsPerChunk()
					: Imports.this.run.chunkSize();
		}

		@Override
		public ItemReader<dev.tieout.orders.OrderContent> open() {
			return OrderFileReader.open(this.file.path(), reading());
		}

		private OrderReading reading() {
			return OrderReadings.find(Imports.this.run.job(), this.file.reading());
		}

		@Override
		public int write(List<Item.Accepted<dev.tieout.orders.OrderContent>> items, Connection connection)
				throws SQLException {
			return this.rows.write(items, connection);
		}

	}

}
