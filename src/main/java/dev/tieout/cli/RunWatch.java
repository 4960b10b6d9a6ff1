package dev.tieout.cli;

import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import dev.tieout.operations.Progress;
import dev.tieout.operations.RunObserver;

/** Looks at the run that is active twice a second and shows how far it is. */
final class RunWatch implements RunObserver, AutoCloseable {

	private static final long LOOK_EVERY_MILLIS = 500;

	private final Progress progress;

	private final ProgressView view;

	private final StopWish stop;

	private final boolean debug;

	private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor((work) -> {
		Thread thread = new Thread(work, "progress");
		thread.setDaemon(true);
		return thread;
	});

	private final ScheduledFuture<?> looking;

	private OptionalInt run = OptionalInt.empty();

	RunWatch(Progress progress, ProgressView view, StopWish stop, boolean debug) {
		this.progress = progress;
		this.view = view;
		this.stop = stop;
		this.debug = debug;
		this.looking = this.clock.scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS,
				TimeUnit.MILLISECONDS);
		stop.tell(this::say);
	}

	static ProgressView view(Console console) {
		return console.isLive() ? new ProgressBars(console.err(), console.columns())
				: new ProgressLines(console.err(), System::nanoTime);
	}

	@Override
	public synchronized void registered(int run, boolean resumed) {
		this.run = OptionalInt.of(run);
		this.view.say(resumed ? "Run " + run + " was not finished and goes on." : "Run " + run + " begins.");
	}

	@Override
	public synchronized void abandoned(int run) {
		this.view.say("Run " + run + " was to post nothing and was not finished: it is abandoned, not resumed.");
	}

	@Override
	public synchronized void waiting(String whatFor) {
		this.view.say(whatFor);
	}

	@Override
	public boolean wantsStop() {
		return this.stop.isMade();
	}

	private synchronized void say(String message) {
		this.view.say(message);
	}

	/** Nobody waits for a database that does not answer whoever only looks at it. */
	private void look() {
		try {
			OptionalInt number = run();
			if (number.isPresent()) {
				this.progress.of(number.getAsInt()).ifPresent(this::show);
			}
		}
		catch (RuntimeException ex) {
			// The run itself tells when the database is gone.
			if (this.debug) {
				say("The progress could not be looked at: " + ex);
			}
		}
	}

	private synchronized OptionalInt run() {
		return this.run;
	}

	/** What is seen behind the end is not shown any more. */
	private synchronized void show(Progress.Snapshot snapshot) {
		if (this.run.isPresent()) {
			this.view.show(snapshot);
		}
	}

	/** Ends the display, so that what follows stands below it. */
	@Override
	public void close() {
		this.looking.cancel(false);
		this.clock.shutdown();
		synchronized (this) {
			this.run = OptionalInt.empty();
			this.view.close();
		}
	}

}
