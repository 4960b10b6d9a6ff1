package dev.tieout.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.tieout.audit.Gap;
import dev.tieout.audit.jdbc.RunSummaries;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a run says may be missing. 1 March 2025 is a Saturday. */
class GapsScenarioTests {

	private static final LocalDate SATURDAY = LocalDate.of(2025, 3, 1);

	@TempDir
	private Path folder;

	private Installation installation;

	private Site site;

	private int nextOrder = 1;

	@BeforeEach
	void install() throws IOException {
		this.installation = Installation.fresh();
		this.site = Site.usual(this.folder);
	}

	@AfterEach
	void close() {
		this.installation.close();
	}

	@Test
	void aFirstRunSaysNothingOfDays() throws IOException {
		history(10, SATURDAY.minusWeeks(9), 9);
		assertThat(gaps(SATURDAY.plusWeeks(1))).isEmpty();
	}

	@Test
	void aDayWithoutOrdersIsAGapAndTheDaysSinceTheLastRunAreLookedAt() throws IOException {
		history(10, SATURDAY.minusWeeks(8), 8);
		gaps(SATURDAY.minusDays(2));
		orders("orders-web-2.csv", "12:00:00Z", 3, SATURDAY.minusDays(1));
		assertThat(gaps(SATURDAY)).containsExactly("web 2025-03-01 NO_ORDERS 0 of 10");
		orders("orders-web-3.csv", "12:00:00Z", 3, SATURDAY.plusDays(2));
		assertThat(gaps(SATURDAY.plusDays(3))).containsExactly("web 2025-03-02 NO_ORDERS 0 of ",
				"web 2025-03-04 NO_ORDERS 0 of ");
	}

	@Test
	void aFallIsReportedBeyondEightyPercentOnly() throws IOException {
		history(10, SATURDAY.minusWeeks(8), 8);
		gaps(SATURDAY.minusDays(1));
		orders("orders-web-2.csv", "12:00:00Z", 2, SATURDAY);
		assertThat(gaps(SATURDAY)).isEmpty();
		orders("orders-web-3.csv", "12:00:00Z", 1, SATURDAY.plusWeeks(1));
		assertThat(gapsOf(this.installation.run(this.site.job(), SATURDAY.plusWeeks(1))))
			.contains("web 2025-03-08 FEW_ORDERS 1 of 10");
	}

	@Test
	void theMedianIsOfTheLastEightSuchWeekdaysWithOrders() throws IOException {
		history(100, SATURDAY.minusWeeks(11), 3);
		history(10, SATURDAY.minusWeeks(8), 4);
		history(20, SATURDAY.minusWeeks(4), 4);
		gaps(SATURDAY.minusDays(1));
		orders("orders-web-9.csv", "12:00:00Z", 2, SATURDAY);
		assertThat(gaps(SATURDAY)).containsExactly("web 2025-03-01 FEW_ORDERS 2 of 15");
	}

	@Test
	void withLessThanFourSuchWeekdaysNothingIsUsual() throws IOException {
		history(10, SATURDAY.minusWeeks(3), 3);
		gaps(SATURDAY.minusDays(1));
		orders("orders-web-2.csv", "12:00:00Z", 1, SATURDAY);
		assertThat(gaps(SATURDAY)).isEmpty();
	}

	@Test
	void aStoreWithoutAnEarlierRunSaysNothingOfDays() throws IOException {
		history(10, SATURDAY.minusWeeks(8), 8);
		gaps(SATURDAY.minusDays(1));
		this.site.job(Set.of("web", "outlet"), "");
		orders("orders-web-2.csv", "12:00:00Z", 9, SATURDAY);
		orders("orders-outlet-1.csv", "12:00:00Z", 1, SATURDAY.minusWeeks(1));
		assertThat(gaps(SATURDAY)).isEmpty();
	}

	@Test
	void aDayIsOneOfTheProgramsZone() throws IOException {
		this.site.program(Site.PROGRAM.replace("zone: UTC", "zone: America/New_York"));
		history(10, SATURDAY.minusWeeks(8), 8);
		gaps(SATURDAY.minusDays(1));
		orders("orders-web-2.csv", "04:59:59Z", 9, SATURDAY);
		assertThat(gaps(SATURDAY)).containsExactly("web 2025-03-01 NO_ORDERS 0 of 10");
	}

	@Test
	void aStoreWhoseInputFoundNoNewFileIsNamed() throws IOException {
		this.site.job(Set.of("web", "outlet"), "");
		history(10, SATURDAY.minusWeeks(1), 1);
		assertThat(gaps(SATURDAY)).containsExactly("outlet - NO_FILE 0 of ");
		assertThat(gaps(SATURDAY)).containsExactly("outlet - NO_FILE 0 of ", "web - NO_FILE 0 of ",
				"web 2025-03-01 NO_ORDERS 0 of ");
	}

	@Test
	void theReportsNameThem() throws IOException {
		history(10, SATURDAY.minusWeeks(8), 8);
		gaps(SATURDAY.minusDays(1));
		RunResult result = this.installation.run(this.site.job(), SATURDAY);
		Path reports = Path.of(this.installation.bean(RunSummaries.class)
			.of(result.run())
			.orElseThrow()
			.header()
			.reports()
			.orElseThrow());
		assertThat(reports.resolve("audit.html")).content().contains("What may be missing", "no order was placed");
		assertThat(reports.resolve("control-totals.json")).content().contains("\"NO_ORDERS\"", "\"2025-03-01\"");
	}

	/** As many orders on a weekday, week after week. */
	private void history(int orders, LocalDate first, int weeks) throws IOException {
		List<LocalDate> days = new ArrayList<>();
		for (int week = 0; week < weeks; week++) {
			days.add(first.plusWeeks(week));
		}
		orders("orders-web-h" + first + ".csv", "12:00:00Z", orders, days.toArray(LocalDate[]::new));
	}

	private void orders(String file, String time, int orders, LocalDate... days) throws IOException {
		List<String> rows = new ArrayList<>();
		for (LocalDate day : days) {
			for (int i = 0; i < orders; i++) {
				rows.add("%d,%sT%s,kim@x.example,USD,10.00,10.00,paid".formatted(this.nextOrder++, day, time));
			}
		}
		this.site.orders(file, rows.toArray(String[]::new));
	}

	private List<String> gaps(LocalDate businessDate) {
		return gapsOf(this.installation.run(this.site.job(), businessDate));
	}

	private List<String> gapsOf(RunResult result) {
		assertThat(result.state()).isEqualTo(RunState.COMPLETED);
		return this.installation.bean(RunSummaries.class)
			.of(result.run())
			.orElseThrow()
			.gaps()
			.stream()
			.map(GapsScenarioTests::line)
			.toList();
	}

	private static String line(Gap gap) {
		return "%s %s %s %d of %s".formatted(gap.store(), gap.day().map(LocalDate::toString).orElse("-"), gap.kind(),
				gap.orders(), gap.usualText());
	}

}
