package dev.tieout.schedule;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import dev.tieout.configuration.JobFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.CronTrigger;
import org.quartz.Trigger;

import static org.assertj.core.api.Assertions.assertThat;

class TriggersTests {

	private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

	@TempDir
	private Path folder = Path.of("");

	private JobFile job(String cron, String more) throws Exception {
		JobFolder.in(this.folder).program("main", NEW_YORK.getId(), 10).job("nightly", cron, more);
		return JobFile.read(this.folder.resolve("nightly.yml"));
	}

	private static CronTrigger trigger(JobFile job, Instant from) {
		return Triggers.trigger(job, job.schedule().orElseThrow(), from);
	}

	/** The times of a trigger after a local time in New York. */
	@SuppressWarnings("JavaUtilDate") // Quartz speaks it
	private List<String> times(String cron, String after, int count) throws Exception {
		Instant time = LocalDateTime.parse(after).atZone(NEW_YORK).toInstant();
		CronTrigger trigger = trigger(job(cron, ""), time);
		List<String> times = new ArrayList<>();
		Instant own = time;
		for (int i = 0; i < count; i++) {
			time = trigger.getFireTimeAfter(Date.from(time)).toInstant();
			own = job(cron, "").schedule().orElseThrow().next(own, NEW_YORK).orElseThrow();
			assertThat(own).isEqualTo(time);
			times.add(time.atZone(NEW_YORK).toOffsetDateTime().toString());
		}
		return times;
	}

	@Test
	void timesAreInTheProgramsZoneAcrossDaylightSaving() throws Exception {
		assertThat(times("0 30 4 * * ?", "2026-10-31T00:00", 3)).containsExactly("2026-10-31T04:30-04:00",
				"2026-11-01T04:30-05:00", "2026-11-02T04:30-05:00");
	}

	@Test
	void aTimeThatDaylightSavingSkipsFiresTheNextDayAndIsWarnedOf() throws Exception {
		assertThat(times("0 30 2 * * ?", "2027-03-13T00:00", 3)).containsExactly("2027-03-13T02:30-05:00",
				"2027-03-15T02:30-04:00", "2027-03-16T02:30-04:00");
		assertThat(job("0 30 2 * * ?", "").warnings(Instant.parse("2027-01-01T00:00:00Z"))).singleElement()
			.asString()
			.contains("2027-03-14 02:30");
	}

	@Test
	void aTimeThatDaylightSavingHasTwiceFiresTheSecondTimeOnly() throws Exception {
		assertThat(times("0 30 1 * * ?", "2026-10-31T00:00", 3)).containsExactly("2026-10-31T01:30-04:00",
				"2026-11-01T01:30-05:00", "2026-11-02T01:30-05:00");
	}

	@Test
	void aMissedTimeIsMadeGoodOnceUnlessTheJobSaysToSkipIt() throws Exception {
		assertThat(trigger(job("0 30 4 * * ?", ""), Instant.EPOCH).getMisfireInstruction())
			.isEqualTo(CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW);
		assertThat(trigger(job("0 30 4 * * ?", ", misfire: skip"), Instant.EPOCH).getMisfireInstruction())
			.isEqualTo(CronTrigger.MISFIRE_INSTRUCTION_DO_NOTHING);
	}

	@Test
	void onlyAnotherScheduleMakesAnotherTrigger() throws Exception {
		Trigger present = trigger(job("0 30 4 * * ?", ""), Instant.EPOCH);
		assertThat(Triggers.isSame(present, trigger(job("0 30 4 * * ?", ", late-after: \"06:00\""), Instant.EPOCH)))
			.isTrue();
		assertThat(Triggers.isSame(present, trigger(job("0 31 4 * * ?", ""), Instant.EPOCH))).isFalse();
		assertThat(Triggers.isSame(present, trigger(job("0 30 4 * * ?", ", misfire: skip"), Instant.EPOCH))).isFalse();
		JobFile elsewhere = job("0 30 4 * * ?", "");
		JobFolder.in(this.folder).program("main", "Europe/Berlin", 10);
		assertThat(Triggers.isSame(trigger(elsewhere, Instant.EPOCH),
				trigger(JobFile.read(this.folder.resolve("nightly.yml")), Instant.EPOCH)))
			.isFalse();
	}

}
