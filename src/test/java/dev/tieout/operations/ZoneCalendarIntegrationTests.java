package dev.tieout.operations;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tieout.configuration.ProgramFile;
import dev.tieout.database.TestDatabase;
import dev.tieout.program.Program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** Every zone that a program file may name, in Java and in the database. */
class ZoneCalendarIntegrationTests {

	private static final Instant FROM = Instant.parse("2015-01-01T00:00:00Z");

	private static final Instant UNTIL = Instant.parse("2038-01-01T00:00:00Z");

	/** Leap days, and days on which clocks change somewhere. */
	private static final List<LocalDate> DAYS = Stream
		.of("2024-02-29", "2024-03-01", "2028-02-29", "2026-01-01", "2026-03-08", "2026-03-29", "2026-10-25",
				"2026-11-01", "2026-04-24")
		.map(LocalDate::parse)
		.toList();

	private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh().dataSource());

	@Test
	void aZoneThatMeansAnotherCalendarToTheDatabaseIsTold() {
		Map<String, String> different = new TreeMap<>();
		TreeSet<String> same = new TreeSet<>();
		ZoneCalendar calendar = new ZoneCalendar(this.jdbc);
		for (String zone : ZoneId.getAvailableZoneIds()) {
			calendar.difference(ZoneId.of(zone), FROM, UNTIL)
				.ifPresentOrElse((told) -> different.put(zone, told), () -> same.add(zone));
		}
		assertThat(same).hasSizeGreaterThan(560)
			.contains("UTC", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Gaza",
					"America/Sao_Paulo", "Pacific/Apia", "Antarctica/Troll");
		assertThat(different).containsKeys("CET", "SystemV/PST8PDT")
			.hasEntrySatisfying("WET", (told) -> assertThat(told).startsWith("at 2015-03-29T01:00:00Z it is"));
		List<String> wrong = new ArrayList<>();
		same.forEach((zone) -> wrong.addAll(wrongDays(ZoneId.of(zone))));
		assertThat(wrong).isEmpty();
	}

	/** What differs only before or after all orders does no harm. */
	@ParameterizedTest
	@CsvSource({ "CET, 2026-01-01, 2026-02-01, true", "CET, 2026-01-01, 2026-03-29, false",
			"CET, 2026-04-01, 2026-04-02, false", "America/New_York, 2015-01-01, 2026-11-26, true" })
	void aProgramOfSuchAZoneIsRefusedWhereItMatters(String zone, String start, LocalDate today, boolean agrees) {
		Registration registration = new Registration(this.jdbc,
				Clock.fixed(today.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));
		Program program = ProgramFile.parse("""
				{program: main, zone: %s, currency: USD, rules: [{effective-from: %s, commission: {rate: 10%%}}]}
				""".formatted(zone, start), "program.yml").program();
		if (agrees) {
			assertThatNoException().isThrownBy(() -> registration.claim(program));
		}
		else {
			assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> registration.claim(program))
				.withMessageContaining("The zone 'CET' of the program file does not mean the same")
				.withMessageContaining("to the database, and")
				.withMessageContaining("no run was begun");
		}
	}

	/**
	 * A run's day is yesterday from the first instant of a day to its last, in every
	 * zone.
	 */
	@Test
	void eitherSideOfMidnightARunHasItsDay() {
		Program utc = ProgramFile
			.parse("""
					{program: main, zone: UTC, currency: USD, rules: [{effective-from: 2020-01-01, commission: {rate: 10%}}]}
					""",
					"program.yml")
			.program();
		RunRequest request = new RunRequest(Path.of("jobs"), "nightly", Optional.empty(), List.of(), List.of(), false,
				"");
		int checked = 0;
		for (String name : ZoneId.getAvailableZoneIds()) {
			ZoneId zone = ZoneId.of(name);
			Program program = new Program(utc.name(), zone, utc.currency(), utc.postFrom(), utc.restatementLimit(),
					utc.ignoreAddresses(), utc.versions());
			for (LocalDate day : DAYS) {
				Instant start = day.atStartOfDay(zone).toInstant();
				assertThat(businessDate(start, request, program)).as("%s in %s", day, zone).isEqualTo(day.minusDays(1));
				assertThat(businessDate(start.minusNanos(1), request, program)).as("before %s in %s", day, zone)
					.isEqualTo(day.minusDays(2));
				checked++;
			}
		}
		assertThat(checked).isGreaterThan(3_000);
	}

	private LocalDate businessDate(Instant now, RunRequest request, Program program) {
		return new Registration(this.jdbc, Clock.fixed(now, ZoneOffset.UTC)).businessDate(request, program);
	}

	/** The day of each hour around a change of the offset, as the database has it. */
	private List<String> wrongDays(ZoneId zone) {
		List<String> instants = new ArrayList<>();
		List<String> days = new ArrayList<>();
		for (var next = zone.getRules().nextTransition(FROM); next != null
				&& next.getInstant().isBefore(UNTIL); next = zone.getRules().nextTransition(next.getInstant())) {
			for (int minutes = -150; minutes <= 150; minutes += 30) {
				Instant at = next.getInstant().plusSeconds(minutes * 60L);
				instants.add(at.toString());
				days.add(LocalDate.ofInstant(at, zone).toString());
			}
		}
		return this.jdbc
			.sql("""
					select ? || ' ' || at from unnest(?::timestamptz[], ?::date[]) as t (at, day)
					where (at at time zone ?)::date <> day or date_trunc('month', at at time zone ?) <> date_trunc('month', day::timestamp)
					""")
			.params(zone.getId(), instants.toArray(String[]::new), days.toArray(String[]::new), zone.getId(),
					zone.getId())
			.query(String.class)
			.list();
	}

}
