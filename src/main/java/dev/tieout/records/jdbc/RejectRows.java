package dev.tieout.records.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.tieout.bulk.CopyRows;
import dev.tieout.records.Item;
import dev.tieout.records.Reject;

/** Writes records that cannot be used, with their raw text. */
public final class RejectRows {

	private final CopyRows rows = new CopyRows("reject", "file_no", "line", "reason", "detail", "record", "order_key");

	/**
	 * Writes rejected items in the connection's transaction.
	 * @param file the file's number
	 * @param items what was rejected of it
	 * @param connection where to write
	 * @throws SQLException when the database refuses
	 */
	public void write(int file, List<? extends Item.Rejected<?>> items, Connection connection) throws SQLException {
		for (Item.Rejected<?> item : items) {
			item.rejects().forEach((reject) -> add(file, reject, item.key()));
		}
		this.rows.writeTo(connection);
	}

	/**
	 * Writes single rejects in the connection's transaction.
	 * @param file the file's number
	 * @param key the key of the order they belong to, empty for none
	 * @param rejects the records
	 * @param connection where to write
	 * @throws SQLException when the database refuses
	 */
	public void write(int file, String key, List<Reject> rejects, Connection connection) throws SQLException {
		rejects.forEach((reject) -> add(file, reject, key));
		this.rows.writeTo(connection);
	}

	private void add(int file, Reject reject, String key) {
		this.rows.row()
			.integer(file)
			.number(reject.line())
			.text(reject.reason().name())
			.text(reject.detail())
			.text(reject.record())
			.textOrNull(key);
	}

}
