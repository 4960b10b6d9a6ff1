package dev.tieout.proof.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.tieout.proof.EntriesDigest;
import dev.tieout.proof.LineDifference;
import dev.tieout.proof.PartDigest;
import dev.tieout.proof.SealPart;
import dev.tieout.proof.SealedEntries;
import dev.tieout.proof.Sha256;
import dev.tieout.proof.StoredSeal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Recomputes seals, one after the other. */
final class SealCheck {

	private static final Set<String> OF_ENTRIES = Set.of("entries", "first-entry", "last-entry", "entries-sha256");

	private final JdbcTemplate jdbc;

	private final Findings findings;

	private final EntryRows rows;

	private final EntryDiagnosis diagnosis;

	private final EntryCount counted;

	private long reached = EntryRows.BEFORE_ALL;

	private int number;

	private String head = Sha256.NONE;

	SealCheck(Connection connection, Findings findings, EntryCount counted) {
		this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
		this.findings = findings;
		this.rows = new EntryRows(connection);
		this.diagnosis = new EntryDiagnosis(connection, this.rows, findings);
		this.counted = counted;
	}

	/** The number of the last entry that a seal covers so far. */
	long reached() {
		return this.reached;
	}

	/**
	 * Recomputes the next seal.
	 * @param seal as it is stored
	 * @throws SQLException if the database cannot be read
	 */
	void check(StoredSeal seal) throws SQLException {
		String subject = "seal " + seal.number();
		for (int missing = this.number + 1; missing < seal.number(); missing++) {
			this.findings.add("seal " + missing, "is missing", "", "");
		}
		String hash = Sha256.of(seal.text());
		if (!hash.equals(seal.hash())) {
			this.findings.add(subject, "its hash is not that of its text", seal.hash(), hash);
		}
		if (!seal.value("previous").equals(this.head)) {
			this.findings.add(subject, "is not chained to the seal before", "previous " + seal.value("previous"),
					this.head);
		}
		long last = Math.max(this.reached, seal.number("last-entry"));
		EntriesDigest digest = new EntriesDigest();
		this.rows.read(this.reached, last, Integer.MAX_VALUE, (entry) -> {
			digest.add(entry);
			this.counted.one();
		});
		content(seal, digest.result(), last);
		this.reached = last;
		this.number = seal.number();
		this.head = seal.hash();
	}

	private void content(StoredSeal seal, SealedEntries entries, long last) throws SQLException {
		SealedTables.WithParts now = new SealedTables(this.jdbc).seal(seal.number(), seal.run(), entries, this.head);
		List<String> wrong = seal.differences(now.seal().text());
		if (wrong.stream().anyMatch((name) -> OF_ENTRIES.contains(name) || name.startsWith("sum-"))) {
			this.diagnosis.explain(seal, this.reached, last, entries.sha256());
		}
		Set<SealPart> explained = EnumSet.noneOf(SealPart.class);
		for (SealPart part : SealPart.values()) {
			if (wrong.contains(part.word()) || wrong.contains(part.word() + "-sha256")) {
				explained.add(part);
				explain(part, seal, now.parts().getOrDefault(part, ""));
			}
		}
		for (String name : wrong) {
			boolean ofARun = name.equals("posted-at") && explained.contains(SealPart.RUN);
			boolean told = ofARun || OF_ENTRIES.contains(name) || name.startsWith("sum-") || name.equals("previous")
					|| explained.stream()
						.anyMatch((part) -> name.equals(part.word()) || name.equals(part.word() + "-sha256"));
			if (!told) {
				other(seal, name, StoredSeal.lines(now.seal().text()).getOrDefault(name, "nothing"));
			}
		}
	}

	/**
	 * What was sealed is known word for word, if the lines that are kept have the sealed
	 * hash.
	 */
	private void explain(SealPart part, StoredSeal seal, String now) {
		String where = " (seal " + seal.number() + ", run " + seal.run() + ")";
		Optional<String> kept = this.jdbc
			.queryForList("select lines from seal_part where seal_no = ? and part = ?", String.class, seal.number(),
					part.word())
			.stream()
			.findFirst()
			.filter((lines) -> PartDigest.of(lines).sha256().equals(seal.value(part.word() + "-sha256")));
		if (kept.isEmpty()) {
			this.findings.add("seal " + seal.number(),
					part.word() + " do not give the hash that was sealed, nor do the lines that were kept of them",
					PartDigest.of(now).sha256(), seal.value(part.word() + "-sha256"));
			return;
		}
		for (LineDifference difference : LineDifference.of(part.fields(), kept.get(), now)) {
			this.findings.add(subject(part, difference.number()), difference.wrong() + where, difference.says(),
					difference.should());
		}
	}

	private String subject(SealPart part, String number) {
		if (part == SealPart.FILES && number.matches("\\d{1,9}")) {
			return this.jdbc
				.queryForList("select ' (' || name || ')' from input_file where file_no = ?", String.class,
						Integer.valueOf(number))
				.stream()
				.findFirst()
				.map((name) -> "file " + number + name)
				.orElse("file " + number);
		}
		return part.noun() + ((part == SealPart.CONTROL_TOTALS) ? " of run " : " ") + number;
	}

	private void other(StoredSeal seal, String name, String expected) {
		String subject = name.startsWith("edition") ? "edition of run " + seal.run() : "seal " + seal.number();
		this.findings.add(subject, "is not what seal " + seal.number() + " says in the line " + name
				+ (name.equals("edition-source-sha256") ? ": the text the edition was read from was changed" : ""),
				expected, seal.value(name));
	}

	/** Counts entries. */
	interface EntryCount {

		void one();

	}

}
