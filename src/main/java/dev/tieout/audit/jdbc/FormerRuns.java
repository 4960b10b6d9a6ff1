package dev.tieout.audit.jdbc;

import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tieout.audit.FormerRun;

/** Reads what the runs before a run came to. */
final class FormerRuns {

	/** Reruns and plans judge a range of somebody's choice: nothing to compare with. */
	private static final String RUNS = """
			select f.run_no, f.business_date
			  from run f
			  join run r on r.run_no = :run and r.kind = f.kind and r.job_name = f.job_name
			 where f.kind = 'run' and f.posted_at is not null and f.run_no < :run
			 order by f.run_no desc
			 limit :compared
			""";

	private static final String POSTED = """
			select a.address, e.currency, e.amount
			  from (select affiliate_no, currency, sum(amount) as amount
			          from ledger_entry
			         where run_no = :run
			         group by affiliate_no, currency) as e
			  join affiliate a on a.affiliate_no = e.affiliate_no
			""";

	private final JdbcClient jdbc;

	private final int runNo;

	FormerRuns(JdbcClient jdbc, int runNo) {
		this.jdbc = jdbc;
		this.runNo = runNo;
	}

	List<FormerRun> all() {
		return this.jdbc.sql(RUNS)
			.param("run", this.runNo)
			.param("compared", FormerRun.COMPARED)
			.query((row, number) -> new Dated(row.getInt("run_no"), Cells.requiredDate(row, "business_date")))
			.list()
			.stream()
			.map(this::read)
			.toList();
	}

	private FormerRun read(Dated run) {
		return new FormerRun(run.number(), run.businessDate(), new RunTotals(this.jdbc, run.number()).decisions(),
				this.jdbc.sql(POSTED)
					.param("run", run.number())
					.query((row, number) -> new FormerRun.Posted(row.getString("address"), Cells.total(row, "amount")))
					.list());
	}

	private record Dated(int number, LocalDate businessDate) {

	}

}
