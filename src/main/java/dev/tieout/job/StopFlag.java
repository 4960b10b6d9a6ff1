package dev.tieout.job;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells a run's steps to stop at the next chunk boundary: somebody asked for it in the
 * database, in this process, or interrupted the thread. It only ever calls
 * {@code setTerminateOnly}: an exception or a plain interrupt would end Batch's chunk
 * loop quietly, COMPLETED with data missing.
 */
public final class StopFlag implements StepInterruptionPolicy {

	private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

	private final JdbcClient jdbc;

	private final int run;

	private final BooleanSupplier asked;

	private final AtomicBoolean raised = new AtomicBoolean();

	private final AtomicLong lastLook = new AtomicLong(System.nanoTime() - LOOK_EVERY_NANOS);

	/**
	 * Creates a flag.
	 * @param jdbc where a wish to stop may stand
	 * @param run the run's number
	 * @param asked whether whoever started the run wants it to stop
	 */
	public StopFlag(JdbcClient jdbc, int run, BooleanSupplier asked) {
		this.jdbc = jdbc;
		this.run = run;
		this.asked = asked;
	}

	/** Asks the run to stop at the next chunk boundary. */
	public void raise() {
		this.raised.set(true);
	}

	@Override
	public void checkInterrupted(StepExecution stepExecution) {
		if (isRaised()) {
			stepExecution.setTerminateOnly();
		}
	}

	boolean isRaised() {
		if (this.asked.getAsBoolean() || Thread.currentThread().isInterrupted()) {
			this.raised.set(true);
		}
		long last = this.lastLook.get();
		long now = System.nanoTime();
		if (!this.raised.get() && now - last >= LOOK_EVERY_NANOS && this.lastLook.compareAndSet(last, now)) {
			this.raised.compareAndSet(false,
					this.jdbc.sql("select stop_requested from run where run_no = ?")
						.param(this.run)
						.query(Boolean.class)
						.single());
		}
		return this.raised.get();
	}

}
