package dev.tieout.operations;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.LongToIntFunction;

import dev.tieout.configuration.JobDirectory;
import dev.tieout.configuration.JobFile;
import dev.tieout.identity.Timestamps;
import dev.tieout.job.OrderRange;
import dev.tieout.job.RunKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The verb rerun: orders of a range are judged again and their differences posted.
 * Nothing is imported.
 */
@Component
public final class RerunOperations {

	private final JdbcClient jdbc;

	private final ActiveRuns active;

	private final UnfinishedRuns unfinished;

	private final Alerts alerts;

	private final Registration registration;

	RerunOperations(JdbcClient jdbc, Clock clock, ActiveRuns active, UnfinishedRuns unfinished, Alerts alerts) {
		this.jdbc = jdbc;
		this.active = active;
		this.unfinished = unfinished;
		this.alerts = alerts;
		this.registration = new Registration(jdbc, clock);
	}

	/**
	 * Judges the orders of a range again and posts the differences, or only finds them.
	 * Unfinished reruns of the job are resumed first.
	 * @param request what to judge
	 * @param operator who asks
	 * @param observer is told what happens
	 * @return the results of resumed reruns and, unless one of them failed, of the new
	 * one
	 * @throws WrongUsageException if there is no such range
	 * @throws RefusedException if it must not be done now
	 */
	public List<RunResult> rerun(RerunRequest request, Operator operator, RunObserver observer) {
		JobFile job = JobDirectory.find(request.jobs(), request.job());
		NewRun run = newRun(RunKind.RERUN, job, request, observer);
		this.registration.refuseRewrittenRules(job);
		return request.dryRun() ? List.of(work(run, operator, observer, (number) -> {
		})) : this.alerts.watch(job, () -> rerun(run, operator, observer));
	}

	private List<RunResult> rerun(NewRun run, Operator operator, RunObserver observer) {
		JobFile job = run.job();
		List<RunResult> results = new ArrayList<>(
				this.unfinished.resumeReruns(job.name(), job.tuning().waitMinutes(), operator, observer));
		if (results.stream().allMatch((result) -> result.state() == RunState.COMPLETED)) {
			ActiveRuns.goOn(observer);
			results.add(work(run, operator, observer, (number) -> {
			}));
		}
		return results;
	}

	/**
	 * What a run over a range is registered with.
	 * @throws WrongUsageException if there is no such range
	 * @throws RefusedException if the database holds another program, or nothing yet
	 */
	NewRun newRun(RunKind kind, JobFile job, RerunRequest request, RunObserver observer) {
		LocalDate today = this.registration.today(job.program().program());
		if (request.from().isAfter(request.to())) {
			throw new WrongUsageException(
					"--from %s is after --to %s; nothing lies between them.".formatted(request.from(), request.to()));
		}
		if (request.from().isAfter(today)) {
			throw new WrongUsageException("The range %s to %s lies ahead; today is %s in %s.".formatted(request.from(),
					request.to(), today, job.program().program().zone()));
		}
		this.registration.claim(job.program().program());
		refuseBeforeTheFirstRun();
		LocalDate businessDate = today.minusDays(1);
		List<FileRegister.Hashed> found = FoundFiles
			.of(job, Timestamps.startOfDay(businessDate, job.program().program().zone()))
			.stream()
			.map((file) -> FileRegister.Hashed.of(file, observer))
			.toList();
		int waiting = new FileRegister(this.jdbc).countNew(found);
		return new NewRun(kind, job, businessDate,
				Optional.of(new OrderRange(request.from(), request.to(), request.wholeCustomers())), request.dryRun(),
				false, request.reason(), Optional.of(waiting));
	}

	/**
	 * Registers a run over a range and works it to its end.
	 * @param registered is given the run's number in the transaction that registers it
	 */
	RunResult work(NewRun run, Operator operator, RunObserver observer, IntConsumer registered) {
		LongToIntFunction register = (token) -> {
			if (!run.dryRun() && run.kind() != RunKind.PLAN) {
				refuseUnfinishedImport(run.job());
			}
			int number = this.registration.run(run, operator, token);
			log(run, number, operator);
			registered.accept(number);
			return number;
		};
		try (ProgramLock lock = this.active.take(run.job().tuning().waitMinutes(), observer, register)) {
			observer.registered(lock.run(), false);
			return this.active.work(lock, false, observer);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void refuseBeforeTheFirstRun() {
		boolean posted = this.jdbc.sql("select last_posted_run is not null from program").query(Boolean.class).single();
		if (!posted) {
			throw new RefusedException(
					"There is nothing to judge again: no run of this program has posted yet. The first is: tieout run JOB");
		}
	}

	/**
	 * Posting now would overtake a run that was cut off, and its work would be lost.
	 */
	private void refuseUnfinishedImport(JobFile job) {
		this.jdbc.sql("""
				select run_no from run where job_name = ? and kind = 'run' and state in ('RUNNING', 'STOPPED')
				order by run_no limit 1
				""").param(job.name()).query(Integer.class).optional().ifPresent((run) -> {
			throw new RefusedException("""
					Run %1$d of job '%2$s' was not finished, and what is posted now would overtake it. Nothing was done.
					Go on with it:  tieout runs resume %1$d
					Or give it up:  tieout runs abandon %1$d --reason TEXT""".formatted(run, job.name()));
		});
	}

	private void log(NewRun run, int number, Operator operator) {
		OrderRange range = run.range().orElseThrow();
		new OperationLog(this.jdbc).add(operator, run.kind().word(),
				"run %d over %s to %s%s%s".formatted(number, range.from(), range.to(),
						range.wholeCustomers() ? ", whole customers" : "", run.dryRun() ? ", dry run" : ""),
				run.reason(), Optional.of(number));
	}

}
