package dev.tieout.audit;

import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RunLifeTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none", textBlock = """
			RUNNING   | true  | ''
			RUNNING   | false | no sign of life since 2026-11-01T04:31:07Z; the next run of its job resumes it
			POSTED    | true  | writes its reports
			POSTED    | false | its reports are not written yet: tieout runs resume 7
			STOPPED   | false | the next run of its job resumes it
			COMPLETED | false | ''
			FAILED    | false | ''
			""")
	void theStateIsFollowedByWhatIsToBeKnown(String state, boolean atWork, String remark) {
		RunLife life = new RunLife(atWork, Optional.of(Instant.parse("2026-11-01T04:31:07.123Z")));
		assertThat(life.remark(state, 7)).isEqualTo(remark);
	}

}
