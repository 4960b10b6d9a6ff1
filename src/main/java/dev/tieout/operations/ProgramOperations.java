package dev.tieout.operations;

import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.tieout.configuration.JobDirectory;
import dev.tieout.configuration.JobFile;
import dev.tieout.configuration.ProgramFile;
import dev.tieout.job.DueCustomers;
import dev.tieout.program.Edition;
import dev.tieout.program.ProgramChange;
import dev.tieout.program.ProgramChanges;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The verbs about editions of the program. */
public final class ProgramOperations {

	private static final int SHORTEST_PREFIX = 4;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	public ProgramOperations(DataSource dataSource, Clock clock) {
		this.jdbc = JdbcClient.create(dataSource);
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
		this.clock = clock;
	}

	/**
	 * Returns all editions, the newest first.
	 * @return the editions
	 */
	public List<EditionLine> editions() {
		return find("").stream().map(EditionText::line).toList();
	}

	/**
	 * Returns an edition.
	 * @param hash its hash or the beginning of it
	 * @return its text
	 * @throws RefusedException if none or several begin so
	 */
	public EditionText show(String hash) {
		List<EditionText> found = find(hash);
		if (hash.length() < SHORTEST_PREFIX || found.size() != 1) {
			throw new RefusedException(found.isEmpty() || hash.length() < SHORTEST_PREFIX
					? "There is no edition '" + hash
							+ "'; 'tieout program' lists them, and 4 digits of a hash are enough."
					: "'" + hash + "' begins the hash of " + found.size() + " editions; give more digits.");
		}
		return found.get(0);
	}

	/**
	 * Returns how two editions differ.
	 * @param former the first one's hash, or the beginning of it
	 * @param latter the second one's
	 * @return a line for each setting
	 */
	public List<String> diff(String former, String latter) {
		List<String> before = show(former).canonicalText().lines().toList();
		List<String> after = show(latter).canonicalText().lines().toList();
		return Stream
			.concat(before.stream().filter((line) -> !after.contains(line)).map((line) -> "- " + line),
					after.stream().filter((line) -> !before.contains(line)).map((line) -> "+ " + line))
			.sorted(Comparator.comparing((String line) -> line.substring(2)).thenComparing(Comparator.reverseOrder()))
			.toList();
	}

	/**
	 * Accepts a job's program although it rewrites the past: whoever it may answer
	 * otherwise becomes due, and the next run judges them (rules.md 8).
	 * @param jobs the directory of job files
	 * @param job the job's name or path
	 * @param reason why the past is rewritten
	 * @param operator who accepts
	 * @return the operation's record
	 * @throws RefusedException if a run is active, or there is nothing to accept
	 */
	public OperationReceipt accept(Path jobs, String job, String reason, Operator operator) {
		JobFile file = JobDirectory.find(jobs, job);
		Registration registration = new Registration(this.jdbc, this.clock);
		registration.claim(file.program().program());
		return Objects
			.requireNonNull(this.transaction.execute((status) -> accept(file, reason, operator, registration)));
	}

	private OperationReceipt accept(JobFile file, String reason, Operator operator, Registration registration) {
		record Accepted(boolean active, Optional<String> text) {
		}
		Accepted accepted = this.jdbc.sql("""
				select p.active_run is not null, e.source_text
				from program p left join edition e on e.edition_no = p.accepted_edition
				for update of p
				""")
			.query((row, number) -> new Accepted(row.getBoolean(1), Optional.ofNullable(row.getString(2))))
			.single();
		if (accepted.active()) {
			throw new RefusedException("A run is active (" + ProgramLock.holder(this.jdbc).orElse("unknown")
					+ "), so no edition can be accepted now. Wait for it, or resume it if its process is gone.");
		}
		List<ProgramChange> changes = accepted.text()
			.map((text) -> ProgramChanges
				.between(ProgramFile.parse(text, "the accepted edition").program(), file.program().program())
				.all())
			.orElse(List.of());
		if (changes.isEmpty()) {
			throw new RefusedException("There is nothing to accept: the program says what the accepted edition says.");
		}
		int edition = registration.edition(file.program(), operator);
		int operation = new OperationLog(this.jdbc).add(operator, "program accept",
				"edition " + Edition.of(file.program().program()).hash() + ": " + changes.size() + " changes", reason,
				Optional.empty());
		new ProgramChanges(changes).firstDifference()
			.ifPresent((from) -> new DueCustomers(this.jdbc).becauseOfEdition(Optional.empty(), from));
		this.jdbc.sql("update program set accepted_edition = ?").param(edition).update();
		StringBuilder told = new StringBuilder(
				"Operation %d: accepted, with %d changes. The next run judges whom they concern:".formatted(operation,
						changes.size()));
		changes.forEach((change) -> told.append("\n  ").append(change));
		return new OperationReceipt(operation, told.toString());
	}

	private List<EditionText> find(String prefix) {
		return this.jdbc.sql("""
				select e.*, p.accepted_edition is not null accepted,
				       (select count(*) from run r where r.edition_no = e.edition_no) runs
				from edition e left join program p on p.accepted_edition = e.edition_no
				where starts_with(e.hash, ?)
				order by e.edition_no desc
				""")
			.param(prefix)
			.query((row, number) -> new EditionText(
					new EditionLine(row.getString("hash"),
							row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
							row.getString("recorded_by"), row.getBoolean("accepted"), row.getInt("runs")),
					row.getString("canonical_text"), row.getString("source_text")))
			.list();
	}

}
