package dev.tieout.job;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes customers due for causes that concern many. */
public final class DueCustomers {

	static final int LEFT_BY_RERUN = 6;

	private final JdbcClient jdbc;

	public DueCustomers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Makes due whoever another edition may answer otherwise: customers with an order or
	 * a request at or after an instant, or with a connection that lasts until then.
	 * @param run the run that brings the edition, empty for a command
	 * @param from the first instant at which the editions differ, {@link Instant#MIN} for
	 * the beginning of time
	 */
	public void becauseOfEdition(Optional<Integer> run, Instant from) {
		OffsetDateTime since = from.equals(Instant.MIN) ? OffsetDateTime.MIN : from.atOffset(ZoneOffset.UTC);
		this.jdbc
			.sql("""
					insert into due_customer (customer_no, cause, run_no)
					select customer_no, 4, :run
					from (select customer_no from order_revision
					      where superseded_by is null and placed_at >= :since
					            and file_no not in (select file_no from input_file where state not in ('complete', 'posted'))
					      union
					      select customer_no from connection_request
					      where standing = 0 and at >= :since
					            and (file_no is null or file_no not in
					                 (select file_no from input_file where state not in ('complete', 'posted')))
					      union
					      select customer_no from connection
					      where superseded_by is null and (ended_at is null or ended_at >= :since)
					            and run_no in (select run_no from run where posted_at is not null)) concerned
					""")
			.param("run", run.orElse(null), Types.INTEGER)
			.param("since", since, Types.TIMESTAMP_WITH_TIMEZONE)
			.update();
	}

	/**
	 * Makes every customer with an order due: another calculation may answer otherwise.
	 */
	void becauseOfCalculation(int run) {
		this.jdbc.sql("""
				insert into due_customer (customer_no, cause, run_no)
				select distinct customer_no, 5, :run from order_revision
				where superseded_by is null
				      and file_no not in (select file_no from input_file where state not in ('complete', 'posted'))
				""").param("run", run).update();
	}

}
