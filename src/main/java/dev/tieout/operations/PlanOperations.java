package dev.tieout.operations;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

import dev.tieout.attribution.TimelineReplay;
import dev.tieout.audit.Fingerprint;
import dev.tieout.audit.file.PlanFile;
import dev.tieout.audit.jdbc.Fingerprints;
import dev.tieout.configuration.JobDirectory;
import dev.tieout.configuration.JobFile;
import dev.tieout.job.CompareTasklet;
import dev.tieout.job.KeptPlan;
import dev.tieout.job.OrderRange;
import dev.tieout.job.PinnedRun;
import dev.tieout.job.PlanTable;
import dev.tieout.job.RunKind;
import dev.tieout.job.RunTables;
import dev.tieout.program.Edition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The verbs plan and apply: a rerun in two steps, with a document between them. */
@Component
public final class PlanOperations {

	/** How long a plan may be applied. */
	public static final Duration LIFETIME = KeptPlan.LIFETIME;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final RerunOperations reruns;

	private final Alerts alerts;

	private final PlanTable plans;

	PlanOperations(JdbcClient jdbc, Clock clock, RerunOperations reruns, Alerts alerts) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.reruns = reruns;
		this.alerts = alerts;
		this.plans = new PlanTable(jdbc);
	}

	/**
	 * Judges the orders of a range again and writes down what that would post; posts
	 * nothing.
	 * @param request what to judge
	 * @param operator who asks
	 * @param observer is told what happens
	 * @return what became of the plan's run
	 * @throws WrongUsageException if there is no such range, or the document cannot be
	 * written where it is to be
	 * @throws RefusedException if it must not be done now
	 */
	public RunResult plan(PlanRequest request, Operator operator, RunObserver observer) {
		PlanFile file = new PlanFile(request.out().toAbsolutePath().normalize());
		file.obstacle().ifPresent((obstacle) -> {
			throw new WrongUsageException("No plan can be written: " + obstacle);
		});
		JobFile job = JobDirectory.find(request.jobs(), request.job());
		NewRun run = this.reruns.newRun(RunKind.PLAN, job, new RerunRequest(request.jobs(), request.job(),
				request.from(), request.to(), "", false, request.wholeCustomers()), observer);
		return this.reruns.work(run, operator, observer, (number) -> this.plans.add(number, file.document(), now(job),
				this.clock.instant().truncatedTo(ChronoUnit.SECONDS)));
	}

	/**
	 * Computes a plan again and posts it, if it comes to the same entries.
	 * @param request the plan
	 * @param operator who asks
	 * @param observer is told what happens
	 * @return what became of the run
	 * @throws WrongUsageException if there is no such file
	 * @throws RefusedException if it is no plan of this database or has been edited, if
	 * it was applied before or is too old, if something has moved since, or if it comes
	 * to other entries
	 */
	public RunResult apply(ApplyRequest request, Operator operator, RunObserver observer) {
		OneProgram.of(this.jdbc);
		KeptPlan plan = new PlanDocument(request.document(), this.jdbc).plan();
		PinnedRun planned = new RunTables(this.jdbc).pinned(plan.run());
		Path path = planned.job().path();
		JobFile job = JobFile.read(path);
		PlanStanding standing = new PlanStanding(this.jdbc);
		// Before anybody waits for another run to end.
		standing.refuse(plan, now(job), this.clock.instant());
		OrderRange range = planned.range().orElseThrow();
		NewRun run = this.reruns.newRun(RunKind.APPLY, job, new RerunRequest(path, job.name(), range.from(), range.to(),
				request.reason(), false, range.wholeCustomers()), observer);
		RunResult result = this.alerts.watch(job, () -> List.of(this.reruns.work(run, operator, observer, (number) -> {
			standing.refuse(this.plans.find(plan.run()).orElseThrow(), now(job), this.clock.instant());
			this.plans.applying(plan.run(), number);
		}))).get(0);
		result.error().filter((error) -> error.startsWith(CompareTasklet.OTHER_ENTRIES)).ifPresent((error) -> {
			throw new RefusedException(error);
		});
		return result;
	}

	private Fingerprint now(JobFile job) {
		return new Fingerprints(this.jdbc).now(Edition.of(job.program().program()).hash(),
				Registration.version() + ", calculation " + TimelineReplay.CALCULATION);
	}

}
