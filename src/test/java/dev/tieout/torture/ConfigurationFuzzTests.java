package dev.tieout.torture;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tieout.configuration.ConfigurationException;
import dev.tieout.configuration.JobFile;
import dev.tieout.configuration.ProgramFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Job and program files spoilt at random: each is taken, or all its problems are told.
 */
@ExtendWith(Replay.class)
class ConfigurationFuzzTests {

	private static final Path JOB = Path.of("jobs/spoilt.yml");

	private int taken;

	@Test
	@Timeout(value = 3, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void noConfigurationIsMoreThanWrong() {
		int files = Torture.amount("configurations", 2_000, 100_000);
		SplittableRandom random = Torture.dice("configurations");
		String program = new String(Corpus.file("program.yml"), StandardCharsets.UTF_8);
		for (int i = 0; i < files; i++) {
			String corpus = (i % 2 == 0) ? "program.yml" : "job.yml";
			byte[] spoilt = new Mutator(random.split()).spoil(Corpus.file(corpus), Treats.OF_YAML);
			String text = new String(spoilt, StandardCharsets.UTF_8);
			try {
				read(corpus, text, program);
				this.taken++;
			}
			catch (ConfigurationException wrong) {
				assertThat(wrong.problems()).isNotEmpty();
				assertThat(String.valueOf(wrong.getMessage()).length()).isLessThan(200_000);
			}
			catch (RuntimeException | StackOverflowError thrown) {
				throw new AssertionError("file %d: %s in%n%s".formatted(i, thrown, text), thrown);
			}
		}
		Figures.note("hostile files", "job and program files fuzzed", files);
		assertThat(this.taken).isBetween(files / 50, files - files / 50);
	}

	/** What is taken means the same when it is read again. */
	private static void read(String corpus, String text, String program) {
		if (corpus.equals("job.yml")) {
			JobFile.parse(text, JOB, program);
			return;
		}
		ProgramFile read = ProgramFile.parse(text, "spoilt.yml");
		assertThat(ProgramFile.parse(text, "spoilt.yml").program()).isEqualTo(read.program());
	}

	/** Each of these has brought a reader of YAML down. */
	@ParameterizedTest
	@ValueSource(strings = { "bomb", "deep", "itself", "merge", "twice", "keys", "long", "nothing" })
	@Timeout(20)
	void whatBringsReadersDownIsTold(String kind) {
		assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> ProgramFile.parse(yaml(kind), "p.yml"))
			.satisfies((told) -> assertThat(told.problems()).isNotEmpty());
		assertThatExceptionOfType(ConfigurationException.class)
			.isThrownBy(() -> JobFile.parse(yaml(kind), JOB, yaml(kind)));
	}

	private static String yaml(String kind) {
		return switch (kind) {
			case "bomb" -> IntStream.range(1, 30)
				.mapToObj((i) -> "a%d: &a%d [%s]%n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9)))
				.collect(Collectors.joining("", "a0: &a0 [x]\n", ""));
			case "deep" -> "rules: " + "[".repeat(100_000);
			case "itself" -> "rules: &a [*a, *a]\ngroups: &b {x: *b}\n";
			case "merge" -> "x: &x {program: a}\n<<: *x\n<<: [*x, *x]\n";
			case "twice" -> "program: a\nprogram: b\nprogram: c\n";
			case "keys" -> "? [a, b]\n: c\n? {a: b}\n: d\n";
			case "long" -> "program: " + "x".repeat(900_000);
			default -> "";
		};
	}

}
