package dev.tieout.audit.jdbc;

import java.time.Clock;
import java.time.LocalDate;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.tieout.attribution.Reason;
import dev.tieout.audit.DecisionTotal;
import dev.tieout.audit.EntryType;
import dev.tieout.audit.RunDetail;
import dev.tieout.audit.RunFile;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class RunSummariesIntegrationTests {

	private static DataSource dataSource;

	@BeforeAll
	static void create() {
		dataSource = World.create();
	}

	private static RunSummary run(int number) {
		return new RunSummaries(dataSource).of(number).orElseThrow();
	}

	@Test
	void saysWhatTheRunWas() {
		assertThat(run(1).header()).satisfies((header) -> {
			assertThat(header.operator()).isEqualTo("finance as Dana");
			assertThat(header.businessDate()).isEqualTo(LocalDate.of(2026, 10, 30));
			assertThat(header.duration()).hasValueSatisfying((took) -> assertThat(took).hasSeconds(5));
			assertThat(header.isPosted()).isTrue();
			assertThat(header.zone()).hasToString("America/New_York");
		});
		assertThat(new RunSummaries(dataSource).of(99)).isEmpty();
	}

	@Test
	void aRunsFilesAreThoseItFound() {
		assertThat(run(2).files()).extracting(RunFile::name).containsExactly("web-2.csv", "outlet-1.csv");
		assertThat(run(2).files()).allMatch(RunFile::closes);
	}

	@Test
	void decisionsThatTheRunLeftUnchangedAreCountedToo() {
		assertThat(run(2).decisions())
			.extracting(DecisionTotal::reason, DecisionTotal::orders, (total) -> total.orderTotal().toString(),
					(total) -> total.commission().toString())
			.containsExactly(tuple(Reason.CONNECTION_EXPIRED, 1L, "20.00 USD", "0.00 USD"),
					tuple(Reason.NO_CONNECTION, 1L, "900 JPY", "0 JPY"),
					tuple(Reason.CREDITED, 1L, "50.00 USD", "2.25 USD"));
		assertThat(run(2).ordersJudged()).isEqualTo(3);
	}

	@Test
	void aRunReadAgainLaterSaysWhatItSaidThen() {
		assertThat(run(1).decisions())
			.extracting(DecisionTotal::reason, DecisionTotal::orders, (total) -> total.commission().toString())
			.containsExactly(tuple(Reason.MISSING_EMAIL, 1L, "0.00 USD"),
					tuple(Reason.CONNECTION_EXPIRED, 1L, "0.00 USD"), tuple(Reason.CREDITED, 2L, "5.50 USD"));
	}

	@Test
	void aRunThatFailedShowsWhatItWouldHaveCredited() {
		assertThat(run(3).decisions()).extracting(DecisionTotal::reason, DecisionTotal::orders)
			.containsExactly(tuple(Reason.NO_CONNECTION, 1L), tuple(Reason.CREDITED, 1L));
		assertThat(run(3).verdict()).isEqualTo(Verdict.DOES_NOT_CLOSE);
		assertThat(run(3).entriesPosted()).isZero();
	}

	@Test
	void whatWasPostedIsToldByTypeAndAffiliate() {
		RunSummary run = run(2);
		assertThat(run.postedByType()).extracting((total) -> total.type(), (total) -> total.amount().toString())
			.containsExactly(tuple(EntryType.ADJUSTMENT, "-2.25 USD"), tuple(EntryType.REVERSAL, "-0.50 USD"));
		assertThat(run.postedByAffiliate())
			.extracting((total) -> total.affiliate(), (total) -> total.name(), (total) -> total.amount().toString())
			.containsExactly(tuple("bob@partners.example", "-Bob", "-0.50 USD"),
					tuple("ann@partners.example", "Ann, \"Field\"", "-2.25 USD"));
		assertThat(run.posted()).hasToString("[-2.75 USD]");
		assertThat(run.verdict()).isEqualTo(Verdict.CLOSES);
	}

	@Test
	void balancesBelowZeroAreThoseAfterTheRun() {
		assertThat(run(2).negativeBalances()).singleElement()
			.satisfies((balance) -> assertThat(balance.amount()).hasToString("-0.50 USD"));
		assertThat(run(1).negativeBalances()).isEmpty();
	}

	@Test
	void exceptionsNameFileAndLine() {
		assertThat(run(1).exceptions())
			.extracting((group) -> group.kind(), (group) -> group.count(),
					(group) -> group.lines().get(0).place().toString(), (group) -> group.lines().get(0).detail())
			.containsExactly(tuple("BAD_AMOUNT", 1L, "web-1.csv:7", "column 'Total': '-1' is negative"),
					tuple("INVALID_EMAIL", 1L, "web-1.csv:8", "'kim at mail' is no e-mail address"),
					tuple("TOTALS_MISMATCH", 1L, "web-1.csv:2", "subtotal 40.00, total 41.00"),
					tuple("CONFLICT_EXISTING", 1L, "connections.csv:3", "connected to ann@partners.example"),
					tuple("DUPLICATE", 1L, "operation:1", ""), tuple("INVALID_EMAIL", 1L, "connections.csv:4", ""),
					tuple("REPEATED", 1L, "connections.csv:5", ""),
					tuple("UNKNOWN_AFFILIATE", 1L, "connections.csv:6", ""));
		assertThat(run(2).exceptions()).isEmpty();
	}

	@Test
	void stepsComeFromSpringBatch() {
		RunDetail detail = new RunDetails(dataSource, Clock.systemUTC()).of(2).orElseThrow();
		assertThat(detail.stepTable().render(100)).isEqualTo("""
				step         state   done  of what  seconds  per second  left  message
				read orders  done   3,990  orders       2.0       1,995
				""");
		assertThat(detail.workerTable().render(100)).isEqualTo("""
				execution  step         part           state   read  written  commits  seconds  per second  message
				        1  read orders  worker 000009  done   4,000    3,990        3      2.0       2,000
				""");
	}

	@Test
	void theNewestRunStandsFirst() {
		assertThat(new RunList(dataSource).newest(2).lines())
			.extracting((line) -> line.number(), (line) -> line.state())
			.containsExactly(tuple(3, "FAILED"), tuple(2, "COMPLETED"));
	}

}
