package dev.tieout.program;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.tieout.identity.Timestamps;

/** Finds the changes between two programs, from one version's date to the next. */
final class ProgramComparison {

	/** A key's two values; the same pair over two stretches of time is one change. */
	private record Difference(Optional<String> former, Optional<String> latter) {

	}

	private final Program former;

	private final Program latter;

	private final List<ProgramChange> changes = new ArrayList<>();

	ProgramComparison(Program former, Program latter) {
		this.former = former;
		this.latter = latter;
	}

	List<ProgramChange> changes() {
		compareHeads();
		compareVersions();
		this.changes.sort(Comparator.comparing(ProgramChange::from).thenComparing(ProgramChange::key));
		return this.changes;
	}

	private void compareHeads() {
		SortedMap<String, String> latterHead = CanonicalSettings.ofHead(this.latter);
		Map<String, Difference> differences = differences(CanonicalSettings.ofHead(this.former), latterHead);
		differences.keySet().removeAll(Set.of("program", "restatement-limit"));
		differences.forEach((key, difference) -> {
			Instant from = key.equals("post-from") ? firstPosting() : Instant.MIN;
			this.changes.add(new ProgramChange(Optional.empty(), key, difference.former(), difference.latter(), from));
		});
	}

	private Instant firstPosting() {
		Instant one = startOfPosting(this.former);
		Instant other = startOfPosting(this.latter);
		return one.isBefore(other) ? one : other;
	}

	private static Instant startOfPosting(Program program) {
		return program.postFrom().map((date) -> Timestamps.startOfDay(date, program.zone())).orElse(Instant.MIN);
	}

	private void compareVersions() {
		NavigableMap<LocalDate, Version> formers = byDate(this.former);
		NavigableMap<LocalDate, Version> latters = byDate(this.latter);
		TreeSet<LocalDate> dates = new TreeSet<>(formers.keySet());
		dates.addAll(latters.keySet());
		Map<String, Difference> before = Map.of();
		for (LocalDate date : dates) {
			Map<String, Difference> now = differences(inForce(formers, date), inForce(latters, date));
			boolean bothBegin = formers.containsKey(date) && latters.containsKey(date);
			for (Map.Entry<String, Difference> entry : now.entrySet()) {
				if (bothBegin || !entry.getValue().equals(before.get(entry.getKey()))) {
					addAt(date, entry.getKey(), entry.getValue());
				}
			}
			before = now;
		}
	}

	private void addAt(LocalDate date, String key, Difference difference) {
		Instant one = Timestamps.startOfDay(date, this.former.zone());
		Instant other = Timestamps.startOfDay(date, this.latter.zone());
		this.changes.add(new ProgramChange(Optional.of(date), key, difference.former(), difference.latter(),
				one.isBefore(other) ? one : other));
	}

	private static NavigableMap<LocalDate, Version> byDate(Program program) {
		NavigableMap<LocalDate, Version> versions = new TreeMap<>();
		program.versions().forEach((version) -> versions.put(version.effectiveFrom(), version));
		return versions;
	}

	private static Optional<Version> inForce(NavigableMap<LocalDate, Version> versions, LocalDate date) {
		return Optional.ofNullable(versions.floorEntry(date)).map(Map.Entry::getValue);
	}

	/**
	 * Where only one of the programs has begun, that alone is told: every key would
	 * differ.
	 */
	private static Map<String, Difference> differences(Optional<Version> former, Optional<Version> latter) {
		if (former.isEmpty() || latter.isEmpty()) {
			return Map.of("effective-from", new Difference(former.map((version) -> version.effectiveFrom().toString()),
					latter.map((version) -> version.effectiveFrom().toString())));
		}
		return differences(CanonicalSettings.of(former.get()), CanonicalSettings.of(latter.get()));
	}

	private static Map<String, Difference> differences(Map<String, String> former, Map<String, String> latter) {
		Set<String> keys = new TreeSet<>(former.keySet());
		keys.addAll(latter.keySet());
		Map<String, Difference> differences = new TreeMap<>();
		for (String key : keys) {
			Difference difference = new Difference(Optional.ofNullable(former.get(key)),
					Optional.ofNullable(latter.get(key)));
			if (!difference.former().equals(difference.latter())) {
				differences.put(key, difference);
			}
		}
		return differences;
	}

}
