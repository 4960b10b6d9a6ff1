package dev.tieout.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.tieout.audit.Plan;
import dev.tieout.audit.file.FileDigest;
import dev.tieout.audit.file.PlanFormatException;
import dev.tieout.audit.file.PlanJson;
import dev.tieout.audit.jdbc.Fingerprints;
import dev.tieout.job.KeptPlan;
import dev.tieout.job.PlanTable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A plan's document that somebody brings. It only says which plan is meant: by its bytes,
 * which must be those that were written.
 */
final class PlanDocument {

	/** No plan is nearly as large. */
	private static final long LARGEST = 1 << 24;

	private final Path path;

	private final JdbcClient jdbc;

	PlanDocument(Path path, JdbcClient jdbc) {
		this.path = path;
		this.jdbc = jdbc;
	}

	/**
	 * Returns the plan that is meant.
	 * @throws WrongUsageException if there is no such file
	 * @throws RefusedException if it is none of this database's plans, or has been edited
	 */
	KeptPlan plan() {
		byte[] document = bytes();
		KeptPlan plan = new PlanTable(this.jdbc).findByDocument(FileDigest.of(document))
			.orElseThrow(() -> unknown(document));
		refuseEditedList(PlanJson.read(document));
		return plan;
	}

	private byte[] bytes() {
		if (!Files.isRegularFile(this.path)) {
			throw new WrongUsageException(
					"There is no file '" + this.path + "'. 'tieout plan JOB --from D --to D --out FILE' writes one.");
		}
		try {
			if (Files.size(this.path) > LARGEST) {
				throw new RefusedException("'" + this.path + "' is no plan: it is too large. Nothing was posted.");
			}
			return Files.readAllBytes(this.path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Why no plan of this database has these bytes. */
	private RefusedException unknown(byte[] document) {
		Plan plan;
		try {
			plan = PlanJson.read(document);
		}
		catch (PlanFormatException ex) {
			return new RefusedException("'" + this.path + "' is no plan as Tieout writes it: " + ex.getMessage()
					+ ". If it was a plan, it has been edited. Nothing was posted.");
		}
		Optional<KeptPlan> meant = new PlanTable(this.jdbc).find(plan.plan());
		if (meant.isEmpty() || !plan.database().equals(new Fingerprints(this.jdbc).database())) {
			return new RefusedException(
					"'%s' is plan %d of the program '%s' in another database; this one has not made it. Nothing was posted. Name the other one with --data or SPRING_DATASOURCE_URL."
						.formatted(this.path, plan.plan(), plan.program()));
		}
		return new RefusedException(
				"'%s' has been edited since it was written as plan %d: its SHA-256 is not the recorded one. Nothing was posted. Bring the original, or make a new plan."
					.formatted(this.path, plan.plan()));
	}

	/** Whoever approved the plan may have read the list beside it. */
	private void refuseEditedList(Plan plan) {
		Path csv = this.path.resolveSibling(plan.entries().csv());
		try {
			if (Files.exists(csv) && !FileDigest.of(csv).equals(plan.entries().csvSha256())) {
				throw new RefusedException(
						"'%s' is not the list of entries that was written with plan %d: its SHA-256 is another. Nothing was posted. Bring the original, or take the file away and look at the plan again."
							.formatted(csv, plan.plan()));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
