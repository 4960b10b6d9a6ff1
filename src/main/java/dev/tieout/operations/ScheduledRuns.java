package dev.tieout.operations;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import dev.tieout.configuration.ConfigurationException;
import dev.tieout.configuration.JobFile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The verbs of a process that serves: it starts jobs at their times, each time once
 * whatever number of processes serve, and finishes what processes that are gone have
 * left.
 */
@Component
public final class ScheduledRuns {

	private final DataSource dataSource;

	private final JdbcClient jdbc;

	private final RunOperations runs;

	private final ScheduleBook book;

	private final Alerts alerts;

	private final Firings firings;

	private final CutOffRuns cutOff;

	private final RunStates states;

	/** What this process is at work at: it is not left by anybody. */
	private final Set<Firing> inHand = ConcurrentHashMap.newKeySet();

	private volatile @Nullable ServeProcess process;

	ScheduledRuns(DataSource dataSource, JdbcClient jdbc, RunOperations runs, ScheduleBook book, Alerts alerts) {
		this.dataSource = dataSource;
		this.jdbc = jdbc;
		this.runs = runs;
		this.book = book;
		this.alerts = alerts;
		this.firings = new Firings(jdbc);
		this.cutOff = new CutOffRuns(jdbc);
		this.states = new RunStates(jdbc);
	}

	/**
	 * Enrols this process with those that serve; and again after the database was away,
	 * when the others have taken it for dead.
	 * @param name for people
	 */
	public synchronized void enrol(String name) {
		try {
			ServeProcess former = this.process;
			if (former == null || !former.isSeen()) {
				this.process = ServeProcess.enrol(this.dataSource, this.jdbc, name);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Tells the other processes that this one is gone. */
	public synchronized void leave() {
		try (ServeProcess former = this.process) {
			this.process = null;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Claims a scheduled time of a job.
	 * @param job the job's name
	 * @param scheduledAt when it was to fire
	 * @return empty if a process has claimed it already
	 */
	public Optional<Firing> claim(String job, Instant scheduledAt) {
		return this.firings.claim(job, scheduledAt, number());
	}

	/**
	 * Returns the firings that nobody is at work at, though they have no outcome.
	 * @return the oldest first
	 */
	public List<Firing> left() {
		return this.firings.open(number()).stream().filter((firing) -> !isInHand(firing)).toList();
	}

	/**
	 * Returns the runs that nobody is at work at, though nobody has stopped them.
	 * @return the oldest first
	 */
	public List<CutOffRun> cutOff() {
		return this.cutOff.withoutFiring();
	}

	/**
	 * Works a firing to its outcome and records that: runs the job by the texts last
	 * taken up, or goes on with the run that was registered for it.
	 * @param firing one that this process has claimed, or that was left
	 * @param observer is told what happens; as soon as it wants to stop, the firing is
	 * left for the next process that serves
	 * @return empty if it has no outcome yet: it is left, or somebody else is at it
	 */
	public Optional<FiringResult> finish(Firing firing, RunObserver observer) {
		Firing key = new Firing(firing.job(), firing.scheduledAt(), Optional.empty());
		if (!this.inHand.add(key)) {
			return Optional.empty();
		}
		try {
			int number = number();
			if (observer.wantsStop() || !this.firings.adopt(firing, number)) {
				return Optional.empty();
			}
			Optional<FiringResult> result = outcome(firing, number, observer)
				.filter((outcome) -> this.firings.end(outcome, number));
			result.filter((outcome) -> outcome.state().isEmpty()).ifPresent(this::tellOfRefusal);
			return result;
		}
		finally {
			this.inHand.remove(key);
		}
	}

	/**
	 * Goes on with a run that was cut off.
	 * @param run the run
	 * @param observer is told what happens
	 * @return empty if another run is at work, which may be this one by now
	 */
	public Optional<RunResult> resume(CutOffRun run, RunObserver observer) {
		return resume(run.run(), observer);
	}

	/** Of a run that ends in trouble whoever ran it tells. */
	private void tellOfRefusal(FiringResult result) {
		try {
			this.book.find(result.job())
				.ifPresent((job) -> this.alerts.notRun(job.read(), result.detail().orElse("The run was refused.")));
		}
		catch (ConfigurationException ex) {
			// Then this is what it was refused for, and there is no command to tell.
		}
	}

	private Optional<FiringResult> outcome(Firing firing, int process, RunObserver observer) {
		try {
			Optional<RunResult> last = firing.run().isPresent() ? goOn(firing.run().get(), observer)
					: Optional.of(run(firing, process, observer));
			return last.filter((result) -> !isInterrupted(result, observer))
				.map((result) -> firing.ended(result.run(), result.state(), result.error()));
		}
		catch (RefusedException | ConfigurationException ex) {
			return afterwards(firing, observer, firing.refused(String.valueOf(ex.getMessage())));
		}
		catch (RuntimeException ex) {
			if (Troubles.isOfDatabase(ex)) {
				throw ex; // It is left, and done when the database is back.
			}
			return afterwards(firing, observer, firing.failed(Troubles.tell(ex)));
		}
	}

	/**
	 * A run that was registered before something went wrong says itself what it came to;
	 * as long as it does not, the firing is left.
	 */
	private Optional<FiringResult> afterwards(Firing firing, RunObserver observer, FiringResult without) {
		if (observer.wantsStop()) {
			return Optional.empty();
		}
		Optional<Integer> run = this.firings.runOf(firing);
		if (run.isEmpty()) {
			return Optional.of(without);
		}
		RunState state = this.states.of(run.get());
		return state.isUnfinished() ? Optional.empty() : Optional.of(firing.ended(run.get(), state, without.detail()));
	}

	private RunResult run(Firing firing, int process, RunObserver observer) {
		ScheduledJob taken = this.book.find(firing.job())
			.orElseThrow(() -> new RefusedException("The job has no schedule any more. Nothing was done."));
		JobFile job = taken.read();
		RunRequest request = new RunRequest(Objects.requireNonNull(taken.path().getParent()), job.name(),
				Optional.empty(), List.of(), List.of(), false, "");
		List<RunResult> results = this.runs.run(job, request, Operator.SERVE,
				new RegisteringObserver(observer, (run) -> this.firings.register(firing, run, process)));
		return results.get(results.size() - 1);
	}

	private Optional<RunResult> goOn(int run, RunObserver observer) {
		if (this.cutOff.goesOn(run)) {
			return resume(run, observer);
		}
		if (this.cutOff.isUnderWay(run)) {
			return Optional.empty();
		}
		RunState state = this.states.of(run);
		boolean left = state == RunState.RUNNING && this.cutOff.isStopRequested(run);
		return state == RunState.RUNNING && !left ? Optional.empty()
				: Optional.of(new RunResult(run, left ? RunState.STOPPED : state, Optional.empty(), true));
	}

	private Optional<RunResult> resume(int run, RunObserver observer) {
		try {
			RunResult result = this.runs.resumeAtOnce(run, Operator.SERVE, observer);
			if (!isInterrupted(result, observer)) {
				this.cutOff.resumed(run);
			}
			return Optional.of(result);
		}
		catch (RefusedException ex) {
			// Another run is at work, or this one is in other hands: it is looked at
			// again.
			return Optional.empty();
		}
	}

	/** A run that this process stops because it has to end goes on in the next one. */
	private boolean isInterrupted(RunResult result, RunObserver observer) {
		boolean interrupted = result.state() == RunState.STOPPED && observer.wantsStop()
				&& !this.cutOff.isStopRequested(result.run());
		if (interrupted) {
			this.cutOff.interrupted(result.run());
		}
		return interrupted;
	}

	private boolean isInHand(Firing firing) {
		return this.inHand.contains(new Firing(firing.job(), firing.scheduledAt(), Optional.empty()));
	}

	private int number() {
		ServeProcess enrolled = this.process;
		if (enrolled == null) {
			throw new IllegalStateException("this process does not serve");
		}
		return enrolled.number();
	}

}
