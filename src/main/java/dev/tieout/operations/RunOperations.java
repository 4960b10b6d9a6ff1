package dev.tieout.operations;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongToIntFunction;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import dev.tieout.configuration.ConfigurationException;
import dev.tieout.configuration.JobDirectory;
import dev.tieout.configuration.JobFile;
import dev.tieout.configuration.Problem;
import dev.tieout.identity.Timestamps;
import dev.tieout.job.PinnedRun;
import dev.tieout.job.ReconciliationJob;
import dev.tieout.job.RunTables;
import dev.tieout.job.StopFlag;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The verbs about runs: run, resume, stop, abandon. */
@Component
public final class RunOperations {

	private static final Duration LOOK_EVERY = Duration.ofMillis(500);

	private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

	private final DataSource dataSource;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final JobLauncher launcher;

	private final ReconciliationJob job;

	private final Reporting reporting;

	private final Registration registration;

	private final RunStates states;

	RunOperations(DataSource dataSource, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock,
			JobLauncher launcher, ReconciliationJob job, Reporting reporting) {
		this.dataSource = dataSource;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.launcher = launcher;
		this.job = job;
		this.reporting = reporting;
		this.registration = new Registration(jdbc, clock);
		this.states = new RunStates(jdbc);
	}

	/**
	 * Runs a job: imports what is new, judges the customers that are due, posts and
	 * reports. Unfinished runs of the job are resumed first.
	 * @param request what to run
	 * @param operator who asks
	 * @param observer is told what happens
	 * @return the results of resumed runs and, unless one of them failed, of the new run
	 * @throws RefusedException if it must not run now
	 */
	public List<RunResult> run(RunRequest request, Operator operator, RunObserver observer) {
		JobFile jobFile = JobDirectory.find(request.jobs(), request.job());
		LocalDate businessDate = this.registration.businessDate(request, jobFile.program().program());
		List<FoundFile> found = FoundFiles.of(jobFile,
				Timestamps.startOfDay(businessDate, jobFile.program().program().zone()));
		FileRegister.Choice choice = new FileRegister.Choice(request.without(), request.reread());
		refuseUnknownNames(jobFile, choice.unknown(found));
		this.registration.claim(jobFile.program().program());
		List<RunResult> results = new ArrayList<>(resumeUnfinished(jobFile, operator, observer));
		if (results.stream().allMatch((result) -> result.state() == RunState.COMPLETED)) {
			results.add(runNew(jobFile, request, businessDate, found, choice, operator, observer));
		}
		return results;
	}

	/**
	 * Resumes a run that was stopped, cut off, or posted without its reports.
	 * @param run the run's number
	 * @param operator who asks
	 * @param observer is told what happens
	 * @return what it came to
	 * @throws RefusedException if the run has nothing left to do
	 */
	public RunResult resume(int run, Operator operator, RunObserver observer) {
		RunState state = this.states.of(run);
		if (!state.isUnfinished()) {
			throw new RefusedException("Run " + run + " is " + state + " and has nothing left to do.");
		}
		int wait = new RunTables(this.jdbc).pinned(run).job().tuning().waitMinutes();
		return resume(run, wait, operator, observer);
	}

	/**
	 * Gives a run up that has posted nothing. What it has read of complete files stays,
	 * and the customers stay due.
	 * @param run the run's number
	 * @param reason why
	 * @param operator who asks
	 * @throws RefusedException if it has posted, or is at work
	 */
	public void abandon(int run, String reason, Operator operator) {
		this.states.refuseIllegalMove(run, this.states.of(run), RunState.ABANDONED);
		boolean atWork = this.jdbc.sql("select active_run = ? from program")
			.param(run)
			.query(Boolean.class)
			.optional()
			.orElse(false);
		LongToIntFunction mark = (token) -> {
			this.states.move(run, RunState.ABANDONED, Optional.of(reason));
			new OperationLog(this.jdbc).add(operator, "abandon", "run " + run, reason, Optional.of(run));
			return run;
		};
		if (!atWork) {
			this.transaction.execute((status) -> mark.applyAsInt(0));
			removeParts(run);
			return;
		}
		try (ProgramLock lock = ProgramLock.tryTake(this.dataSource, this.jdbc, this.transaction, mark)
			.orElseThrow(
					() -> new RefusedException("Run " + run + " is at work. Stop it first: tieout runs stop " + run))) {
			removeParts(lock.run());
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void removeParts(int run) {
		this.reporting.removeParts(new RunTables(this.jdbc).pinned(run));
	}

	/**
	 * Asks a run to stop at its next chunk boundary, wherever it is at work.
	 * @param run the run's number
	 * @param operator who asks
	 * @throws RefusedException if it is not at work
	 */
	public void requestStop(int run, Operator operator) {
		if (this.states.of(run) != RunState.RUNNING) {
			throw new RefusedException("Run " + run + " is " + this.states.of(run) + ", not at work.");
		}
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("update run set stop_requested = true where run_no = ?").param(run).update();
			new OperationLog(this.jdbc).add(operator, "stop", "run " + run, "", Optional.of(run));
		});
	}

	/**
	 * Stops the run at work in this process at its next chunk boundary, and waits for
	 * that.
	 */
	public void stopActive() {
		this.launcher.active().ifPresent(StopFlag::raise);
		long until = System.nanoTime() + STOP_WITHIN.toNanos();
		while (this.launcher.active().isPresent() && System.nanoTime() < until) {
			pause();
		}
	}

	/** A typing error in a file's name must not go unnoticed. */
	private static void refuseUnknownNames(JobFile job, List<String> names) {
		if (!names.isEmpty()) {
			throw new ConfigurationException(names.stream()
				.map((name) -> new Problem(job.path().toString(), 0, "inputs", name,
						"is no file that the job's inputs find", "a base name or path of one of them"))
				.toList());
		}
	}

	private List<RunResult> resumeUnfinished(JobFile jobFile, Operator operator, RunObserver observer) {
		List<RunResult> results = new ArrayList<>();
		List<Integer> unfinished = this.jdbc.sql("""
				select run_no from run where job_name = ? and state in ('RUNNING', 'STOPPED', 'POSTED') order by run_no
				""").param(jobFile.name()).query(Integer.class).list();
		for (int run : unfinished) {
			RunResult result = resume(run, jobFile.tuning().waitMinutes(), operator, observer);
			results.add(result);
			if (result.state() != RunState.COMPLETED) {
				break;
			}
		}
		return results;
	}

	private RunResult resume(int run, int waitMinutes, Operator operator, RunObserver observer) {
		LongToIntFunction takeUp = (token) -> {
			RunState state = this.states.of(run);
			if (state == RunState.POSTED) {
				this.jdbc.sql("update run set lock_token = ? where run_no = ?").params(token, run).update();
				return run;
			}
			if (!state.isUnfinished()) {
				return run;
			}
			this.states.move(run, RunState.RUNNING, Optional.empty());
			this.jdbc.sql("update run set lock_token = ?, stop_requested = false where run_no = ?")
				.params(token, run)
				.update();
			new OperationLog(this.jdbc).add(operator, "resume", "run " + run, "", Optional.of(run));
			return run;
		};
		try (ProgramLock lock = take(waitMinutes, observer, takeUp)) {
			RunState state = this.states.of(run);
			if (!state.isUnfinished()) {
				return new RunResult(run, state, Optional.empty(), true);
			}
			observer.registered(run, true);
			return work(lock, true);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private RunResult runNew(JobFile jobFile, RunRequest request, LocalDate businessDate, List<FoundFile> found,
			FileRegister.Choice choice, Operator operator, RunObserver observer) {
		this.registration.refuseRewrittenRules(jobFile);
		List<FileRegister.Hashed> hashed = found.stream().map(FileRegister.Hashed::of).toList();
		int[] newOrderFiles = new int[1];
		LongToIntFunction register = (token) -> {
			int run = this.registration.run(jobFile, request, businessDate, operator, token);
			newOrderFiles[0] = new FileRegister(this.jdbc).register(run, hashed, choice);
			log(run, request, operator);
			return run;
		};
		try (ProgramLock lock = take(jobFile.tuning().waitMinutes(), observer, register)) {
			observer.registered(lock.run(), false);
			if (jobFile.inputs().requireNewOrders() && newOrderFiles[0] == 0) {
				String missing = missingFile(jobFile);
				this.states.move(lock.run(), RunState.FAILED, Optional.of(missing));
				return new RunResult(lock.run(), RunState.FAILED, Optional.of(missing), false);
			}
			return work(lock, false);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String missingFile(JobFile job) {
		String patterns = job.inputs()
			.orders()
			.stream()
			.flatMap((input) -> input.files().stream())
			.map((pattern) -> pattern.pattern().written())
			.collect(Collectors.joining("', '"));
		return "MISSING_FILE: the job requires a new order file (require-new-orders), but '" + patterns
				+ "' found none that was not read before. Nothing was posted. Run again when it is there.";
	}

	/** What goes beyond an ordinary run leaves a record of who wanted it and why. */
	private void log(int run, RunRequest request, Operator operator) {
		OperationLog log = new OperationLog(this.jdbc);
		if (!request.without().isEmpty()) {
			log.add(operator, "run --without", String.join(", ", request.without()), request.reason(),
					Optional.of(run));
		}
		if (!request.reread().isEmpty()) {
			log.add(operator, "run --reread", String.join(", ", request.reread()), request.reason(), Optional.of(run));
		}
		if (request.restate()) {
			log.add(operator, "run --restate", "restatement limit lifted", request.reason(), Optional.of(run));
		}
	}

	private RunResult work(ProgramLock lock, boolean resumed) {
		PinnedRun run = new RunTables(this.jdbc).pinned(lock.run());
		lock.keepAlive(() -> this.launcher.active().ifPresent(StopFlag::raise));
		JobLauncher.Ending ending = this.launcher.launch(run.number(),
				(stop) -> this.job.of(run, stop, this.reporting.parts(run), () -> this.reporting.write(run)));
		boolean posted = this.states.of(run.number()) == RunState.POSTED;
		RunState state = (posted && ending.state() != RunState.COMPLETED) ? RunState.POSTED : ending.state();
		this.states.move(run.number(), state, ending.error());
		this.reporting.removeParts(run);
		return new RunResult(run.number(), state, ending.error(), resumed);
	}

	/** Waits for another run to end, as long as the job allows. */
	private ProgramLock take(int waitMinutes, RunObserver observer, LongToIntFunction register) throws SQLException {
		long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(waitMinutes);
		boolean told = false;
		while (true) {
			Optional<ProgramLock> lock = ProgramLock.tryTake(this.dataSource, this.jdbc, this.transaction, register);
			if (lock.isPresent()) {
				return lock.get();
			}
			String holder = ProgramLock.holder(this.jdbc).orElse("another run");
			if (System.nanoTime() >= until) {
				throw new RefusedException("Only one run of a program is active at a time, and " + holder
						+ " is at work. Nothing was done. Wait for it, or stop it with 'tieout runs stop'.");
			}
			if (!told) {
				observer.waiting("Waiting up to " + waitMinutes + " minutes for " + holder + ".");
				told = true;
			}
			pause();
		}
	}

	private static void pause() {
		try {
			Thread.sleep(LOOK_EVERY.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new RefusedException("Interrupted while waiting.");
		}
	}

}
