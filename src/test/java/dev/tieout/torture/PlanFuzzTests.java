package dev.tieout.torture;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tieout.audit.SamplePlan;
import dev.tieout.audit.file.PlanFormatException;
import dev.tieout.audit.file.PlanJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Plans spoilt at random: none is read but such as Tieout could have written, byte for
 * byte. Which of those it has written, the database knows by their SHA-256.
 */
@ExtendWith(Replay.class)
class PlanFuzzTests {

	private static final byte[] WRITTEN = PlanJson.write(SamplePlan.plan());

	@Test
	@Timeout(value = 1, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void noSpoiltPlanIsTaken() {
		int files = Torture.amount("plans", 3_000, 300_000);
		SplittableRandom random = Torture.dice("plans");
		int refused = 0;
		for (int i = 0; i < files; i++) {
			byte[] spoilt = new Mutator(random.split()).spoil(WRITTEN, Treats.OF_TABLES);
			try {
				assertThat(PlanJson.write(PlanJson.read(spoilt))).isEqualTo(spoilt);
			}
			catch (PlanFormatException told) {
				assertThat(told.getMessage()).isNotBlank().hasSizeLessThan(500);
				refused++;
			}
			catch (RuntimeException | StackOverflowError thrown) {
				throw new AssertionError("file %d: %s in%n%s".formatted(i, thrown, text(spoilt)), thrown);
			}
		}
		Figures.note("hostile files", "plan files fuzzed", files);
		Figures.note("hostile files", "plan files refused as text", refused);
		assertThat(refused).isGreaterThan(files / 2);
	}

	/**
	 * A small text must not become a number of a gigabyte, nor a pile of a million calls.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "1e999999999 USD", "-1E+2147483647 USD", "1e-999999999 USD", "0x1p4 USD", "+1 USD" })
	@Timeout(20)
	void anAmountIsWrittenOut(String amount) {
		byte[] spoilt = text(WRITTEN).replace("-21.01 USD", amount).getBytes(StandardCharsets.UTF_8);
		assertThat(spoilt).isNotEqualTo(WRITTEN);
		assertThatExceptionOfType(PlanFormatException.class).isThrownBy(() -> PlanJson.read(spoilt));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[", "{\"a\":", "{\"format\":[" })
	@Timeout(20)
	void howeverDeepItIsNested(String opening) {
		byte[] nested = opening.repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
		assertThatExceptionOfType(PlanFormatException.class).isThrownBy(() -> PlanJson.read(nested));
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
