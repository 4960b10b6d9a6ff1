package dev.tieout.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import dev.tieout.operations.CutOffRun;
import dev.tieout.operations.Firing;
import dev.tieout.operations.FiringResult;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import dev.tieout.operations.ScheduledRuns;
import dev.tieout.operations.ServeDuty;
import dev.tieout.operations.Troubles;

/** The work at runs in this process, which has to come to a stop before it ends. */
final class Work {

	private static final Duration STOP_WITHIN = Duration.ofSeconds(12);

	private final ScheduledRuns runs;

	private final TakenUpJobs jobs;

	private final List<ServeDuty> duties;

	private final Clock clock;

	private final Speech speech;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition done = this.lock.newCondition();

	private int atWork;

	private volatile boolean ending;

	private volatile boolean stoppedOne;

	Work(ScheduledRuns runs, TakenUpJobs jobs, List<ServeDuty> duties, Clock clock, Speech speech) {
		this.runs = runs;
		this.jobs = jobs;
		this.duties = duties;
		this.clock = clock;
		this.speech = speech;
	}

	/** Works a firing to its outcome; answers whether it has one. */
	boolean finish(Firing firing) {
		Instant start = begin();
		try {
			SpokenRun observer = observer(firing.job());
			Optional<FiringResult> result = this.runs.finish(firing, observer);
			result.ifPresent((ended) -> {
				this.speech.ended(ended, Duration.between(start, this.clock.instant()));
				follow(ended);
			});
			this.stoppedOne |= this.ending && observer.hasBegun() && result.isEmpty();
			return result.isPresent();
		}
		catch (RuntimeException ex) {
			this.speech.trouble("finish what " + firing.job() + " was to do at " + this.speech.at(firing.scheduledAt()),
					Troubles.tell(ex));
			return false;
		}
		finally {
			end();
		}
	}

	/** Goes on with a run that was cut off; answers whether it has come to an end. */
	boolean resume(CutOffRun run) {
		Instant start = begin();
		try {
			Optional<RunResult> result = this.runs.resume(run, observer(run.job()));
			boolean interrupted = this.ending
					&& result.filter((ended) -> ended.state() == RunState.STOPPED).isPresent();
			this.stoppedOne |= interrupted;
			result.filter((ended) -> !interrupted)
				.ifPresent(
						(ended) -> this.speech.ended(run.job(), ended, Duration.between(start, this.clock.instant())));
			return result.isPresent();
		}
		catch (RuntimeException ex) {
			this.speech.trouble("go on with run " + run.run() + " of " + run.job(), Troubles.tell(ex));
			return false;
		}
		finally {
			end();
		}
	}

	private SpokenRun observer(String job) {
		return new SpokenRun(job, this.speech, () -> this.ending);
	}

	/** What follows a firing changes nothing about it. */
	private void follow(FiringResult firing) {
		this.jobs.find(firing.job()).ifPresent((job) -> {
			this.speech.say(job.name() + ": " + this.speech.next(job, this.clock.instant()) + ".");
			for (ServeDuty duty : this.duties) {
				try {
					duty.ended(job, firing, this.speech::say);
				}
				catch (RuntimeException ex) {
					this.speech.say(job.name() + ": what follows a run did not work: " + Troubles.tell(ex));
				}
			}
		});
	}

	private Instant begin() {
		this.lock.lock();
		try {
			this.atWork++;
			return this.clock.instant();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void end() {
		this.lock.lock();
		try {
			this.atWork--;
			this.done.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	boolean isEnding() {
		return this.ending;
	}

	/**
	 * Begins nothing any more and stops what is at work at its next chunk boundary.
	 * @return whether a run was stopped
	 */
	boolean stop() {
		this.ending = true;
		this.lock.lock();
		try {
			long left = STOP_WITHIN.toNanos();
			while (this.atWork > 0 && left > 0) {
				left = this.done.awaitNanos(left);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.lock.unlock();
		}
		return this.stoppedOne;
	}

}
