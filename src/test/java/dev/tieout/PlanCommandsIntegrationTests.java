package dev.tieout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import dev.tieout.audit.Plan;
import dev.tieout.audit.file.PlanJson;
import dev.tieout.cli.Cli;
import dev.tieout.cli.Console;
import dev.tieout.database.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** A rate that was wrong, put right with a plan, as an operator does it. */
class PlanCommandsIntegrationTests {

	@TempDir
	Path home = Path.of("");

	private final Map<String, String> environment = TestDatabase.fresh().environment();

	@Test
	void aRateThatWasWrongIsPlannedLookedAtAndApplied() throws IOException {
		for (String folder : List.of("jobs", "sample-data")) {
			copy(Path.of(folder), this.home.resolve(folder));
		}
		assertThat(tieout("run", "nightly", "--business-date", "2026-10-31").code()).isZero();
		Path program = this.home.resolve("jobs/programs/main.yml");
		Files.writeString(program, Files.readString(program).replace("      rate: 10%\n", "      rate: 11%\n"));
		Outcome refused = tieout("run", "nightly", "--business-date", "2026-11-01");
		assertThat(refused.code()).isEqualTo(3);
		assertThat(refused.err()).contains("RULES_REWRITTEN", "tieout plan nightly --from D --to D --out FILE");

		Path file = this.home.resolve("april plan.json");
		Outcome planned = tieout("plan", "nightly", "--from", "2026-04-01", "--to", "2026-04-30", "--out",
				file.toString());
		assertThat(planned.code()).as(planned.err()).isZero();
		assertThat(planned.out()).startsWith("Plan 2 of job nightly: COMPLETED")
			.contains("Nothing was posted.", "Would post", "Orders that change");
		assertThat(planned.err()).contains("tieout apply '" + file + "' --reason TEXT", "april plan.csv",
				"To apply it is to accept the program as it is now", "10%", "11%");
		Plan plan = PlanJson.read(Files.readAllBytes(file));
		assertThat(plan.entries().count()).isPositive();
		assertThat(plan.accepts()).containsExactly("rules[2026-01-01].commission.rate: 10% -> 11%",
				"rules[2026-06-01].commission.rate: 10% -> 11%");
		assertThat(planned.out()).contains(plan.entries().count() + " entries");

		Outcome twice = tieout("plan", "nightly", "--from", "2026-04-01", "--to", "2026-04-30", "--out",
				file.toString());
		assertThat(twice.code()).isEqualTo(2);
		assertThat(twice.err()).contains("exists already and is not overwritten");
		assertThat(tieout("plan", "nightly", "--from", "2026-04-30", "--to", "2026-04-01", "--out", "x.json").code())
			.isEqualTo(2);
		assertThat(tieout("apply", this.home.resolve("none.json").toString(), "--reason", "x").code()).isEqualTo(2);
		assertThat(tieout("apply", file.toString(), "--reason", " ").code()).isEqualTo(2);

		Outcome applied = tieout("apply", file.toString(), "--reason", "11 % was agreed");
		assertThat(applied.code()).as(applied.err()).isZero();
		assertThat(applied.out()).startsWith("Apply 3 of job nightly: COMPLETED")
			.contains("Posted", plan.entries().count() + " entries", "11 % was agreed", "Does it close?  yes");
		Outcome again = tieout("apply", file.toString(), "--reason", "11 % was agreed");
		assertThat(again.code()).isEqualTo(3);
		assertThat(again.err()).contains("Plan 2 was applied before: run 3 posted it at ");
		assertThat(tieout("runs").out()).contains("plan", "apply");
		assertThat(tieout("export", "operations").out()).contains("program accept", "11 % was agreed");

		Outcome json = tieout("plan", "nightly", "--from", "2026-04-01", "--to", "2026-04-30", "--out",
				this.home.resolve("again.json").toString(), "--json");
		assertThat(JsonMapper.shared().readTree(json.out()).get(0).get("run").get("kind").asString()).isEqualTo("plan");
		assertThat(PlanJson.read(Files.readAllBytes(this.home.resolve("again.json"))).entries().count()).isZero();
		assertThat(json.out()).doesNotContain("@mail.example");
		assertThat(
				tieout("run", "nightly", "--business-date", "2026-11-01", "--restate", "--reason", "the rest").code())
			.isZero();
	}

	private Outcome tieout(String... arguments) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		Cli cli = new Cli(new ApplicationServices(this.environment), Console.of(out, err), Optional.empty());
		int code = cli.run(Stream.concat(Arrays.stream(arguments), Stream.of("--jobs", this.home + "/jobs"))
			.toArray(String[]::new));
		return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.toList()) {
				Files.copy(file, to.resolve(from.relativize(file).toString()));
			}
		}
	}

	private record Outcome(int code, String out, String err) {

	}

}
