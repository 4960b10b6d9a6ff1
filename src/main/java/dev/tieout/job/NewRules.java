package dev.tieout.job;

import java.time.Instant;
import java.util.Optional;

import dev.tieout.attribution.TimelineReplay;
import dev.tieout.configuration.ProgramFile;
import dev.tieout.program.Program;
import dev.tieout.program.ProgramChanges;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes due whoever a run's edition or calculation may answer otherwise than the ones
 * that posted before.
 */
final class NewRules {

	private final JdbcClient jdbc;

	NewRules(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void makeDue(PinnedRun run) {
		if (isOtherCalculation()) {
			new DueCustomers(this.jdbc).becauseOfCalculation(run.number());
		}
		firstDifference(run)
			.ifPresent((from) -> new DueCustomers(this.jdbc).becauseOfEdition(Optional.of(run.number()), from));
	}

	/**
	 * Makes due the same customers but those that the run has judged under these rules.
	 */
	void makeOthersDue(PinnedRun run) {
		makeDue(run);
		this.jdbc.sql("""
				delete from due_customer
				where run_no = :run and customer_no in (select customer_no from scope where run_no = :run)
				""").param("run", run.number()).update();
	}

	/**
	 * Whoever has an event at or after the first instant at which the editions differ.
	 */
	private Optional<Instant> firstDifference(PinnedRun run) {
		return this.jdbc.sql("""
				select e.source_text from program p join edition e on e.edition_no = p.accepted_edition
				where p.last_posted_run is not null and e.edition_no <> ?
				""").param(run.edition()).query(String.class).optional().flatMap((text) -> {
			Program accepted = ProgramFile.parse(text, "the accepted edition").program();
			return ProgramChanges.between(accepted, run.rules()).firstDifference();
		});
	}

	private boolean isOtherCalculation() {
		return this.jdbc.sql("select posted_calculation is not null and posted_calculation <> ? from program")
			.param(TimelineReplay.CALCULATION)
			.query(Boolean.class)
			.single();
	}

}
