package dev.tieout.audit.jdbc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tieout.audit.Total;
import dev.tieout.audit.VitalSigns;

/**
 * Reads the vital signs, at most every few seconds. What takes millions of rows is read
 * again only when a run has posted: nothing else changes it.
 */
@Component
public final class VitalSignsReader {

	private static final Duration GOOD_FOR = Duration.ofSeconds(5);

	/** More jobs than this have no place in a monitoring system's labels. */
	private static final int MOST_JOBS = 100;

	private static final String RUNS = "select state, count(*) from run group by state";

	private static final String DUE = "select count(distinct customer_no) from due";

	private static final String LAST_POSTED = """
			select job_name, max(posted_at) as at
			  from run
			 where kind = 'run' and posted_at is not null
			 group by job_name
			 order by at desc
			 limit %d
			""".formatted(MOST_JOBS);

	private static final String TROUBLES = """
			select job_name, state
			  from (select distinct on (job_name) job_name, state from run where kind = 'run' order by job_name, run_no desc) as last
			 where state in ('FAILED', 'SUPERSEDED', 'POSTED')
			 limit %d
			"""
		.formatted(MOST_JOBS);

	private static final String ORDERS = """
			select c.name, d.orders
			  from (select d.reason, count(*) as orders
			          from decision d
			          join run r on r.run_no = d.run_no and r.posted_at is not null
			         where d.superseded_by is null
			         group by d.reason) as d
			  join reason_code c on c.code = d.reason
			""";

	private static final String REJECTS = """
			select r.reason, count(*)
			  from reject r
			  join input_file f on f.file_no = r.file_no and f.state = 'posted'
			 group by r.reason
			""";

	private static final String LEDGER = """
			select currency, sum(amount) as amount, count(*) as entries from ledger_entry group by currency order by currency
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	private @Nullable Reading last;

	private @Nullable Ledger ledger;

	/**
	 * Creates the reader.
	 * @param dataSource the application's
	 * @param clock says how old a reading is
	 */
	public VitalSignsReader(DataSource dataSource, Clock clock) {
		this.jdbc = JdbcClient.create(dataSource);
		this.clock = clock;
	}

	/**
	 * Returns the vital signs as they were a few seconds ago at most.
	 * @return what the database says
	 */
	public synchronized VitalSigns read() {
		Instant now = this.clock.instant();
		Reading former = this.last;
		if (former != null && Duration.between(former.at(), now).compareTo(GOOD_FOR) < 0) {
			return former.signs();
		}
		Ledger posted = ledger();
		VitalSigns signs = new VitalSigns(counts(RUNS), lastPosted(), troubles(), posted.orders(), posted.posted(),
				posted.entries(), posted.rejects(), this.jdbc.sql(DUE).query(Long.class).single());
		this.last = new Reading(now, signs);
		return signs;
	}

	private Ledger ledger() {
		Optional<Integer> run = this.jdbc.sql("select last_posted_run from program where last_posted_run is not null")
			.query(Integer.class)
			.optional();
		Ledger former = this.ledger;
		if (former != null && former.lastPostedRun().equals(run)) {
			return former;
		}
		record Sum(Total amount, long entries) {
		}
		List<Sum> sums = this.jdbc.sql(LEDGER)
			.query((row, number) -> new Sum(Cells.total(row, "amount"), row.getLong("entries")))
			.list();
		Ledger read = new Ledger(run, counts(ORDERS), counts(REJECTS), sums.stream().map(Sum::amount).toList(),
				sums.stream().mapToLong(Sum::entries).sum());
		this.ledger = read;
		return read;
	}

	private Map<String, Long> counts(String sql) {
		Map<String, Long> counts = new TreeMap<>();
		this.jdbc.sql(sql).query((row) -> {
			counts.put(row.getString(1), row.getLong(2));
		});
		return counts;
	}

	private Map<String, Instant> lastPosted() {
		Map<String, Instant> times = new TreeMap<>();
		this.jdbc.sql(LAST_POSTED).query((row) -> {
			times.put(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant());
		});
		return times;
	}

	private Map<String, String> troubles() {
		Map<String, String> states = new TreeMap<>();
		this.jdbc.sql(TROUBLES).query((row) -> {
			states.put(row.getString(1), row.getString(2));
		});
		return states;
	}

	private record Reading(Instant at, VitalSigns signs) {

	}

	/** What changes only when a run posts. */
	private record Ledger(Optional<Integer> lastPostedRun, Map<String, Long> orders, Map<String, Long> rejects,
			List<Total> posted, long entries) {

	}

}
