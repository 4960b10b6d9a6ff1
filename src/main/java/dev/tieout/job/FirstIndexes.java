package dev.tieout.job;

import java.sql.SQLException;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/**
 * The indexes of a first load, which takes half the time without them. They are built
 * beside proof and posting, which need none of them and write none of their tables, so
 * that neither waits for the other; reports do look rows up. What a job has not finished
 * when it ends is given up, and begun again when it goes on.
 */
final class FirstIndexes implements JobExecutionListener {

	private final DataSource dataSource;

	private @Nullable IndexBuilding building;

	FirstIndexes(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	/** Begins to build those that are not there yet. */
	void begin() {
		begun();
	}

	private IndexBuilding begun() {
		IndexBuilding begun = this.building;
		if (begun == null) {
			begun = IndexBuilding.begin(this.dataSource);
			this.building = begun;
		}
		return begun;
	}

	/**
	 * Waits until all of them are built, which a job that went on after they were begun
	 * has yet to do.
	 * @throws IllegalStateException if they cannot be, with the cause
	 */
	void finish() {
		begun().finish();
		giveUp();
	}

	@Override
	public void afterJob(JobExecution execution) {
		giveUp();
	}

	private void giveUp() {
		if (this.building == null) {
			return;
		}
		try {
			this.building.close();
		}
		catch (SQLException ex) {
			throw new IllegalStateException("building indexes was not given up: " + ex.getMessage(), ex);
		}
		finally {
			this.building = null;
		}
	}

}
