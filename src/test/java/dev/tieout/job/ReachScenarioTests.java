package dev.tieout.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import dev.tieout.bulk.Reach;
import dev.tieout.hostile.Inbox;
import dev.tieout.operations.RerunOperations;
import dev.tieout.operations.RerunRequest;
import dev.tieout.operations.RunObserver;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import dev.tieout.scenario.Installation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** However many customers a run judges, and however they are read, it finds the same. */
class ReachScenarioTests {

	private static final int CUSTOMERS = 28;

	private final Installation tieout = Installation.fresh();

	private Path folder = Path.of("");

	/** A customer for each day of a month, each credited and judged once. */
	@BeforeEach
	void postOneMonth(@TempDir Path directory) throws Exception {
		this.folder = directory;
		Inbox inbox = Inbox.in(directory, "web");
		String[] orders = new String[CUSTOMERS];
		for (int day = 1; day <= CUSTOMERS; day++) {
			orders[day - 1] = Inbox.order(Integer.toString(day))
				.replace("2026-10-30", LocalDate.of(2026, 10, day).toString());
		}
		inbox.orders("orders-1.csv", orders);
		assertThat(inbox.run(this.tieout).state()).isEqualTo(RunState.COMPLETED);
	}

	@AfterEach
	void close() {
		this.tieout.close();
	}

	@Test
	void aFirstRunIsAboutEveryone() {
		assertThat(reach(1)).isEqualTo(Reach.EVERYONE);
	}

	/** Each day has one order, of a customer of its own. */
	@ParameterizedTest
	@CsvSource({ "3, FEW", "4, SOME", "13, SOME", "14, MANY", "28, MANY" })
	void ofSoManyAsWereJudgedNothingChangesAndAllIsTold(int customers, Reach reach) {
		RunResult nothing = rerun(customers);
		assertThat(reach(nothing.run())).isEqualTo(reach);
		assertThat(count("ledger_proposal where run_no = " + nothing.run())).isZero();
		assertThat(count("decision where run_no = " + nothing.run())).isZero();
		assertThat(count("control_total where expected <> found")).isZero();
		assertThat(this.tieout.jdbc()
			.sql("select sum(expected) from control_total where run_no = ? and equation = 2 and subject = 'orders in USD'")
			.param(nothing.run())
			.query(Long.class)
			.single()).isEqualTo(customers);
	}

	/**
	 * An order that has moved has its decision and its entry under the former customer.
	 */
	@ParameterizedTest
	@CsvSource({ "4, FEW", "5, SOME", "16, MANY" })
	void whatHasMovedIsFoundUnderItsFormerCustomer(int customers, Reach reach) throws Exception {
		Inbox inbox = Inbox.in(this.folder, "web");
		inbox.orders("orders-2.csv",
				Inbox.order("2").replace("2026-10-30", "2026-10-02").replace("customer-2@", "customer-1@"));
		assertThat(this.tieout.run(inbox.jobFile(), Inbox.NIGHT.plusDays(1)).state()).isEqualTo(RunState.COMPLETED);
		assertThat(count("order_move")).isOne();
		RunResult nothing = rerun(customers);
		assertThat(reach(nothing.run())).isEqualTo(reach);
		assertThat(count("ledger_proposal where run_no = " + nothing.run())).isZero();
		assertThat(count("decision where run_no = " + nothing.run())).isZero();
	}

	private Reach reach(int run) {
		return new RunTables(this.tieout.jdbc()).reach(run);
	}

	private RunResult rerun(int days) {
		List<RunResult> results = this.tieout.bean(RerunOperations.class)
			.rerun(new RerunRequest(Path.of("jobs"), this.folder.resolve("job.yml").toString(),
					LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, days), "a test", false, false),
					Installation.TESTER, RunObserver.SILENT);
		RunResult last = results.get(results.size() - 1);
		assertThat(last.error()).isEmpty();
		assertThat(last.state()).isEqualTo(RunState.COMPLETED);
		return last;
	}

	private long count(String fromWhere) {
		return this.tieout.jdbc().sql("select count(*) from " + fromWhere).query(Long.class).single();
	}

}
