package dev.tieout.job;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import dev.tieout.audit.Fingerprint;
import dev.tieout.audit.file.PlanJson;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database keeps about plans. */
public final class PlanTable {

	private final JdbcClient jdbc;

	public PlanTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds a plan in the transaction that registers its run.
	 * @param run the run's number
	 * @param file where its document is to be written
	 * @param saw what its answers will depend on
	 * @param madeAt the time its age is counted from
	 */
	public void add(int run, Path file, Fingerprint saw, Instant madeAt) {
		this.jdbc.sql("insert into plan (run_no, file, fingerprint, made_at) values (?, ?, ?, ?)")
			.params(run, file.toString(), PlanJson.write(saw), madeAt.atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * Returns a plan.
	 * @param run its number
	 * @return empty if there is none
	 */
	public Optional<KeptPlan> find(int run) {
		return this.jdbc.sql("select * from plan where run_no = ?").param(run).query(PlanTable::plan).optional();
	}

	/**
	 * Returns the plan of a document.
	 * @param sha256 of the document's bytes
	 * @return empty if this database has made none with these bytes
	 */
	public Optional<KeptPlan> findByDocument(String sha256) {
		return this.jdbc.sql("select * from plan where document_sha256 = ?")
			.param(sha256)
			.query(PlanTable::plan)
			.optional();
	}

	/**
	 * Notes, in the transaction that registers it, that a run sets out to apply a plan.
	 * @param plan the plan's number
	 * @param run the run's number
	 */
	public void applying(int plan, int run) {
		this.jdbc.sql("update plan set applied_by = ? where run_no = ?").params(run, plan).update();
	}

	/** The plan that a run of kind apply is about. */
	KeptPlan appliedBy(int run) {
		return this.jdbc.sql("select * from plan where applied_by = ?").param(run).query(PlanTable::plan).single();
	}

	/** Notes that a plan's document is written. */
	void written(int run, String sha256, long entries, String entriesSha256) {
		this.jdbc.sql("update plan set document_sha256 = ?, entries = ?, entries_sha256 = ? where run_no = ?")
			.params(sha256, entries, entriesSha256, run)
			.update();
	}

	private static KeptPlan plan(ResultSet row, int number) throws SQLException {
		String entries = row.getString("entries_sha256");
		int appliedBy = row.getInt("applied_by");
		return new KeptPlan(row.getInt("run_no"), Path.of(row.getString("file")),
				PlanJson.readFingerprint(row.getString("fingerprint")),
				row.getObject("made_at", OffsetDateTime.class).toInstant(),
				Optional.ofNullable(row.getString("document_sha256")), row.getLong("entries"),
				(entries != null) ? entries : "", (appliedBy == 0) ? Optional.empty() : Optional.of(appliedBy));
	}

}
