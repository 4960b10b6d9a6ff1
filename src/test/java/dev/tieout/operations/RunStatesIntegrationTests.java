package dev.tieout.operations;

import java.util.Optional;

import dev.tieout.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RunStatesIntegrationTests {

	private static final int RUN = 1;

	private final TestDatabase database = TestDatabase.fresh();

	private final JdbcClient jdbc = JdbcClient.create(this.database.dataSource());

	private final RunStates states = new RunStates(this.jdbc);

	@BeforeEach
	void addRun() {
		this.jdbc.sql("""
				insert into edition (hash, canonical_text, source_text, recorded_at, recorded_by)
				values ('h', '', '', now(), 'tester')
				""").update();
		this.jdbc
			.sql("""
					insert into run (kind, job_name, job_path, job_text, program_text, edition_no, business_date, chunk_size,
					                 partitions, state, lock_token, started_at, operator, tieout_version)
					values ('run', 'nightly', '', '', '', 1, '2026-01-01', 1, 1, 'RUNNING', 1, now(), 'tester', '')
					""")
			.update();
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@ParameterizedTest
	@EnumSource
	void aMoveIsMadeIfTheTableHasItAndRefusedIfNot(RunState from) {
		for (RunState to : RunState.values()) {
			put(from);
			if (from.mayBecome(to)) {
				this.states.move(RUN, to, Optional.of("why"));
				assertThat(this.states.of(RUN)).isEqualTo(to);
			}
			else {
				assertThatExceptionOfType(RefusedException.class)
					.isThrownBy(() -> this.states.move(RUN, to, Optional.empty()))
					.withMessage("Run 1 is %s and cannot become %s.", from, to);
				assertThat(this.states.of(RUN)).isEqualTo(from);
			}
		}
	}

	@Test
	void aMoveFromAStateThatTheRunHasLeftMeanwhileIsRefusedAndChangesNothing() {
		put(RunState.ABANDONED);
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.states.move(RUN, RunState.STOPPED, RunState.RUNNING, Optional.empty()))
			.withMessageContaining("Run 1 was STOPPED a moment ago and has become ABANDONED meanwhile");
		assertThat(this.states.of(RUN)).isEqualTo(RunState.ABANDONED);
	}

	@Test
	void postingSetsTheTimeFromWhichTheRunCountsAndNoLaterMoveChangesIt() {
		this.states.move(RUN, RunState.POSTED, Optional.empty());
		String postedAt = column("posted_at");
		assertThat(postedAt).isNotEmpty();
		assertThat(column("ended_at")).isEmpty();
		this.states.move(RUN, RunState.POSTED, Optional.of("no room for reports"));
		this.states.move(RUN, RunState.COMPLETED, Optional.empty());
		assertThat(column("posted_at")).isEqualTo(postedAt);
		assertThat(column("ended_at")).isNotEmpty();
	}

	@Test
	void aRunThatIsTakenUpHasNotEndedAndIsNotAskedToStop() {
		this.jdbc.sql("update run set stop_requested = true where run_no = 1").update();
		this.states.move(RUN, RunState.STOPPED, Optional.empty());
		assertThat(column("ended_at")).isNotEmpty();
		this.states.move(RUN, RunState.RUNNING, Optional.empty());
		assertThat(column("ended_at")).isEmpty();
		assertThat(column("stop_requested")).isEqualTo("false");
	}

	@Test
	void aRunThatIsNotThereHasNoState() {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.states.of(7))
			.withMessage("There is no run 7; 'tieout runs' lists them.");
	}

	private void put(RunState state) {
		this.jdbc.sql("update run set state = ? where run_no = 1").param(state.name()).update();
	}

	private String column(String name) {
		return this.jdbc.sql("select coalesce(%s::text, '') from run where run_no = 1".formatted(name))
			.query(String.class)
			.single();
	}

}
