package dev.tieout.audit.jdbc;

import java.time.LocalDate;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tieout.audit.LedgerBalance;
import dev.tieout.audit.RunHeader;
import dev.tieout.audit.RunReport;
import dev.tieout.audit.RunSummary;

/** Reads what a run's page and workbook say beyond its summary. */
@Component
public final class ReportReading {

	private final JdbcClient jdbc;

	/**
	 * Creates the reader.
	 * @param dataSource the application's
	 */
	public ReportReading(DataSource dataSource) {
		this.jdbc = JdbcClient.create(dataSource);
	}

	/**
	 * Returns a run's report. Read again later it says the same: what later runs changed
	 * is left out, and released is what was so on the day of posting.
	 * @param summary the run's
	 * @return the report
	 */
	public RunReport of(RunSummary summary) {
		RunHeader run = summary.header();
		JudgedOrders judged = JudgedOrders.of(this.jdbc, run.number());
		LedgerMovements ledger = new LedgerMovements(this.jdbc, run.number(), dayOfPosting(run));
		List<LedgerMovements.Movement> movements = ledger.all();
		List<LedgerBalance> balances = movements.stream().map(LedgerMovements.Movement::balance).toList();
		Trail trail = new Trail(this.jdbc, run.number());
		return RunReport.of(summary, ledger.settlement(movements, judged), ledger.days(run.zone()),
				new FormerRuns(this.jdbc, run.number()).all(), balances, trail.orders(judged), trail.entries());
	}

	private static LocalDate dayOfPosting(RunHeader run) {
		return run.postedAt().map((at) -> LocalDate.ofInstant(at, run.zone())).orElse(run.businessDate());
	}

}
