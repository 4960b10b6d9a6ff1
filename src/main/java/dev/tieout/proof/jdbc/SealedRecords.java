package dev.tieout.proof.jdbc;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Says which seal holds an operation, a closing or a reopening: the first after it could
 * be seen. Their numbers do not commit in order.
 */
final class SealedRecords {

	private SealedRecords() {
	}

	/**
	 * Takes all that no seal holds yet.
	 * @param jdbc in the posting's transaction
	 * @param seal the number of the seal that is made
	 */
	static void take(JdbcTemplate jdbc, int seal) {
		take(jdbc, seal, "operation", "operation", "operation_no");
		take(jdbc, seal, "closing", "closing", "closing_no");
		take(jdbc, seal, "reopening", "reopening", "closing_no");
	}

	private static void take(JdbcTemplate jdbc, int seal, String kind, String table, String number) {
		jdbc.update("""
				insert into sealed_record (kind, number, seal_no)
				select '%1$s', t.%3$s, ? from %2$s t
				where not exists (select from sealed_record s where s.kind = '%1$s' and s.number = t.%3$s)
				""".formatted(kind, table, number), seal);
	}

}
