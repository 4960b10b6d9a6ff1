package dev.tieout.torture;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.tieout.configuration.ConfigurationException;
import dev.tieout.configuration.JobFile;
import dev.tieout.configuration.ProgramFile;

import static org.assertj.core.api.Assertions.assertThat;

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

}
