package dev.tieout.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.tieout.hostile.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All that a store and its reports have come to, numbers of runs and entries and times
 * aside.
 *
 * @param ledger rows by what they are
 * @param reports rows by report and file; a report of a run that posted nothing is left
 * out: a command that is given again makes one
 * @param failed how many runs failed, and have posted nothing
 */
record Standing(Map<String, List<String>> ledger, Map<String, List<String>> reports, long failed) {

	/** As many differences are told. */
	private static final int SHOWN = 8;

	static Standing of(DataSource dataSource, Path folder) throws IOException, SQLException {
		long failed = JdbcClient.create(dataSource)
			.sql("select count(*) from run where state = 'FAILED'")
			.query(Long.class)
			.single();
		return new Standing(Ledger.of(dataSource), reports(folder.resolve("reports")), failed);
	}

	private static Map<String, List<String>> reports(Path directory) throws IOException {
		Map<String, List<String>> reports = new TreeMap<>();
		int number = 0;
		for (Path run : list(directory, "run-")) {
			if (isEmpty(run.resolve("ledger.csv"))) {
				continue;
			}
			number++;
			assertThat(run.resolve("audit.html")).isNotEmptyFile();
			for (Path file : list(run, "")) {
				String name = "report " + number + " " + file.getFileName();
				if (name.endsWith(".csv")) {
					reports.put(name, Ledger.sortedRows(Files.readString(file)));
				}
			}
		}
		return reports;
	}

	private static boolean isEmpty(Path csv) throws IOException {
		return Ledger.sortedRows(Files.readString(csv)).isEmpty();
	}

	private static List<Path> list(Path directory, String start) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.filter((file) -> file.getFileName().toString().startsWith(start)).sorted().toList();
		}
	}

	/** How many entries its ledger has. */
	int entries() {
		return this.ledger.getOrDefault("LEDGER", List.of()).size();
	}

	/** Compares it with that of a store which nobody disturbed. */
	void assertSame(Standing undisturbed) {
		assertThat(this.ledger.get("open totals")).as("control totals that do not close").isEmpty();
		assertSame("ledger", this.ledger, undisturbed.ledger);
		assertSame("reports", told(this.reports), told(undisturbed.reports));
	}

	/**
	 * What a failed run had read whole, the next one's report tells of as read before.
	 */
	private Map<String, List<String>> told(Map<String, List<String>> reports) {
		Map<String, List<String>> told = new TreeMap<>(reports);
		told.keySet().removeIf((name) -> this.failed > 0 && !name.matches(".* (ledger|decisions).csv"));
		return told;
	}

	private static void assertSame(String what, Map<String, List<String>> actual, Map<String, List<String>> expected) {
		assertThat(actual.keySet()).as(what).isEqualTo(expected.keySet());
		expected.forEach((name, rows) -> {
			List<String> own = actual.getOrDefault(name, List.of());
			if (!rows.equals(own)) {
				assertThat(without(own, rows)).as(name + ": only in the disturbed store").isEmpty();
				assertThat(without(rows, own)).as(name + ": only in the undisturbed store").isEmpty();
				assertThat(own).as(name + ": how often").hasSameSizeAs(rows);
			}
		});
	}

	private static List<String> without(List<String> rows, List<String> others) {
		Set<String> left = new LinkedHashSet<>(rows);
		others.forEach(left::remove);
		return left.stream().limit(SHOWN).toList();
	}

}
