package dev.tieout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tieout.cli.Cli;
import dev.tieout.cli.Console;
import dev.tieout.database.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * README's chapter "Operating it": its commands as they stand there, one after the other
 * on the sample data, print what stands there. Times and run times aside; a line of three
 * dots stands for any number of lines.
 */
class ReadmeScenarioTests {

	private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

	private static final Pattern EXIT = Pattern.compile("\\s+# exit (\\d)$");

	private static final String CRASH = "# the machine goes down while run 11 is at work";

	private static final String RUN_THAT_IS_CUT_OFF = "./tieout run nightly --business-date 2026-11-05";

	private final TestDatabase database = TestDatabase.fresh();

	private Path home = Path.of("");

	@Test
	void theOperatingChapterIsTrue(@TempDir Path directory) throws Exception {
		this.home = directory.toRealPath();
		for (String folder : List.of("jobs", "sample-data")) {
			copy(Path.of(folder), this.home.resolve(folder));
		}
		int commands = 0;
		Outcome last = new Outcome(0, "");
		String command = "";
		for (String line : chapter()) {
			if (line.equals(CRASH)) {
				crash();
			}
			else if (line.startsWith("$ ")) {
				command = line.substring(2);
				last = execute(command);
				commands++;
			}
			else if (!line.isBlank() && !line.equals("...")) {
				assertThat(normal(last.text())).as("what '%s' prints", command).contains(normal(line));
			}
		}
		assertThat(commands).isGreaterThan(20);
	}

	/** The lines of the chapter's blocks of text. */
	private static List<String> chapter() throws IOException {
		String readme = Files.readString(Path.of("README.md"));
		String chapter = readme.substring(readme.indexOf("\n## Operating it"));
		chapter = chapter.substring(0, chapter.indexOf("\n## ", 1));
		List<String> lines = new ArrayList<>();
		boolean inside = false;
		for (String line : chapter.lines().toList()) {
			if (line.startsWith("```")) {
				inside = line.equals("```text");
			}
			else if (inside) {
				lines.add(line);
			}
		}
		return lines;
	}

	private Outcome execute(String line) throws Exception {
		Matcher exit = EXIT.matcher(line);
		int expected = exit.find() ? Integer.parseInt(exit.group(1)) : 0;
		String command = EXIT.matcher(line).replaceFirst("");
		Outcome outcome = command.startsWith("./tieout ") ? tieout(command) : shell(command);
		assertThat(outcome.code()).as("%s%n%s", line, outcome.text()).isEqualTo(expected);
		return outcome;
	}

	private Outcome tieout(String command) {
		List<String> arguments = new ArrayList<>();
		Matcher words = WORD.matcher(command.substring("./tieout ".length()));
		while (words.find()) {
			String word = Optional.ofNullable(words.group(1)).orElseGet(words::group);
			arguments.add(word.endsWith(".json") ? this.home.resolve(word).toString() : word);
		}
		arguments.addAll(List.of("--jobs", this.home + "/jobs"));
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		int code = new Cli(new ApplicationServices(this.database.environment()), Console.of(out, err), Optional.empty())
			.run(arguments.toArray(String[]::new));
		return new Outcome(code, out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8));
	}

	private Outcome shell(String command) throws Exception {
		Process process = new ProcessBuilder("sh", "-c", command).directory(this.home.toFile())
			.redirectErrorStream(true)
			.start();
		String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return new Outcome(process.waitFor(), text);
	}

	/**
	 * What a process leaves behind that is killed; killing real ones is the business of
	 * other tests.
	 */
	private void crash() throws Exception {
		JdbcClient owner = JdbcClient.create(this.database.ownerDataSource());
		try (Connection other = this.database.ownerDataSource().getConnection()) {
			holdScope(other);
			CompletableFuture<Outcome> run = CompletableFuture.supplyAsync(() -> tieout(RUN_THAT_IS_CUT_OFF));
			while (owner.sql("update run set stop_requested = true where state = 'RUNNING'").update() == 0) {
				assertThat(run).isNotDone();
				Thread.onSpinWait();
			}
			while (owner.sql("select count(*) from run where state = 'STOPPED'").query(Long.class).single() == 0) {
				assertThat(run).isNotDone();
				Thread.onSpinWait();
			}
			// What the command prints of the run looks into the locked table.
			other.rollback();
			assertThat(run.get().code()).as(run.get().text()).isEqualTo(4);
		}
		owner.sql("update run set state = 'RUNNING', ended_at = null where state = 'STOPPED'").update();
		owner.sql("update program set active_run = (select max(run_no) from run)").update();
		owner.sql("update batch_step_execution set status = 'STARTED', end_time = null where status = 'STOPPED'")
			.update();
		owner.sql("update batch_job_execution set status = 'STARTED', end_time = null where status = 'STOPPED'")
			.update();
	}

	private static void holdScope(Connection connection) throws SQLException {
		connection.setAutoCommit(false);
		try (Statement statement = connection.createStatement()) {
			statement.execute("lock table scope in access exclusive mode");
		}
	}

	private String normal(String text) {
		return text.replace(this.home + "/", "")
			.replaceAll("in [0-9.]+ s\\b", "in T")
			.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "INSTANT")
			.replaceAll("\\s+", " ")
			.strip();
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.toList()) {
				Files.copy(file, to.resolve(from.relativize(file).toString()));
			}
		}
	}

	private record Outcome(int code, String text) {

	}

}
