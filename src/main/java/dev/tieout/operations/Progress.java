package dev.tieout.operations;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells how far a run is, from what it has committed. */
public final class Progress {

	private final JdbcClient jdbc;

	private final Map<Integer, Long> customers = new ConcurrentHashMap<>();

	public Progress(DataSource dataSource) {
		this.jdbc = JdbcClient.create(dataSource);
	}

	/**
	 * Returns how far a run is.
	 * @param run the run's number
	 * @return empty between steps
	 */
	public Optional<Snapshot> of(int run) {
		return this.jdbc
			.sql("""
					select s.step_name from batch_step_execution s
					join batch_job_execution_params p using (job_execution_id)
					where p.parameter_name = 'run' and p.parameter_value = ? and s.status = 'STARTED' and s.step_name not like '%:%'
					order by s.step_execution_id desc limit 1
					""")
			.param(Integer.toString(run))
			.query(String.class)
			.optional()
			.map((step) -> snapshot(run, step));
	}

	private Snapshot snapshot(int run, String step) {
		if (step.startsWith("read ")) {
			long records = this.jdbc
				.sql("select coalesce(sum(records), 0) from input_file where run_no = ? and kind = ?")
				.params(run, step.substring("read ".length()))
				.query(Long.class)
				.single();
			return new Snapshot(step, records, OptionalLong.empty(), "records");
		}
		if (step.equals("reconcile")) {
			long done = this.jdbc.sql("""
					select coalesce(sum(s.write_count), 0) from batch_step_execution s
					join batch_job_execution_params p using (job_execution_id)
					where p.parameter_name = 'run' and p.parameter_value = ? and s.step_name like 'reconcile worker:%'
					""").param(Integer.toString(run)).query(Long.class).single();
			return new Snapshot(step, done, OptionalLong.of(customers(run)), "customers");
		}
		return new Snapshot(step, 0, OptionalLong.empty(), "");
	}

	/**
	 * Counted once for a run: while it judges they are the same, and may be millions.
	 * Until a run has posted they are all.
	 */
	private long customers(int run) {
		return this.customers.computeIfAbsent(run, (number) -> this.jdbc.sql("""
				select case when saw_posted_run is null then (select max(customer_no) from customer)
				            else (select count(distinct customer_no) from scope s where s.run_no = r.run_no) end
				from run r where run_no = ?
				""").param(number).query((row, rows) -> row.getLong(1)).single());
	}

	/**
	 * How far a run is.
	 *
	 * @param step the step at work
	 * @param done what is committed of it
	 * @param total of how much, where that is known
	 * @param unit what is counted, empty where nothing is
	 */
	public record Snapshot(String step, long done, OptionalLong total, String unit) {

	}

}
