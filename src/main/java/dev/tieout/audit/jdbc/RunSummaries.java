package dev.tieout.audit.jdbc;

import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tieout.audit.RunSummary;

/** Reads what runs read, decided and posted. */
@Component
public final class RunSummaries {

	private final JdbcClient jdbc;

	/**
	 * Creates the reader.
	 * @param dataSource the application's
	 */
	public RunSummaries(DataSource dataSource) {
		this.jdbc = JdbcClient.create(dataSource);
	}

	/**
	 * Returns a run's summary, posted or not. Read again later it says the same: what
	 * later runs changed is left out.
	 * @param runNo the run's number
	 * @return the summary, or empty where there is no such run
	 */
	public Optional<RunSummary> of(int runNo) {
		RunTotals totals = new RunTotals(this.jdbc, runNo);
		return new RunHeaders(this.jdbc).find(runNo)
			.map((header) -> new RunSummary(header, new RunFiles(this.jdbc).of(runNo), totals.controlTotals(),
					totals.decisions(), totals.postedByType(), totals.postedByAffiliate(),
					new RunExceptions(this.jdbc, runNo).all(), totals.negativeBalances(),
					new RunGaps(this.jdbc).of(runNo)));
	}

}
