package dev.tieout.audit.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import dev.tieout.audit.Fingerprint;
import dev.tieout.audit.Fingerprint.Part;
import dev.tieout.audit.Fingerprint.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes fingerprints of the database: of everything that a replay reads. Rows are hashed
 * one by one and combined without order, so that millions of them need no memory.
 */
public final class Fingerprints {

	/** What is not read to its end counts for nobody yet. */
	private static final String UNREAD = "(select file_no from input_file where state not in ('complete', 'posted'))";

	private static final String INPUTS = """
			select count(*), (array_agg(name order by file_no desc))[1],
			       bit_xor(hashtextextended(concat_ws('|', file_no, kind, store_no, sha256, reading), 0))
			from input_file where state in ('complete', 'posted')
			""";

	private static final String CONNECTIONS = """
			select count(*),
			       (select coalesce('operation ' || q.operation_no, 'line ' || q.line || ' of ' || f.name)
			        from connection_request q left join input_file f using (file_no)
			        where q.file_no is null or q.file_no not in %1$s order by q.request_no desc limit 1),
			       bit_xor(hashtextextended(concat_ws('|', request_no, customer_no, affiliate_no, action, at, dated, standing), 0))
			from connection_request where file_no is null or file_no not in %1$s
			"""
		.formatted(UNREAD);

	private static final String AFFILIATES = """
			select count(*),
			       (select 'line ' || r.line || ' of ' || f.name from affiliate_row r join input_file f using (file_no)
			        where r.file_no not in %1$s order by r.file_no desc, r.line desc limit 1),
			       bit_xor(hashtextextended(concat_ws('|', affiliate_no, effective_from, status, group_name, ref_code, coupon, file_no, line), 0))
			from affiliate_row where file_no not in %1$s
			"""
		.formatted(UNREAD);

	private static final String EXISTING_CUSTOMERS = """
			select count(*),
			       (select 'line ' || c.line || ' of ' || f.name from existing_customer c join input_file f using (file_no)
			        where c.file_no not in %1$s order by c.file_no desc, c.line desc limit 1),
			       bit_xor(hashtextextended(concat_ws('|', customer_no, since, file_no, line), 0))
			from existing_customer where file_no not in %1$s
			"""
		.formatted(UNREAD);

	private static final String LEDGER = """
			select count(*), max(entry_no)::text,
			       bit_xor(hashtextextended(concat_ws('|', entry_no, order_no, affiliate_no, amount, currency), 0))
			from ledger_entry
			""";

	private static final String PERIODS = """
			select count(*) filter (where closed), to_char(max(month) filter (where closed), 'YYYY-MM'),
			       bit_xor(hashtextextended(concat_ws('|', month, closed), 0))
			from period
			""";

	private final JdbcClient jdbc;

	public Fingerprints(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns what answers depend on now.
	 * @param edition the SHA-256 of the job's program
	 * @param tieout Tieout's version and that of its calculation
	 * @return the fingerprint
	 */
	public Fingerprint now(String edition, String tieout) {
		List<Part> parts = new ArrayList<>();
		parts.add(counted(Subject.INPUTS, INPUTS));
		parts.add(new Part(Subject.EDITION, 0, edition, ""));
		parts.add(new Part(Subject.ACCEPTED_EDITION, 0, acceptedEdition(), ""));
		parts.add(counted(Subject.CONNECTIONS, CONNECTIONS));
		parts.add(counted(Subject.AFFILIATES, AFFILIATES));
		parts.add(counted(Subject.EXISTING_CUSTOMERS, EXISTING_CUSTOMERS));
		parts.add(counted(Subject.LEDGER, LEDGER));
		parts.add(counted(Subject.PERIODS, PERIODS));
		parts.add(new Part(Subject.TIEOUT, 0, tieout, ""));
		return new Fingerprint(parts);
	}

	/**
	 * Returns what tells this database from others. It is made of the key of addresses'
	 * hashes, which each database draws at random and which cannot be computed from it.
	 * @return 16 hexadecimal digits
	 */
	public String database() {
		byte[] key = this.jdbc.sql("select address_key from program").query((row, number) -> row.getBytes(1)).single();
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update("database of plans\n".getBytes(StandardCharsets.US_ASCII));
			return HexFormat.of().formatHex(digest.digest(key), 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

	private String acceptedEdition() {
		return this.jdbc.sql("select e.hash from program p join edition e on e.edition_no = p.accepted_edition")
			.query(String.class)
			.optional()
			.orElse("");
	}

	private Part counted(Subject subject, String sql) {
		return this.jdbc.sql(sql).query((row, number) -> {
			String last = row.getString(2);
			return new Part(subject, row.getLong(1), (last != null) ? last : "",
					HexFormat.of().toHexDigits(row.getLong(3)));
		}).single();
	}

}
