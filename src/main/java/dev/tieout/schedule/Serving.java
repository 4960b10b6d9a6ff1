package dev.tieout.schedule;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

import dev.tieout.operations.Notifications;
import dev.tieout.operations.ScheduleBook;
import dev.tieout.operations.ScheduledRuns;
import dev.tieout.operations.ServeDuty;
import dev.tieout.operations.Troubles;

/**
 * A process that serves, from its start to its end: it follows the job files, starts jobs
 * at their times, finishes what other processes have left, and comes to a clean stop.
 */
public final class Serving {

	private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

	private static final int TASKS = 3;

	private final Scheduler scheduler;

	private final ScheduledRuns runs;

	private final Notifications notifications;

	private final ScheduleBook book;

	private final List<ServeDuty> duties;

	private final Clock clock;

	private final ScheduledExecutorService tasks = Executors.newScheduledThreadPool(TASKS, (task) -> {
		Thread thread = new Thread(task, "serve");
		thread.setDaemon(true);
		return thread;
	});

	private final List<ScheduledFuture<?>> running = new ArrayList<>();

	private @Nullable Speech speech;

	private @Nullable Work work;

	Serving(Scheduler scheduler, ScheduledRuns runs, Notifications notifications, ScheduleBook book,
			List<ServeDuty> duties, Clock clock) {
		this.scheduler = scheduler;
		this.runs = runs;
		this.notifications = notifications;
		this.book = book;
		this.duties = List.copyOf(duties);
		this.clock = clock;
	}

	/**
	 * Begins to serve: takes up the job files, and from then on starts jobs.
	 * @param directory the job files
	 * @param name of this process, for people
	 * @param lines takes what happens, without addresses
	 */
	public void start(Path directory, String name, Consumer<String> lines) {
		Speech spoken = new Speech(lines);
		TakenUpJobs jobs = new TakenUpJobs(this.book, spoken);
		JobFileWatch files = new JobFileWatch(directory, this.book, this.clock, spoken);
		Timetable timetable = new Timetable(this.scheduler, this.clock);
		Work begun = new Work(this.runs, jobs, this.duties, this.clock, spoken);
		Takeover takeover = new Takeover(this.runs, begun, this.clock);
		Runnable follow = () -> {
			files.look();
			jobs.read();
			timetable.follow(jobs.all(), jobs.unreadable());
		};
		this.speech = spoken;
		this.work = begun;
		this.runs.enrol(name);
		follow.run();
		this.notifications.fix(jobs.all());
		if (this.book.jobs().isEmpty()) {
			spoken.say("No job in " + directory + " has a schedule yet; one that gets it is taken up.");
		}
		startScheduler();
		every(LOOK_EVERY, "look at the job files", follow);
		every(LOOK_EVERY, "look for what was left", () -> {
			this.runs.enrol(name);
			takeover.look();
		});
		every(Duration.ofMinutes(1), "look after the jobs",
				() -> this.duties.forEach((duty) -> duty.minute(jobs.all(), spoken::say)));
	}

	private void startScheduler() {
		try {
			this.scheduler.start();
		}
		catch (SchedulerException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A task that fails is told of and done again the next time. */
	private void every(Duration pause, String what, Runnable task) {
		this.running.add(this.tasks.scheduleWithFixedDelay(() -> {
			if (work().isEnding()) {
				return;
			}
			try {
				task.run();
				speech().works(what);
			}
			catch (RuntimeException ex) {
				speech().trouble(what, Troubles.tell(ex));
			}
		}, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
	}

	/** Runs a job at one of its times, unless another process has claimed that. */
	void fire(String job, Instant scheduledAt) {
		this.runs.claim(job, scheduledAt).ifPresent((firing) -> {
			if (!work().isEnding()) {
				speech().say(job + ": fired for " + speech().at(scheduledAt) + ".");
				work().finish(firing);
			}
		});
	}

	/**
	 * Ends: starts no job any more, and stops the run at work at its next chunk boundary;
	 * the next process that serves goes on with it.
	 * @return whether a run was stopped
	 */
	public boolean end() {
		speech().say("Ending: no job is started any more.");
		try {
			this.scheduler.standby();
		}
		catch (SchedulerException ex) {
			speech().trouble("pause the scheduler", Troubles.tell(ex));
		}
		boolean stoppedOne = work().stop();
		this.running.forEach((task) -> task.cancel(false));
		this.tasks.shutdown();
		this.runs.leave();
		if (stoppedOne) {
			speech().say("A run was stopped; the next process that serves goes on with it.");
		}
		return stoppedOne;
	}

	private Speech speech() {
		return Objects.requireNonNull(this.speech, "serving has not been started");
	}

	private Work work() {
		return Objects.requireNonNull(this.work, "serving has not been started");
	}

}
