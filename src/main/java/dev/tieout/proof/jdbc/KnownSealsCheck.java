package dev.tieout.proof.jdbc;

import java.util.Optional;

import dev.tieout.proof.KnownSeal;
import dev.tieout.proof.KnownSeals;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds the database against seals that are known outside of it. */
final class KnownSealsCheck {

	private final JdbcTemplate jdbc;

	private final Findings findings;

	KnownSealsCheck(JdbcTemplate jdbc, Findings findings) {
		this.jdbc = jdbc;
		this.findings = findings;
	}

	/**
	 * Checks each seal that is known.
	 * @param known the seals
	 */
	void check(KnownSeals known) {
		known.unreadable()
			.forEach((line) -> this.findings.add("line " + line + " of " + known.name(), "is no seal", "something else",
					"'seal N run N posted T entries N sha256 HASH'"));
		int last = JdbcClient.create(this.jdbc)
			.sql("select coalesce(max(seal_no), 0) from seal")
			.query(Integer.class)
			.single();
		int wrong = 0;
		for (KnownSeal seal : known.seals()) {
			wrong += isAsKnown(seal) ? 0 : 1;
			if (wrong == 1 && !isAsKnown(seal)) {
				tell(seal, known.name(), last);
			}
		}
		if (wrong > 1) {
			this.findings.add(known.name(), (wrong - 1) + " more of its seals are not in the database as it knows them",
					"", "");
		}
	}

	private boolean isAsKnown(KnownSeal seal) {
		return hash(seal).filter(seal.hash()::equals).isPresent();
	}

	private Optional<String> hash(KnownSeal seal) {
		return this.jdbc.queryForList("select hash from seal where seal_no = ?", String.class, seal.seal())
			.stream()
			.findFirst();
	}

	private void tell(KnownSeal seal, String file, int last) {
		Optional<String> hash = hash(seal);
		String subject = "seal " + seal.seal();
		String of = " of run " + seal.run() + ", posted at " + seal.postedAt() + " with " + seal.entries()
				+ ((seal.entries() == 1) ? " entry," : " entries,");
		if (hash.isEmpty()) {
			this.findings.add(subject,
					of.substring(1) + " is in " + file + ", but not in the database, which ends with seal " + last
							+ ": it was deleted, or an older backup was restored",
					"", seal.hash());
		}
		else {
			this.findings.add(subject,
					of.substring(1) + " is another one than in " + file
							+ ": the chain was written anew, or the file belongs to another database",
					hash.get(), seal.hash());
		}
	}

}
