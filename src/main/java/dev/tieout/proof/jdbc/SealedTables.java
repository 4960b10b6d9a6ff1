package dev.tieout.proof.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;

import dev.tieout.proof.PartDigest;
import dev.tieout.proof.Seal;
import dev.tieout.proof.SealPart;
import dev.tieout.proof.SealedEntries;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts seals together from what the tables say now. */
final class SealedTables {

	private static final String RUN = """
			select r.posted_at, e.hash, encode(sha256(convert_to(e.source_text, 'UTF8')), 'hex') source
			  from run r join edition e using (edition_no)
			 where r.run_no = ?
			""";

	private final JdbcTemplate jdbc;

	private final PartLines lines;

	/**
	 * Creates the reader.
	 * @param jdbc in the transaction to read in
	 */
	SealedTables(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
		this.lines = new PartLines(jdbc);
	}

	/**
	 * Returns a seal with the lines of its parts.
	 * @param number the seal's number
	 * @param run the run it seals
	 * @param entries those it covers
	 * @param previous the hash of the seal before
	 * @return what the seal has to be
	 */
	WithParts seal(int number, int run, SealedEntries entries, String previous) {
		Map<SealPart, String> parts = new EnumMap<>(SealPart.class);
		for (SealPart part : SealPart.values()) {
			parts.put(part, this.lines.of(part, run, number));
		}
		Sealed sealed = JdbcClient.create(this.jdbc).sql(RUN).param(run).query(SealedTables::sealed).single();
		Seal seal = new Seal(number, run, sealed.postedAt(), entries, digest(parts, SealPart.RUN),
				digest(parts, SealPart.CONTROL_TOTALS), digest(parts, SealPart.FILES), sealed.edition(),
				sealed.source(), digest(parts, SealPart.OPERATIONS), digest(parts, SealPart.CLOSINGS), previous);
		return new WithParts(seal, parts);
	}

	private static PartDigest digest(Map<SealPart, String> parts, SealPart part) {
		return PartDigest.of(parts.getOrDefault(part, ""));
	}

	private static Sealed sealed(ResultSet row, int number) throws SQLException {
		OffsetDateTime at = row.getObject("posted_at", OffsetDateTime.class);
		return new Sealed((at != null) ? at.toInstant() : Instant.MIN, row.getString("hash"), row.getString("source"));
	}

	private record Sealed(Instant postedAt, String edition, String source) {

	}

	/**
	 * A seal with what it covers.
	 *
	 * @param seal the seal
	 * @param parts canonical lines
	 */
	record WithParts(Seal seal, Map<SealPart, String> parts) {

	}

}
