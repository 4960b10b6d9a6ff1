package dev.tieout.audit.file;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tieout.audit.SamplePlan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlanJsonTests {

	@Test
	void aPlanSurvivesItsDocument() {
		assertThat(PlanJson.read(PlanJson.write(SamplePlan.plan()))).isEqualTo(SamplePlan.plan());
	}

	@Test
	void theDocumentIsMadeForPeople() {
		assertThat(text()).startsWith("""
				{
				  "format" : "tieout plan 1",
				  "plan" : 17,
				  "database" : "00112233aabbccdd",
				  "program" : "main",
				  "job" : "nightly",
				  "range" : {
				    "from" : "2026-03-01",
				    "to" : "2026-03-31"
				  },
				  "zone" : "America/New_York",
				  "wholeCustomers" : true,
				  "madeAt" : "2026-11-26T15:00:00Z",
				""")
			.contains("\"amount\" : \"-10.51 USD\"", "\"amount\" : \"500 JPY\"", "\"corrects\" : null")
			.endsWith("}\n");
	}

	@Test
	void anyByteChangedAnywhereMakesItAnotherPlanOrNone() {
		byte[] document = PlanJson.write(SamplePlan.plan());
		String sha256 = FileDigest.of(document);
		for (int i = 0; i < document.length; i++) {
			byte[] edited = document.clone();
			edited[i] ^= 1;
			assertThat(FileDigest.of(edited)).isNotEqualTo(sha256);
			try {
				assertThat(PlanJson.read(edited)).as("byte %d", i).isNotEqualTo(SamplePlan.plan());
			}
			catch (PlanFormatException refused) {
				assertThat(refused).hasMessageMatching("its .+");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "null", "[]", "7", "{\"format\" : \"tieout plan 1\"}", "not a plan at all" })
	void whatIsNoPlanIsRefused(String text) {
		assertThatExceptionOfType(PlanFormatException.class)
			.isThrownBy(() -> PlanJson.read(text.getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void theSameThingWrittenOtherwiseIsRefused() {
		refused(text().replace("\"plan\" : 17,", "\"plan\":17,"));
		refused(text() + "\n");
		refused(text().replace("\"plan\" : 17,", "\"plan\" : 17, \"plan\" : 17,"));
		refused(text().replace("\"plan\" : 17,", "\"plan\" : 17, \"note\" : \"approved\","));
		refused(text().replace("-10.51 USD", "-10.510 USD"));
		refused(text().replace("tieout plan 1", "tieout plan 2"));
		refused(text().replace("\"wholeCustomers\" : true,", ""));
		refused(text().replace("\"accepts\" :", "\"accept\" :"));
	}

	@Test
	void aFingerprintSurvivesTheDatabase() {
		assertThat(PlanJson.readFingerprint(PlanJson.write(SamplePlan.saw()))).isEqualTo(SamplePlan.saw());
	}

	private static void refused(String text) {
		assertThatExceptionOfType(PlanFormatException.class)
			.isThrownBy(() -> PlanJson.read(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static String text() {
		return new String(PlanJson.write(SamplePlan.plan()), StandardCharsets.UTF_8);
	}

}
