package dev.tieout.proof.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

import dev.tieout.proof.PartDigest;
import dev.tieout.proof.Seal;
import dev.tieout.proof.SealedEntries;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts seals together from what the database says. */
final class SealParts {

	private static final String RUN = """
			select r.posted_at, e.hash, encode(sha256(convert_to(e.source_text, 'UTF8')), 'hex') source
			  from run r join edition e using (edition_no)
			 where r.run_no = ?
			""";

	private final JdbcTemplate jdbc;

	SealParts(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns a seal.
	 * @param number the seal's number
	 * @param run the run it seals
	 * @param entries those it covers
	 * @param previous the hash of the seal before
	 * @return the seal, as the tables would have it now
	 */
	Seal seal(int number, int run, SealedEntries entries, String previous) {
		Sealed sealed = this.jdbc.queryForObject(RUN, SealParts::sealed, run);
		return new Seal(number, run, sealed.postedAt(), entries, digest(SealPart.RUN, run, number),
				digest(SealPart.CONTROL_TOTALS, run, number), digest(SealPart.FILES, run, number), sealed.edition(),
				sealed.source(), digest(SealPart.OPERATIONS, run, number), digest(SealPart.CLOSINGS, run, number),
				previous);
	}

	private PartDigest digest(SealPart part, int run, int seal) {
		return part.digest(this.jdbc, run, seal);
	}

	private static Sealed sealed(ResultSet row, int number) throws SQLException {
		OffsetDateTime at = row.getObject("posted_at", OffsetDateTime.class);
		return new Sealed((at != null) ? at.toInstant() : Instant.MIN, row.getString("hash"), row.getString("source"));
	}

	private record Sealed(Instant postedAt, String edition, String source) {

	}

}
