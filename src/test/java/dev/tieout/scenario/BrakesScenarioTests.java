package dev.tieout.scenario;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.tieout.operations.ProgramOperations;
import dev.tieout.operations.RefusedException;
import dev.tieout.operations.RunRequest;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What keeps a run from rewriting what has been posted (rules.md 8). */
class BrakesScenarioTests {

	private static final LocalDate DATE = LocalDate.of(2025, 3, 1);

	private static final String BLOCKED = """
			affiliate_email,status,effective_from
			%s@partners.example,blocked,2025-01-01
			""";

	@TempDir
	Path folder = Path.of("");

	private final Installation tieout = Installation.fresh();

	private final Answers answers = new Answers(this.tieout);

	private Site site = new Site(Path.of(""));

	/** Ann earns 300.00, Bob 100.00. */
	@BeforeEach
	void postFourHundred() throws Exception {
		this.site = Site.usual(this.folder)
			.connections("connections-1.csv", "ann@partners.example,kim@x.example,2025-01-01,",
					"bob@partners.example,lee@x.example,2025-01-01,")
			.orders("orders-web-1.csv", "1,2025-02-01T00:00:00Z,kim@x.example,USD,3000.00,3000.00,paid",
					"2,2025-02-01T00:00:00Z,lee@x.example,USD,1000.00,1000.00,paid");
		assertThat(this.tieout.run(this.site.job(), DATE).error()).isEmpty();
	}

	@AfterEach
	void close() {
		this.tieout.close();
	}

	@Test
	void changesBeyondTheRestatementLimitFailTheRunUntilTheyAreAskedFor() throws Exception {
		this.site.file("affiliates-2.csv", BLOCKED.formatted("ann"));
		RunResult refused = this.tieout.run(this.site.job(), DATE.plusDays(1));
		assertThat(refused.state()).isEqualTo(RunState.FAILED);
		assertThat(refused.error().orElseThrow()).contains("RESTATEMENT_LIMIT", "300.00 USD over 1 orders",
				"100.00 USD is allowed", "--restate");
		assertThat(this.answers.posted(refused.run())).isEmpty();
		assertThat(this.answers.nets()).hasSize(2);

		RunResult restated = this.tieout.run(new RunRequest(Path.of("jobs"), this.site.job().toString(),
				Optional.of(DATE.plusDays(1)), List.of(), List.of(), true, "Ann was never active"));
		assertThat(restated.state()).isEqualTo(RunState.COMPLETED);
		assertThat(this.answers.nets()).containsExactly("2 bob@partners.example USD 10000");
		assertThat(this.answers.count("operation where verb = 'run --restate' and reason = 'Ann was never active'"))
			.isEqualTo(1);
	}

	@Test
	void aHundredUnitsMayAlwaysChange() throws Exception {
		this.site.file("affiliates-2.csv", BLOCKED.formatted("bob"));
		assertThat(this.tieout.run(this.site.job(), DATE.plusDays(1)).error()).isEmpty();
		assertThat(this.answers.nets()).containsExactly("1 ann@partners.example USD 30000");
	}

	@Test
	void anOrdersOwnRevisionIsNoRestatement() throws Exception {
		this.site.orders("orders-web-2.csv", "1,2025-02-01T00:00:00Z,kim@x.example,USD,3000.00,3000.00,cancelled");
		assertThat(this.tieout.run(this.site.job(), DATE.plusDays(1)).error()).isEmpty();
		assertThat(this.answers.nets()).containsExactly("2 bob@partners.example USD 10000");
	}

	@Test
	void aRewrittenRuleIsRefusedByNameUntilItIsAccepted() throws Exception {
		this.site.program(Site.PROGRAM.replace("rate: 10%", "rate: 10.1%"));
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.tieout.run(this.site.job(), DATE.plusDays(1)))
			.withMessageContaining("RULES_REWRITTEN")
			.withMessageContaining("2024-01-01")
			.withMessageContaining("commission.rate")
			.withMessageContaining("10%")
			.withMessageContaining("10.1%");
		assertThat(this.answers.count("run")).isEqualTo(1);

		new ProgramOperations(this.tieout.database().dataSource(), Clock.systemUTC()).accept(Path.of("jobs"),
				this.site.job().toString(), "a typing error", Installation.TESTER);
		assertThat(this.tieout.run(this.site.job(), DATE.plusDays(1)).error()).isEmpty();
		assertThat(this.answers.nets()).containsExactly("1 ann@partners.example USD 30300",
				"2 bob@partners.example USD 10100");
	}

	@Test
	void layoutCommentsAndLaterVersionsRewriteNothing() throws Exception {
		this.site.program("# Reviewed.\n" + Site.PROGRAM + """
				- effective-from: 2025-03-01
				  connect: {enabled: false}
				  commission: {rate: "12%"}
				""");
		assertThat(this.tieout.run(this.site.job(), DATE.plusDays(1)).error()).isEmpty();
		assertThat(this.answers.nets()).hasSize(2);
		this.site.program(Site.PROGRAM + """
				- effective-from: 2025-02-28
				  connect: {enabled: false}
				  commission: {rate: 12%}
				""");
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.tieout.run(this.site.job(), DATE.plusDays(2)))
			.withMessageContaining("RULES_REWRITTEN");
	}

	@ParameterizedTest
	@CsvSource({ "program: main, program: other, program is 'main'", "zone: UTC, zone: Europe/Berlin, zone is 'UTC'",
			"currency: USD, currency: EUR, currency is 'USD'" })
	void aDatabaseKeepsItsProgram(String held, String other, String told) throws Exception {
		this.site.program(Site.PROGRAM.replace(held, other));
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.tieout.run(this.site.job(), DATE.plusDays(1)))
			.withMessageContaining(told)
			.withMessageContaining(other.substring(other.indexOf(' ') + 1));
	}

	@Test
	void aBusinessDateThatLiesAheadIsRefused() {
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.tieout.run(this.site.job(), LocalDate.of(9999, 1, 1)))
			.withMessageContaining("lies ahead");
	}

}
