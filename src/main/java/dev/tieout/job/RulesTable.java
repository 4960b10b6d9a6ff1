package dev.tieout.job;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.tieout.attribution.TimelineReplay;
import dev.tieout.program.Edition;
import dev.tieout.program.Version;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The versions of a run's edition in the table {@code rules}. What a version says is kept
 * with it: a decision under a later edition that says the same need not be stored again.
 */
final class RulesTable {

	private final JdbcClient jdbc;

	RulesTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds a run's versions where they are new. May be repeated. */
	void add(PinnedRun run) {
		add(run, Optional.empty());
		run.rules().versions().forEach((version) -> add(run, Optional.of(version.effectiveFrom())));
	}

	private void add(PinnedRun run, Optional<LocalDate> version) {
		this.jdbc.sql("""
				insert into rules (edition_no, effective_from, content, calculation)
				select :edition, cast(:version as date), :content, :calculation
				where not exists (select from rules where edition_no = :edition and calculation = :calculation
				                  and effective_from is not distinct from cast(:version as date))
				""")
			.param("edition", run.edition())
			.param("version", version.orElse(null))
			.param("content", content(run, version))
			.param("calculation", TimelineReplay.CALCULATION)
			.update();
	}

	/**
	 * The numbers of a run's versions by their dates; the one before the first has none.
	 */
	Map<Optional<LocalDate>, Integer> numbers(PinnedRun run) {
		Map<Optional<LocalDate>, Integer> numbers = new HashMap<>();
		this.jdbc.sql("select rules_no, effective_from from rules where edition_no = ? and calculation = ?")
			.params(run.edition(), TimelineReplay.CALCULATION)
			.query((row) -> {
				numbers.put(Optional.ofNullable(row.getObject(2, LocalDate.class)), row.getInt(1));
			});
		return numbers;
	}

	/** What each row says, by its number. */
	Map<Integer, String> contents() {
		Map<Integer, String> contents = new HashMap<>();
		this.jdbc.sql("select rules_no, content, calculation from rules").query((row) -> {
			contents.put(row.getInt(1), text(row.getString(2), row.getInt(3)));
		});
		return contents;
	}

	String text(PinnedRun run, Optional<Version> version) {
		return text(content(run, version.map(Version::effectiveFrom)), TimelineReplay.CALCULATION);
	}

	private static String text(String content, int calculation) {
		return "calculation " + calculation + "\n" + content;
	}

	private static String content(PinnedRun run, Optional<LocalDate> version) {
		String prefix = version.map((date) -> "rules[" + date + "]").orElse("no version");
		return Edition.of(run.rules())
			.canonicalText()
			.lines()
			.filter((line) -> line.startsWith(prefix))
			.collect(Collectors.joining("\n"));
	}

}
