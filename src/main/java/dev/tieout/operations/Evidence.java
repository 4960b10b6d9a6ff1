package dev.tieout.operations;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.tieout.proof.PartDigest;
import dev.tieout.proof.SealPart;
import dev.tieout.proof.SealedEntries;
import dev.tieout.proof.SealedEntry;
import dev.tieout.proof.Sha256;
import dev.tieout.proof.StoredSeal;
import dev.tieout.proof.file.EvidenceZip;
import dev.tieout.proof.jdbc.SealedRun;
import dev.tieout.proof.jdbc.SealedRuns;
import org.springframework.core.io.ClassPathResource;

/**
 * The verb evidence: a run's reports and all that proves them, for whoever has no Tieout.
 */
public final class Evidence {

	private static final String README = """
			Evidence of run %d, sealed with seal %d

			  sh check.sh

			checks all of this with sha256sum and the tools of any POSIX system, without Tieout. By hand:

			  sha256sum --check SHA256SUMS        nothing here was changed since it was packed
			  sha256sum entries.txt               is the line entries-sha256 of %s
			  sha256sum %s
			                                      is the seal's hash, and must be the one known outside the
			                                      database: seals.txt beside the reports, or a printed report
			  each seal's line previous           is the hash of the seal before it

			entries.txt          every entry that was posted, one line each, fields between tabs:
			                     %s
			                     (amounts in minor units, instants in UTC, no value is \\N)
			affiliates.txt       affiliate_no, SHA-256 of the address, address
			run.txt              what the run was registered with (below)
			control-totals.txt   what it proved before it posted
			files.txt            the input files it posted; input-files.txt: file_no, SHA-256, name
			operations.txt       commands since the seal before
			closings.txt         months closed since the seal before, with their balances
			edition.txt          the program in canonical form; edition-source.yml: the file it was read from
			job.yml              the job file as it was registered
			seals/               every seal up to this one
			reports/             %s

			The run
			""";

	private final SealedRuns runs;

	/**
	 * Creates the verb.
	 * @param dataSource the application's
	 */
	public Evidence(DataSource dataSource) {
		this.runs = new SealedRuns(dataSource);
	}

	/**
	 * Writes a run's evidence. The same run gives the same bytes.
	 * @param run the run's number
	 * @param out takes a zip; not closed
	 * @return how many files it has
	 * @throws IOException if it cannot be written, or a report cannot be read
	 * @throws RefusedException if the run was not sealed, or is not what was sealed
	 */
	public int write(int run, OutputStream out) throws IOException {
		SealedRun sealed = this.runs.of(run)
			.orElseThrow(() -> new RefusedException("Run " + run
					+ " has no seal: it has not posted, or posted before there were seals. 'tieout runs' lists the runs; the first run with a seal covers what was posted before."));
		refuseOther(sealed);
		EvidenceZip zip = new EvidenceZip(out);
		List<Path> reports = reports(sealed);
		zip.add("README.txt", readme(sealed, reports));
		zip.add("affiliates.txt", sealed.affiliates());
		zip.add("check.sh", check());
		zip.add("edition-source.yml", sealed.editionSource());
		zip.add("edition.txt", sealed.editionText());
		zip.add("entries.txt", (to) -> refuseOther(sealed.seal(), this.runs.writeEntries(sealed.seal(), to)));
		zip.add("input-files.txt", sealed.inputFiles());
		zip.add("job.yml", sealed.jobText());
		for (SealPart part : SealPart.values()) {
			zip.add(part.word() + ".txt", sealed.parts().getOrDefault(part, ""));
		}
		for (Path report : reports) {
			zip.add("reports/" + report.getFileName(), report);
		}
		for (StoredSeal seal : sealed.seals()) {
			zip.add(name(seal), seal.text());
		}
		return zip.finish();
	}

	/** Evidence that does not hold is none. */
	private static void refuseOther(SealedRun run) {
		StoredSeal seal = run.seal();
		boolean holds = Sha256.of(seal.text()).equals(seal.hash())
				&& Sha256.of(run.editionText()).equals(seal.value("edition"));
		for (SealPart part : SealPart.values()) {
			holds &= PartDigest.of(run.parts().getOrDefault(part, ""))
				.sha256()
				.equals(seal.value(part.word() + "-sha256"));
		}
		if (!holds) {
			refuse(seal);
		}
	}

	private static void refuseOther(StoredSeal seal, SealedEntries entries) {
		if (!entries.sha256().equals(seal.value("entries-sha256"))) {
			refuse(seal);
		}
	}

	private static void refuse(StoredSeal seal) {
		throw new RefusedException("Run " + seal.run() + " is not what was sealed with seal " + seal.number()
				+ ", so there is no evidence of it. 'tieout verify' names what was changed.");
	}

	/** Those that are still there; older ones are removed after keep-days. */
	private static List<Path> reports(SealedRun run) throws IOException {
		if (run.reports().isEmpty() || !Files.isDirectory(Path.of(run.reports()))) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(Path.of(run.reports()))) {
			return files.filter(Files::isRegularFile).sorted().toList();
		}
	}

	private static String readme(SealedRun run, List<Path> reports) {
		StoredSeal seal = run.seal();
		StringBuilder text = new StringBuilder(README.formatted(seal.run(), seal.number(), name(seal), name(seal),
				String.join(" ", SealedEntry.FIELDS),
				reports.isEmpty() ? "none: they are no longer where they were written" : "as the run wrote them"));
		String[] cells = run.parts().getOrDefault(SealPart.RUN, "").strip().split("\t", -1);
		List<String> fields = SealPart.RUN.fields();
		for (int i = 0; i < Math.min(cells.length, fields.size()); i++) {
			text.append(
					String.format(Locale.ROOT, "  %-16s %s\n", fields.get(i), cells[i].equals("\\N") ? "-" : cells[i]));
		}
		return text.toString();
	}

	private static String name(StoredSeal seal) {
		return String.format(Locale.ROOT, "seals/seal-%06d.txt", seal.number());
	}

	private static String check() throws IOException {
		return new ClassPathResource("dev/tieout/proof/check.sh").getContentAsString(StandardCharsets.UTF_8);
	}

}
