package dev.tieout.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import dev.tieout.database.TestDatabase;
import dev.tieout.hostile.TieoutProcess;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sample's night in other time zones, languages and digits, of the process and of the
 * database: reports, statements and exports are the same bytes, but for the times and
 * hashes of the run itself.
 */
@ExtendWith(Replay.class)
class PlacesScenarioTests {

	private static final Place HERE = new Place("-Duser.timezone=UTC -Duser.language=en -Duser.country=US", "UTC",
			"ISO, MDY");

	/** The first two in every build: each has several oddities at once. */
	private static final List<Place> OTHERS = List.of(
			new Place("-Duser.timezone=Pacific/Kiritimati -Duser.language=tr -Duser.country=TR", "America/St_Johns",
					"German, DMY"),
			new Place(
					"-Duser.timezone=America/St_Johns -Duser.language=fa -Duser.country=IR -Duser.extensions=u-nu-arabext",
					"Asia/Kathmandu", "SQL, DMY"),
			new Place("-Duser.timezone=Asia/Kathmandu -Duser.language=ar -Duser.country=EG", "Pacific/Apia",
					"Postgres, YMD"),
			new Place("-Duser.timezone=Etc/GMT+12 -Duser.language=th -Duser.country=TH -Duser.variant=TH", "Etc/GMT-14",
					"ISO, DMY"),
			new Place("-Duser.timezone=Europe/Berlin -Duser.language=de -Duser.country=DE", "Europe/Berlin",
					"ISO, YMD"));

	@Test
	void givesTheSameBytes(@TempDir Path folder) throws Exception {
		Map<String, String> here = outcome(Files.createDirectory(folder.resolve("here")), HERE);
		assertThat(here.keySet().stream().map((name) -> name.replaceAll(".*/", ""))).contains("audit.html",
				"decisions.csv", "ledger.csv", "rejects.csv", "files.csv", "connection-lines.csv", "journal.csv",
				"connections.csv", "statement-2026-10-kavya@partners.example.csv");
		int places = Torture.amount("places", 2, OTHERS.size());
		for (Place place : OTHERS.subList(0, places)) {
			Map<String, String> there = outcome(Files.createDirectory(folder.resolve("at" + OTHERS.indexOf(place))),
					place);
			assertThat(there.keySet()).isEqualTo(here.keySet());
			here.forEach((name, text) -> assertThat(difference(text, there.getOrDefault(name, "")))
				.as("%s at %s", name, place)
				.isEmpty());
		}
		Figures.note("clocks and places", "places of process and database, same bytes", places + 1);
	}

	/** The first line that is not the same. */
	private static String difference(String here, String there) {
		List<String> lines = here.lines().toList();
		List<String> others = there.lines().toList();
		for (int i = 0; i < Math.max(lines.size(), others.size()); i++) {
			String line = (i < lines.size()) ? lines.get(i) : "nothing";
			String other = (i < others.size()) ? others.get(i) : "nothing";
			if (!line.equals(other)) {
				return "line %d is '%s', but here '%s'".formatted(i + 1, other, line);
			}
		}
		return "";
	}

	private static Map<String, String> outcome(Path home, Place place) throws Exception {
		for (String part : List.of("jobs", "sample-data")) {
			copy(Path.of(part), home.resolve(part));
		}
		Path job = home.resolve("jobs/nightly.yml");
		// Files read side by side number their orders as it comes.
		Files.writeString(job, Files.readString(job).replace("tuning:", "tuning:\n  partitions: 1"));
		TestDatabase database = TestDatabase.fresh();
		String name = database.administratorAnswers("select current_database()");
		database.asAdministrator("alter database " + name + " set timezone = '" + place.databaseZone() + "'",
				"alter database " + name + " set datestyle = '" + place.dateStyle() + "'",
				"alter database " + name + " set bytea_output = 'escape'",
				"alter database " + name + " set extra_float_digits = -5",
				"alter database " + name + " set intervalstyle = 'sql_standard'");
		Map<String, String> environment = new LinkedHashMap<>(database.environment());
		environment.put("JAVA_TOOL_OPTIONS", place.java());
		for (String command : List.of("run nightly --business-date 2026-10-31",
				"statement --all 2026-10 --out statements", "export journal --period 2026-10 --out reports/journal.csv",
				"export connections --out reports/connections.csv")) {
			try (TieoutProcess process = TieoutProcess.start(home, environment, command.split(" "))) {
				TieoutProcess.Ended ended = process.ended();
				assertThat(ended.exitCode()).as(ended.errors()).isZero();
				Files.writeString(home.resolve("reports/printed-" + command.split(" ")[0] + ".txt"),
						ended.output().replaceAll(" in \\d+(\\.\\d+)? s", "").replace(home.toString(), "HOME"));
			}
		}
		return texts(home);
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.toList()) {
				Files.copy(file, to.resolve(from.relativize(file).toString()));
			}
		}
	}

	private static Map<String, String> texts(Path home) throws IOException {
		Map<String, String> texts = new TreeMap<>();
		for (String folder : List.of("reports", "statements")) {
			try (Stream<Path> files = Files.walk(home.resolve(folder))) {
				for (Path file : files.filter(Files::isRegularFile).toList()) {
					texts.put(home.relativize(file).toString(), ofTheRunItself(Files.readString(file), home));
				}
			}
		}
		return texts;
	}

	/** Leaves out when the run was, how long it took, and hashes of such texts. */
	private static String ofTheRunItself(String text, Path home) {
		String today = LocalDate.now(Clock.systemUTC()).getYear() + "-(?!10-)\\d\\d-\\d\\d";
		return text.replace(home.toString(), "HOME")
			.replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z", "NOW")
			.replaceAll("[0-9a-f]{64}", "HASH")
			.replaceAll("(?<!,)" + today + " \\d\\d:\\d\\d(:\\d\\d)?( E[SD]T)?", "NOW")
			.replaceAll("\\d+(\\.\\d+)? (ms|s)\\b", "TOOK")
			.replaceAll("\"seconds\" : [0-9.]+", "TOOK");
	}

	/**
	 * Where a process and its database are.
	 *
	 * @param java options of the process
	 * @param databaseZone of sessions that ask for none
	 * @param dateStyle likewise
	 */
	private record Place(String java, String databaseZone, String dateStyle) {

	}

}
