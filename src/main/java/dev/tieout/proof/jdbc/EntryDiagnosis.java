package dev.tieout.proof.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.tieout.proof.Fingerprints;
import dev.tieout.proof.Fingerprints.Fingerprint;
import dev.tieout.proof.LineDifference;
import dev.tieout.proof.SealedEntry;
import dev.tieout.proof.StoredSeal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Finds the entries for which a seal does not hold, by their fingerprints, and what they
 * said, by what the run proposed to post: a proposal whose line has the fingerprint is
 * what was posted.
 */
final class EntryDiagnosis {

	private static final int MOST = 10;

	private final JdbcTemplate jdbc;

	private final EntryRows rows;

	private final Findings findings;

	private final Fingerprints prints = new Fingerprints(1);

	EntryDiagnosis(Connection connection, EntryRows rows, Findings findings) {
		this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
		this.rows = rows;
		this.findings = findings;
	}

	/**
	 * Adds a finding for each entry that is wrong, up to a number.
	 * @param seal the seal that does not hold
	 * @param after the number before its first entry
	 * @param through the number of its last entry
	 * @param computed the hash that its entries give now
	 * @throws SQLException if the database cannot be read
	 */
	void explain(StoredSeal seal, long after, long through, String computed) throws SQLException {
		boolean known = sealed(after, through) == seal.number("entries");
		List<Wrong> wrong = known ? wrong(after, through) : List.of();
		String where = " (seal " + seal.number() + ", run " + seal.run() + ")";
		if (wrong.isEmpty()) {
			this.findings.add("seal " + seal.number(),
					"entries " + (after + 1) + " to " + through
							+ " do not give the hash that was sealed, and their fingerprints do not tell which",
					"entries-sha256 " + computed, seal.value("entries-sha256"));
		}
		PostedProposals proposals = new PostedProposals(this.jdbc);
		for (Wrong entry : wrong) {
			Optional<SealedEntry> sealed = entry.print()
				.flatMap((print) -> proposals.find(seal.run(), print, entry.now(), this.prints));
			String subject = "entry " + entry.number();
			if (entry.print().isEmpty()) {
				this.findings.add(subject, "was not there when seal " + seal.number() + " was made" + where,
						entry.now().map(EntryDiagnosis::inWords).orElse(""), "");
			}
			else if (entry.now().isEmpty()) {
				this.findings.add(subject, "is missing" + where, "",
						sealed.map(EntryDiagnosis::inWords).orElse("what the run's reports say (ledger.csv)"));
			}
			else {
				changed(subject, where, entry.now().get(), sealed);
			}
		}
	}

	private void changed(String subject, String where, SealedEntry now, Optional<SealedEntry> sealed) {
		if (sealed.isEmpty()) {
			this.findings.add(subject, "was changed" + where, inWords(now), "what the run's reports say (ledger.csv)");
			return;
		}
		LineDifference difference = LineDifference.changed(SealedEntry.FIELDS, sealed.get().canonical(),
				now.canonical());
		this.findings.add(subject, "was changed" + where, difference.says(), difference.should());
	}

	private static String inWords(SealedEntry entry) {
		return "%d %s for order %s/%s, affiliate_no %d".formatted(entry.amount(), entry.currency(), entry.store(),
				entry.orderId(), entry.affiliate());
	}

	/**
	 * Goes through entries and fingerprints side by side, a block of fingerprints at a
	 * time: the connection does one thing at once.
	 */
	private List<Wrong> wrong(long after, long through) throws SQLException {
		List<Wrong> wrong = new ArrayList<>();
		long reached = after;
		for (long block : blocks(after, through)) {
			List<Fingerprint> sealed = fingerprints(block);
			long last = sealed.get(sealed.size() - 1).entry();
			compare(sealed, reached, last, wrong);
			reached = last;
		}
		compare(List.of(), reached, through, wrong);
		return wrong.subList(0, Math.min(MOST, wrong.size()));
	}

	private void compare(List<Fingerprint> sealed, long after, long through, List<Wrong> wrong) throws SQLException {
		int[] next = { 0 };
		this.rows.read(after, through, Integer.MAX_VALUE, (entry) -> {
			while (next[0] < sealed.size() && sealed.get(next[0]).entry() < entry.number()) {
				missing(sealed.get(next[0]++), wrong);
			}
			if (next[0] < sealed.size() && sealed.get(next[0]).entry() == entry.number()) {
				Fingerprint print = sealed.get(next[0]++);
				if (print.hash() != this.prints.of(entry) && wrong.size() < MOST) {
					wrong.add(new Wrong(entry.number(), Optional.of(print), Optional.of(entry)));
				}
			}
			else if (wrong.size() < MOST) {
				wrong.add(new Wrong(entry.number(), Optional.empty(), Optional.of(entry)));
			}
		});
		sealed.subList(next[0], sealed.size()).forEach((print) -> missing(print, wrong));
	}

	private static void missing(Fingerprint print, List<Wrong> wrong) {
		if (wrong.size() < MOST) {
			wrong.add(new Wrong(print.entry(), Optional.of(print), Optional.empty()));
		}
	}

	private List<Long> blocks(long after, long through) {
		return this.jdbc.queryForList(
				"select first_entry from seal_fingerprint where first_entry > ? and first_entry <= ? order by 1",
				Long.class, after, through);
	}

	private List<Fingerprint> fingerprints(long block) {
		Fingerprints stored = Fingerprints.of(JdbcClient.create(this.jdbc)
			.sql("select entries from seal_fingerprint where first_entry = ?")
			.param(block)
			.query(byte[].class)
			.single());
		List<Fingerprint> all = new ArrayList<>();
		for (Optional<Fingerprint> print = stored.next(); print.isPresent(); print = stored.next()) {
			all.add(print.get());
		}
		return all;
	}

	private long sealed(long after, long through) {
		return JdbcClient.create(this.jdbc)
			.sql("select coalesce(sum(length(entries) / 16), 0) from seal_fingerprint where first_entry > ? and first_entry <= ?")
			.params(after, through)
			.query(Long.class)
			.single();
	}

	private record Wrong(long number, Optional<Fingerprint> print, Optional<SealedEntry> now) {

	}

}
