package dev.tieout.job;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.tieout.audit.SamplePlan;

import static org.assertj.core.api.Assertions.assertThat;

class KeptPlanTests {

	@Test
	void aPlanMayBeAppliedForSevenDaysToTheInstant() {
		KeptPlan plan = new KeptPlan(1, Path.of("plan.json"), SamplePlan.saw(), Instant.parse("2026-03-01T12:00:00Z"),
				Optional.empty(), 0, "", Optional.empty());
		assertThat(plan.isTooOld(Instant.parse("2026-03-08T12:00:00Z"))).isFalse();
		assertThat(plan.isTooOld(Instant.parse("2026-03-08T12:00:00.000000001Z"))).isTrue();
	}

}
