package dev.tieout.operations;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import dev.tieout.configuration.ConfigurationException;
import dev.tieout.configuration.JobFile;
import dev.tieout.configuration.Notification;
import dev.tieout.configuration.NotificationCause;
import dev.tieout.job.RunTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Records what an operator has to hear of, and tells the command of the job's
 * {@code notify}. Whatever goes wrong in this changes no run: it ends in one warning.
 */
@Component
public final class Alerts {

	static final Logger LOG = LoggerFactory.getLogger("dev.tieout.notify");

	private static final String MISSING_FILE = "MISSING_FILE";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final AlertTable table;

	private final Notifications notifications;

	private final Notifier notifier = new Notifier();

	Alerts(JdbcClient jdbc, Clock clock, Notifications notifications) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.table = new AlertTable(jdbc);
		this.notifications = notifications;
	}

	/**
	 * Tells of a job that was to run and did not, because it was refused or its files
	 * could not be read.
	 * @param job the job
	 * @param sentence why, for a person
	 */
	public void notRun(JobFile job, String sentence) {
		tellOrWarn(job, new Alert(NotificationCause.FAILED, job.name(), job.program().program().name(),
				Optional.empty(), Optional.empty(), Optional.empty(), this.clock.instant(), sentence));
	}

	/** Lets a job run, and tells of what goes wrong in it. */
	List<RunResult> watch(JobFile job, Supplier<List<RunResult>> runs) {
		try {
			List<RunResult> results = runs.get();
			results.forEach(this::after);
			return results;
		}
		catch (RefusedException | ConfigurationException | StoppedException ex) {
			throw ex; // Nothing was begun, and whoever asked is told.
		}
		catch (RuntimeException ex) {
			notRun(job, Troubles.tell(ex));
			throw ex;
		}
	}

	/** Tells of a run that has ended, if it ended as it should not. */
	RunResult after(RunResult result) {
		if (result.state().isTrouble()) {
			try {
				tell(result);
			}
			catch (RuntimeException ex) {
				warn("run " + result.run() + " ended as " + result.state(), ex);
			}
		}
		return result;
	}

	private void tell(RunResult result) {
		JobFile job = new RunTables(this.jdbc).pinned(result.run()).job();
		AlertTable.EndedRun ended = this.table.ended(result.run());
		String sentence = result.error().orElse("Run " + result.run() + " ended as " + result.state() + ".");
		tell(job, new Alert(sentence.startsWith(MISSING_FILE) ? NotificationCause.MISSING : NotificationCause.FAILED,
				job.name(), job.program().program().name(), Optional.of(ended.run()), Optional.of(ended.businessDate()),
				Optional.empty(), ended.run().endedAt().orElseGet(this.clock::instant), sentence));
	}

	/**
	 * Records an alert and tells it, unless that has been done before.
	 * @return whether it is a new one
	 */
	boolean tellOrWarn(JobFile job, Alert alert) {
		try {
			return tell(job, alert);
		}
		catch (RuntimeException ex) {
			warn(alert.headline(), ex);
			return false;
		}
	}

	private boolean tell(JobFile job, Alert alert) {
		Optional<Notification> wanted = this.notifications.of(job);
		Optional<Integer> number = recorded(alert, wanted.isPresent());
		if (number.isEmpty()) {
			return false;
		}
		Optional<String> notTold = wanted.filter((notification) -> wants(notification, alert))
			.map((notification) -> told(notification, job, alert))
			.orElseGet(
					() -> Optional.of(wanted.isPresent() ? "notify.on does not ask for it" : "the job has no notify"));
		if (number.get() > 0) {
			this.table.close(number.get(), notTold, this.clock.instant());
		}
		return true;
	}

	/**
	 * A database that is away is no reason to keep quiet: it may be what the alert is
	 * about. Where nobody is to be told, the command itself has told it, once.
	 */
	private Optional<Integer> recorded(Alert alert, boolean somebodyListens) {
		try {
			return this.table.add(alert);
		}
		catch (RuntimeException ex) {
			LOG.atLevel(somebodyListens ? Level.WARN : Level.DEBUG)
				.log("That {} could not be recorded: {}", alert.headline(), Troubles.tell(ex));
			return alert.run().isPresent() || alert.day().isPresent() ? Optional.empty() : Optional.of(0);
		}
	}

	/** A missing file is a failed run too, for a job that asks to hear of these only. */
	private static boolean wants(Notification notification, Alert alert) {
		return notification.on().contains(alert.event())
				|| (alert.event() == NotificationCause.MISSING && notification.on().contains(NotificationCause.FAILED));
	}

	/** Returns why nobody was told; empty if somebody was. */
	private Optional<String> told(Notification notification, JobFile job, Alert alert) {
		Instant start = this.clock.instant();
		Notifier.Outcome outcome = this.notifier.tell(notification, job.path(), alert);
		if (outcome.failure().isEmpty()) {
			LOG.info("Told '{}' that {} ({} ms).{}", outcome.command(), alert.headline(),
					this.clock.instant().toEpochMilli() - start.toEpochMilli(), outcome.saying());
		}
		else {
			LOG.warn("Nobody was told that {}: '{}' {}.{} This changes no run; put notify in {} right.",
					alert.headline(), outcome.command(), outcome.failure().get(), outcome.saying(), job.path());
		}
		return outcome.failure().map((why) -> "'" + outcome.command() + "' " + why);
	}

	private static void warn(String what, RuntimeException failure) {
		LOG.warn("Nobody was told that {}: {}", what, Troubles.tell(failure));
	}

}
