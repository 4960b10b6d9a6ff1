package dev.tieout.program;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.tieout.identity.EmailAddress;

import static org.assertj.core.api.Assertions.assertThat;

class ProgramChangesTests {

	private static final Program TEN = Programs.of(Programs.version("2024-01-01", "10"));

	private static final Instant START = Instant.parse("2024-01-01T05:00:00Z");

	@Test
	void theSameProgramChangesNothing() {
		ProgramChanges changes = ProgramChanges.between(TEN, Programs.of(Programs.version("2024-01-01", "10.0")));
		assertThat(changes.all()).isEmpty();
		assertThat(changes.firstDifference()).isEmpty();
	}

	@Test
	void aChangedRateHoldsFromItsVersionsDate() {
		ProgramChanges changes = ProgramChanges.between(TEN, Programs.of(Programs.version("2024-01-01", "12")));
		assertThat(changes.all()).containsExactly(new ProgramChange(Optional.of(LocalDate.parse("2024-01-01")),
				"commission.rate", Optional.of("10%"), Optional.of("12%"), START));
		assertThat(changes.all()).hasToString("[rules[2024-01-01].commission.rate: 10% -> 12%]");
	}

	@Test
	void aVersionThatRepeatsWhatHeldChangesNothing() {
		Program repeated = Programs.of(Programs.version("2024-01-01", "10"), Programs.version("2024-06-01", "10"));
		assertThat(ProgramChanges.between(TEN, repeated).all()).isEmpty();
		assertThat(ProgramChanges.between(repeated, TEN).all()).isEmpty();
	}

	@Test
	void aNewVersionDiffersFromItsOwnStartOn() {
		Program raised = Programs.of(Programs.version("2024-01-01", "10"), Programs.version("2026-12-01", "12"));
		Instant start = Instant.parse("2026-12-01T05:00:00Z");
		ProgramChanges changes = ProgramChanges.between(TEN, raised);
		assertThat(changes.firstDifference()).contains(start);
		assertThat(changes.before(start)).isEmpty();
		assertThat(changes.before(start.plusNanos(1))).hasSize(1);
	}

	@Test
	void aVersionTakenAwayDiffersWhereItHeld() {
		Program raised = Programs.of(Programs.version("2024-01-01", "10"), Programs.version("2024-06-01", "12"));
		assertThat(ProgramChanges.between(raised, TEN).all())
			.hasToString("[rules[2024-06-01].commission.rate: 12% -> 10%]");
	}

	@Test
	void aMovedVersionDiffersOnlyInBetween() {
		Program june = Programs.of(Programs.version("2024-01-01", "10"), Programs.version("2024-06-01", "12"));
		Program july = Programs.of(Programs.version("2024-01-01", "10"), Programs.version("2024-07-01", "12"));
		assertThat(ProgramChanges.between(june, july).all())
			.hasToString("[rules[2024-06-01].commission.rate: 12% -> 10%]");
	}

	@Test
	void aDifferenceThatGoesOnIsToldOnceUnlessBothHaveAVersionThere() {
		Program former = Programs.of(Programs.version("2024-01-01", "10"));
		Program split = Programs.of(Programs.version("2024-01-01", "12"), Programs.version("2024-06-01", "12"));
		assertThat(ProgramChanges.between(former, split).all()).hasSize(1);
		Program both = Programs.of(Programs.version("2024-01-01", "10"), Programs.version("2024-06-01", "10"));
		assertThat(ProgramChanges.between(both, split).all()).hasSize(2);
	}

	@Test
	void anEarlierBeginningIsOneChange() {
		Program earlier = Programs.of(Programs.version("2023-01-01", "10"), Programs.version("2024-01-01", "10"));
		assertThat(ProgramChanges.between(TEN, earlier).all())
			.hasToString("[rules[2023-01-01].effective-from: none -> 2023-01-01]");
	}

	@Test
	void aBeginningTakenAwayIsOneChange() {
		Program earlier = Programs.of(Programs.version("2023-01-01", "10"), Programs.version("2024-01-01", "10"));
		assertThat(ProgramChanges.between(earlier, TEN).all())
			.hasToString("[rules[2023-01-01].effective-from: 2023-01-01 -> none]");
	}

	@Test
	void changesStandInTheOrderInWhichTheyBegin() {
		Version changed = Programs.version("2024-01-01", "12");
		Program other = Programs.postingFrom(Optional.of(LocalDate.parse("2024-03-01")), changed);
		Program both = Programs.postingFrom(Optional.of(LocalDate.parse("2024-05-01")),
				Programs.version("2024-01-01", "10"));
		assertThat(ProgramChanges.between(both, other).all()).extracting(Object::toString)
			.containsExactly("rules[2024-01-01].commission.rate: 10% -> 12%", "post-from: 2024-05-01 -> 2024-03-01");
	}

	@Test
	void ofTwoZonesTheEarlierStartOfADayCounts() {
		Version changed = Programs.version("2024-01-01", "12");
		Program kiritimati = new Program(TEN.name(), ZoneId.of("Pacific/Kiritimati"), TEN.currency(), TEN.postFrom(),
				TEN.restatementLimit(), Set.of(), List.of(changed));
		Instant earlier = Instant.parse("2023-12-31T10:00:00Z");
		assertThat(ProgramChanges.between(TEN, kiritimati).all()).extracting(ProgramChange::from).contains(earlier);
		assertThat(ProgramChanges.between(kiritimati, TEN).all()).extracting(ProgramChange::from)
			.contains(earlier)
			.doesNotContain(START);
	}

	@Test
	void postFromConcernsTheEarlierOfBothDates() {
		Version version = Programs.version("2024-01-01", "10");
		Program march = Programs.postingFrom(Optional.of(LocalDate.parse("2024-03-01")), version);
		Program may = Programs.postingFrom(Optional.of(LocalDate.parse("2024-05-01")), version);
		assertThat(ProgramChanges.between(may, march).firstDifference())
			.contains(Instant.parse("2024-03-01T05:00:00Z"));
		assertThat(ProgramChanges.between(march, TEN).firstDifference()).contains(Instant.MIN);
		assertThat(ProgramChanges.between(march, TEN).all()).hasToString("[post-from: 2024-03-01 -> none]");
	}

	@Test
	void ignoredAddressesConcernAllTime() {
		Program ignoring = new Program(TEN.name(), TEN.zone(), TEN.currency(), TEN.postFrom(), TEN.restatementLimit(),
				Set.of(new EmailAddress("pos@shop.example")), TEN.versions());
		ProgramChanges changes = ProgramChanges.between(TEN, ignoring);
		assertThat(changes.firstDifference()).contains(Instant.MIN);
		assertThat(changes.all()).hasToString("[ignore-addresses: [] -> [pos@shop.example]]");
	}

	@Test
	void theRestatementLimitChangesNoAnswerButTheEdition() {
		Program strict = new Program(TEN.name(), TEN.zone(), TEN.currency(), TEN.postFrom(),
				new RestatementLimit(BigDecimal.ONE), Set.of(), TEN.versions());
		assertThat(ProgramChanges.between(TEN, strict).all()).isEmpty();
		assertThat(Edition.of(TEN)).isNotEqualTo(Edition.of(strict));
	}

	@Test
	void aGroupWithoutKeysIsNoGroup() {
		GroupRules nothing = new GroupRules(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
		Program grouped = Programs
			.of(Programs.version("2024-01-01", "10", Map.of("vip", nothing), List.<ProductRate>of()));
		assertThat(ProgramChanges.between(TEN, grouped).all()).isEmpty();
	}

}
