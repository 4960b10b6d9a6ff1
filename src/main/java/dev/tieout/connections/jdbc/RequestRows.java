package dev.tieout.connections.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import dev.tieout.bulk.CopyRows;
import dev.tieout.connections.ConnectionLine;
import dev.tieout.identity.EmailAddress;
import dev.tieout.identity.Party;
import dev.tieout.identity.PartyNumbers;
import dev.tieout.records.Item;

/**
 * Writes requests to connect and disconnect as they came. What became of them a replay
 * tells.
 */
public final class RequestRows {

	private static final int EVENT = 0;

	private static final int NO_ADDRESS = 2;

	private final PartyNumbers customers;

	private final PartyNumbers affiliates;

	private final CopyRows rows = new CopyRows("connection_request", "request_no", "customer_no", "affiliate_no",
			"action", "at", "dated", "standing", "file_no", "line");

	public RequestRows(PartyNumbers customers, PartyNumbers affiliates) {
		this.customers = customers;
		this.affiliates = affiliates;
	}

	/**
	 * Writes requests in the connection's transaction.
	 * @param file the file's number
	 * @param undated the instant of lines without a date: the start of the business date
	 * @param items what was read of the file
	 * @param connection where to write
	 * @throws SQLException when the database refuses
	 */
	public void write(int file, Instant undated, List<Item.Accepted<ConnectionLine>> items, Connection connection)
			throws SQLException {
		long[] buyers = this.customers.numbersOf(items.stream()
			.map(Item.Accepted::value)
			.map((line) -> new Party(line.customerEmail(), line.customerEmailAsWritten(), line.customerName()))
			.toList());
		long[] earners = this.affiliates.numbersOf(items.stream()
			.map(Item.Accepted::value)
			.map((line) -> new Party(line.affiliateEmail(), line.affiliateEmailAsWritten(), ""))
			.toList());
		for (int i = 0; i < buyers.length; i++) {
			ConnectionLine line = items.get(i).value();
			boolean addresses = EmailAddress.isAddress(line.customerEmail())
					&& EmailAddress.isAddress(line.affiliateEmail());
			this.rows.row()
				.number(RequestNumber.of(file, items.get(i).line()))
				.number(buyers[i])
				.integer((int) earners[i])
				.small(line.action().ordinal())
				.instant(line.connectedAt().orElse(undated))
				.flag(line.connectedAt().isPresent())
				.small(addresses ? EVENT : NO_ADDRESS)
				.integer(file)
				.number(items.get(i).line());
		}
		this.rows.writeTo(connection);
	}

}
