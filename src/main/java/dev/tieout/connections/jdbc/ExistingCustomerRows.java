package dev.tieout.connections.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import dev.tieout.bulk.CopyRows;
import dev.tieout.connections.ExistingCustomerLine;
import dev.tieout.identity.Party;
import dev.tieout.identity.PartyNumbers;
import dev.tieout.records.Item;

/** Writes entries of existing-customer files. */
public final class ExistingCustomerRows {

	private final PartyNumbers customers;

	private final CopyRows rows = new CopyRows("existing_customer", "customer_no", "since", "file_no", "line");

	public ExistingCustomerRows(PartyNumbers customers) {
		this.customers = customers;
	}

	/**
	 * Writes entries in the connection's transaction.
	 * @param file the file's number
	 * @param undated from when entries without a date hold
	 * @param items what was read of the file
	 * @param connection where to write
	 * @throws SQLException when the database refuses
	 */
	public void write(int file, Instant undated, List<Item.Accepted<ExistingCustomerLine>> items, Connection connection)
			throws SQLException {
		long[] numbers = this.customers.numbersOf(items.stream()
			.map(Item.Accepted::value)
			.map((line) -> new Party(line.address().value(), line.addressAsWritten(), ""))
			.toList());
		for (int i = 0; i < numbers.length; i++) {
			this.rows.row()
				.number(numbers[i])
				.instant(items.get(i).value().since().orElse(undated))
				.integer(file)
				.number(items.get(i).line());
		}
		this.rows.writeTo(connection);
	}

}
