package dev.tieout.operations;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongToIntFunction;
import java.util.stream.Collectors;

import dev.tieout.configuration.ConfigurationException;
import dev.tieout.configuration.JobDirectory;
import dev.tieout.configuration.JobFile;
import dev.tieout.configuration.Problem;
import dev.tieout.identity.Timestamps;
import dev.tieout.job.RunTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The verbs that put runs to work: run, resume, and stop in this process. */
@Component
public final class RunOperations {

	private final JdbcClient jdbc;

	private final ActiveRuns active;

	private final UnfinishedRuns unfinished;

	private final Registration registration;

	private final RunStates states;

	private final Alerts alerts;

	RunOperations(JdbcClient jdbc, Clock clock, ActiveRuns active, UnfinishedRuns unfinished, Alerts alerts) {
		this.jdbc = jdbc;
		this.alerts = alerts;
		this.active = active;
		this.unfinished = unfinished;
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
		return run(JobDirectory.find(request.jobs(), request.job()), request, operator, observer);
	}

	/** Runs a job by the text that is given, whatever its file says. */
	List<RunResult> run(JobFile jobFile, RunRequest request, Operator operator, RunObserver observer) {
		return this.alerts.watch(jobFile, () -> begin(jobFile, request, operator, observer));
	}

	private List<RunResult> begin(JobFile jobFile, RunRequest request, Operator operator, RunObserver observer) {
		LocalDate businessDate = this.registration.businessDate(request, jobFile.program().program());
		List<FoundFile> found = FoundFiles.of(jobFile,
				Timestamps.startOfDay(businessDate, jobFile.program().program().zone()));
		FileRegister.Choice choice = new FileRegister.Choice(request.without(), request.reread());
		refuseUnknownNames(jobFile, choice.unknown(found));
		this.registration.claim(jobFile.program().program());
		List<RunResult> results = new ArrayList<>(
				this.unfinished.resumeAll(jobFile.name(), jobFile.tuning().waitMinutes(), operator, observer));
		if (results.stream().allMatch((result) -> result.state() == RunState.COMPLETED)) {
			ActiveRuns.goOn(observer);
			results.add(runNew(jobFile, request, businessDate, found, choice, operator, observer));
		}
		return results;
	}

	/**
	 * Resumes a run that was stopped, cut off, or posted without its reports. One that
	 * was to post nothing is given up instead.
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
		return this.alerts.after(this.unfinished.resume(run, wait, operator, observer));
	}

	/**
	 * Resumes a run, unless another one is at work.
	 * @throws RefusedException if another run is at work
	 */
	RunResult resumeAtOnce(int run, Operator operator, RunObserver observer) {
		return this.alerts.after(this.unfinished.resume(run, 0, operator, observer));
	}

	/**
	 * Stops the run at work in this process at its next chunk boundary, and waits for
	 * that.
	 */
	public void stopActive() {
		this.active.stop();
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

	private RunResult runNew(JobFile jobFile, RunRequest request, LocalDate businessDate, List<FoundFile> found,
			FileRegister.Choice choice, Operator operator, RunObserver observer) {
		this.registration.refuseRewrittenRules(jobFile);
		List<FileRegister.Hashed> hashed = found.stream()
			.map((file) -> FileRegister.Hashed.of(file, observer))
			.toList();
		int[] newOrderFiles = new int[1];
		LongToIntFunction register = (token) -> {
			int run = this.registration.run(NewRun.of(jobFile, request, businessDate), operator, token);
			newOrderFiles[0] = new FileRegister(this.jdbc).register(run, hashed, choice);
			log(run, jobFile, businessDate, request, operator);
			observer.registering(run);
			return run;
		};
		try (ProgramLock lock = this.active.take(jobFile.tuning().waitMinutes(), observer, register)) {
			observer.registered(lock.run(), false);
			if (jobFile.inputs().requireNewOrders() && newOrderFiles[0] == 0) {
				String missing = missingFile(jobFile);
				this.states.move(lock, RunState.FAILED, Optional.of(missing));
				return new RunResult(lock.run(), RunState.FAILED, Optional.of(missing), false);
			}
			return this.active.work(lock, false, observer);
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

	/**
	 * Every run leaves a record of who wanted it; what goes beyond an ordinary one leaves
	 * another.
	 */
	private void log(int run, JobFile job, LocalDate businessDate, RunRequest request, Operator operator) {
		OperationLog log = new OperationLog(this.jdbc);
		log.add(operator, "run", "job %s, business date %s".formatted(job.name(), businessDate), request.reason(),
				Optional.of(run));
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

}
