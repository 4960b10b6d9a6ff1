package dev.tieout.scenario;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;

import dev.tieout.audit.Balance;
import dev.tieout.audit.BalanceSheet;
import dev.tieout.audit.ClosingSheet;
import dev.tieout.operations.RefusedException;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a closing froze is what the ledger says for it, for ever. */
class ClosingScenarioTests {

	private static final LocalDate DATE = LocalDate.of(2025, 12, 1);

	private static final long SEED = 20_251_126;

	@TempDir
	Path folder = Path.of("");

	private final Installation tieout = Installation.fresh();

	private final Months months = new Months(this.tieout);

	private Site site = new Site(Path.of(""));

	@BeforeEach
	void connectSome() throws Exception {
		this.site = Site.usual(this.folder)
			.program(Site.PROGRAM.replace("rate: 10%", "rate: 10%, hold-days: 20"))
			.connections("connections-1.csv", "ann@partners.example,kim0@x.example,2024-01-01,",
					"ann@partners.example,kim1@x.example,2024-01-01,",
					"bob@partners.example,kim2@x.example,2024-01-01,",
					"bob@partners.example,kim3@x.example,2025-03-10,");
	}

	@AfterEach
	void close() {
		this.tieout.close();
	}

	@Test
	void everyFrozenCopyEqualsTheLedgerUpToItsLastEntryOverRandomNights() throws Exception {
		Random random = new Random(SEED);
		YearMonth next = YearMonth.of(2025, 1);
		int closings = 0;
		run(0, order(0, "2025-01-02", "USD", 1000));
		for (int night = 1; night <= 14; night++) {
			List<String> rows = new ArrayList<>();
			for (int i = random.nextInt(12); i >= 0; i--) {
				String day = "2025-%02d-%02d".formatted(1 + random.nextInt(8), 1 + random.nextInt(28));
				String currency = (random.nextInt(4) == 0) ? "EUR" : "USD";
				rows.add(order(100 * night + i, day, currency, 100 * random.nextInt(200)));
			}
			run(night, rows.toArray(String[]::new));
			for (int step = random.nextInt(4); step > 0; step--) {
				boolean reopens = next.isAfter(YearMonth.of(2025, 1)) && random.nextInt(3) == 0;
				if (reopens) {
					next = next.minusMonths(1);
					this.months.reopen(next.toString(), "night " + night);
				}
				else {
					this.months.close(next.toString());
					next = next.plusMonths(1);
					closings++;
				}
			}
			assertAllAgree(next);
		}
		assertThat(this.months.list().closings()).as("seed " + SEED).hasSize(closings).hasSizeGreaterThan(8);
		assertThat(this.months.list().closings()).anyMatch((sheet) -> sheet.between().isPresent());
	}

	private void assertAllAgree(YearMonth open) {
		for (ClosingSheet sheet : this.months.list().closings()) {
			Map<String, List<Long>> frozen = Months.numbers(sheet.balances().balances());
			assertThat(frozen).as("closing %s, seed %d", sheet.closing(), SEED)
				.isEqualTo(this.months.addedUp(sheet))
				.isEqualTo(Months.numbers(this.months.balances().recomputed(sheet.closing())));
			if (sheet.closing().reopened().isEmpty()) {
				BalanceSheet balances = this.months.balances()
					.of(Optional.empty(), Optional.of(sheet.closing().month()), Optional.empty());
				assertThat(balances.closing()).contains(sheet.closing());
				assertThat(balances).isEqualTo(sheet.balances());
			}
		}
		Optional<ClosingSheet> last = this.months.closing(open.minusMonths(1).toString());
		last.ifPresent((sheet) -> {
			List<Balance> standing = this.months.balances().asTheyStand(Optional.empty());
			for (Balance balance : sheet.balances().balances()) {
				assertThat(standing)
					.filteredOn((now) -> now.affiliate().equals(balance.affiliate())
							&& now.opening().currency().equals(balance.closing().currency()))
					.singleElement()
					.satisfies((now) -> assertThat(now.opening()).isEqualTo(balance.closing()));
			}
		});
	}

	@Test
	void aClosingThatComesWhileARunPostsWaitsAndIsRefused() throws Exception {
		run(1, order(1, "2025-01-15", "USD", 1000));
		this.site.orders("orders-web-2.csv", order(2, "2025-01-16", "USD", 1000));
		try (Roadblock roadblock = Roadblock.beforeInsert(this.tieout, "ledger_entry", "true");
				Aside<RunResult> run = Aside.start(() -> this.tieout.run(this.site.job(), DATE))) {
			roadblock.awaitRun();
			try (Aside<String> closing = Aside.start(() -> this.months.close("2025-01"))) {
				awaitWaiting("select zone from program for update");
				assertThat(closing.isDone()).isFalse();
				roadblock.letGo();
				assertThatExceptionOfType(ExecutionException.class).isThrownBy(closing::end)
					.withCauseInstanceOf(RefusedException.class)
					.withMessageContaining("A run is at work: run 2");
				assertThat(run.end().state()).isEqualTo(RunState.COMPLETED);
			}
		}
		assertThat(this.months.postings()).containsExactly("1 2025-01 100", "2 2025-01 100");
		assertThat(this.months.closing("2025-01")).isEmpty();
	}

	@Test
	void aRunThatComesWhileAMonthIsClosedWaitsAndPostsToTheNext() throws Exception {
		run(1, order(1, "2025-01-15", "USD", 1000));
		this.site.orders("orders-web-2.csv", order(2, "2025-01-16", "USD", 1000));
		try (Roadblock roadblock = Roadblock.beforeInsert(this.tieout, "closing_balance", "true");
				Aside<String> closing = Aside.start(() -> this.months.close("2025-01"))) {
			roadblock.awaitRun();
			try (Aside<RunResult> run = Aside.start(() -> this.tieout.run(this.site.job(), DATE))) {
				awaitWaiting("select lock_token, active_run is not null from program for update");
				roadblock.letGo();
				assertThat(closing.end()).contains("2025-01 is closed, by closing 1");
				assertThat(run.end().state()).isEqualTo(RunState.COMPLETED);
			}
		}
		assertThat(this.months.postings()).containsExactly("1 2025-01 100", "2 2025-02 100");
		assertThat(this.months.closing("2025-01").orElseThrow().closing().entries()).isEqualTo(1);
	}

	/**
	 * Returns when a session waits for the program's row with a statement; a role sees
	 * only its own sessions' statements.
	 */
	private void awaitWaiting(String statement) {
		JdbcClient jdbc = this.tieout.jdbc();
		long until = System.nanoTime() + 60_000_000_000L;
		while (jdbc.sql(
				"select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query = ?")
			.param(statement)
			.query(Long.class)
			.single() == 0) {
			assertThat(System.nanoTime()).as("nobody waits with: " + statement).isLessThan(until);
			Thread.onSpinWait();
		}
	}

	private void run(int night, String... orders) throws Exception {
		this.site.orders("orders-web-%02d.csv".formatted(night), orders);
		RunResult result = this.tieout.run(this.site.job(), DATE);
		assertThat(result.state()).as(String.valueOf(result.error())).isEqualTo(RunState.COMPLETED);
	}

	/** The same few orders come again and again, with other amounts and none. */
	private static String order(int number, String day, String currency, int minor) {
		int id = number % 40;
		return "%d,%sT12:00:00Z,kim%d@x.example,%s,%5$d.00,%5$d.00,paid".formatted(id, day, id % 4, currency,
				minor / 100);
	}

}
