package dev.tieout.configuration;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import dev.tieout.identity.EmailAddress;
import dev.tieout.money.Percentage;
import dev.tieout.program.Program;
import dev.tieout.program.RestatementLimit;
import dev.tieout.program.Version;

/** Reads "A program file" of jobs.md. */
final class ProgramReader {

	private final Section root;

	private final Map<LocalDate, Integer> linesOfDates = new TreeMap<>();

	ProgramReader(Section root) {
		this.root = root;
	}

	/** Returns the program, or empty where problems have been noted. */
	Optional<Program> read() {
		String name = this.root.required("program", Kinds.NAME, "");
		ZoneId zone = this.root.required("zone", Kinds.ZONE, ZoneOffset.UTC);
		Currency currency = this.root.required("currency", Kinds.CURRENCY, Currency.getInstance("USD"));
		Optional<LocalDate> postFrom = this.root.optional("post-from", Kinds.DATE);
		RestatementLimit limit = this.root.optional("restatement-limit", Kinds.PERCENTAGE)
			.map(Percentage::value)
			.map(RestatementLimit::new)
			.orElse(RestatementLimit.DEFAULT);
		Set<EmailAddress> ignored = new HashSet<>(this.root.values("ignore-addresses", Kinds.EMAIL));
		List<Version> versions = versions();
		this.root.noOthers();
		if (this.root.source().hasProblems()) {
			return Optional.empty();
		}
		return Optional.of(new Program(name, zone, currency, postFrom, limit, ignored, versions));
	}

	private List<Version> versions() {
		Map<LocalDate, Version> versions = new TreeMap<>();
		for (Setting item : this.root.requiredItems("rules", "a list with at least one version")) {
			Section section = Section.of(item);
			Version version = new VersionReader(section).read();
			section.find("effective-from").ifPresent((date) -> checkDate(date, version.effectiveFrom()));
			versions.putIfAbsent(version.effectiveFrom(), version);
		}
		return new ArrayList<>(versions.values());
	}

	private void checkDate(Setting setting, LocalDate date) {
		Integer first = this.linesOfDates.putIfAbsent(date, setting.line());
		if (first != null && !date.equals(VersionReader.NO_DATE)) {
			setting.wrong("is the date of another version too, in line " + first, "one version per date");
		}
	}

}
