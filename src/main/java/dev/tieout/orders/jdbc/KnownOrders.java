package dev.tieout.orders.jdbc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Looks up the revisions that count, of complete files. */
final class KnownOrders {

	private final JdbcClient jdbc;

	KnownOrders(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Map<String, Known> find(int store, List<String> ids) {
		Map<String, Known> known = new HashMap<>();
		this.jdbc.sql("""
				select r.order_id, r.order_no, r.content_hash
				from order_revision r
				join input_file f on f.file_no = r.file_no and f.state in ('complete', 'posted')
				where r.order_id = any(?) and r.store_no = ? and r.superseded_by is null
				""").param(new SqlArrayValue("text", ids.toArray())).param(store).query((row) -> {
			known.put(row.getString(1), new Known(row.getLong(2), row.getObject(3, UUID.class)));
		});
		return known;
	}

	/**
	 * An order that is known.
	 *
	 * @param number the order's number
	 * @param contentHash of the revision that counts
	 */
	record Known(long number, UUID contentHash) {

	}

}
