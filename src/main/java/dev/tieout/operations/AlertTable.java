package dev.tieout.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The record of alerts, and what they are about. */
final class AlertTable {

	private final JdbcClient jdbc;

	AlertTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Records an alert before anybody is told.
	 * @return its number, or empty where this or another process has recorded it before
	 */
	Optional<Integer> add(Alert alert) {
		return this.jdbc.sql("""
				insert into alert (event, job_name, run_no, day, business_date, raised_at, sentence)
				values (:event, :job, :run, :day, :date, :at, :sentence)
				on conflict do nothing returning alert_no
				""")
			.param("event", alert.event().name().toLowerCase(Locale.ROOT))
			.param("job", alert.job())
			.param("run", alert.run().map(Alert.Run::number).orElse(null))
			.param("day", alert.day().orElse(null))
			.param("date", alert.businessDate().orElse(null))
			.param("at", alert.raisedAt().atOffset(ZoneOffset.UTC))
			.param("sentence", alert.sentence())
			.query(Integer.class)
			.optional();
	}

	/** Records what came of telling: told, or why not. */
	void close(int alert, Optional<String> notTold, Instant now) {
		this.jdbc.sql("update alert set told_at = ?, not_told = ? where alert_no = ?")
			.param(notTold.isEmpty() ? now.atOffset(ZoneOffset.UTC) : null)
			.param(notTold.orElse(null))
			.param(alert)
			.update();
	}

	/** Returns how a run ended. */
	EndedRun ended(int run) {
		return this.jdbc.sql("select * from run where run_no = ?")
			.param(run)
			.query((row, number) -> endedRun(row))
			.single();
	}

	private static EndedRun endedRun(ResultSet row) throws SQLException {
		Optional<Instant> ended = Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
			.map(OffsetDateTime::toInstant);
		return new EndedRun(
				new Alert.Run(row.getInt("run_no"), row.getString("kind"), RunState.valueOf(row.getString("state")),
						row.getObject("started_at", OffsetDateTime.class).toInstant(), ended),
				row.getObject("business_date", LocalDate.class));
	}

	/**
	 * A run that has ended.
	 */
	record EndedRun(Alert.Run run, LocalDate businessDate) {

	}

}
