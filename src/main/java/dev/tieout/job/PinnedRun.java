package dev.tieout.job;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import dev.tieout.configuration.JobFile;
import dev.tieout.identity.Timestamps;
import dev.tieout.program.Program;

/**
 * What a run was registered with. A restart uses this and nothing else.
 *
 * @param number the run's number
 * @param kind what it is there for
 * @param range the orders a rerun is about; empty for a run that judges who is due
 * @param dryRun whether it ends before it posts, although its kind posts
 * @param job the job file as it was
 * @param edition the number of the program's edition
 * @param businessDate what labels the run and dates what carries no date
 * @param chunkSize records per transaction
 * @param partitions how many workers read and judge
 * @param restate whether the operator has agreed to change what earlier runs posted
 * @param lockToken what the run holds the program's lock with
 */
public record PinnedRun(int number, RunKind kind, Optional<OrderRange> range, boolean dryRun, JobFile job, int edition,
		LocalDate businessDate, int chunkSize, int partitions, boolean restate, long lockToken) {

	/**
	 * Returns the program as it was registered.
	 * @return the program
	 */
	public Program rules() {
		return this.job.program().program();
	}

	/**
	 * Returns the first instant of the business date.
	 * @return in the program's zone
	 */
	public Instant startOfBusinessDate() {
		return Timestamps.startOfDay(this.businessDate, rules().zone());
	}

	/**
	 * Returns how many of what has several rows each are one transaction: customers with
	 * their orders, orders with their lines.
	 * @return a fifth of the chunk size, and at least one
	 */
	int groupsPerChunk() {
		return Math.max(1, this.chunkSize / 5);
	}

	/**
	 * Returns whether the run posts what it finds, and writes reports of it.
	 * @return false for a plan and a dry run
	 */
	public boolean posts() {
		return this.kind != RunKind.PLAN && !this.dryRun;
	}

	/**
	 * Returns whether an order of a judged customer is one of those whose differences are
	 * posted; of the others they are listed and stay due.
	 * @param placedAt when the order was placed
	 * @return true in the range, and where there is none
	 */
	boolean isAbout(Instant placedAt) {
		return !isNarrow() || (!placedAt.isBefore(start()) && placedAt.isBefore(end()));
	}

	/** Whether orders of judged customers are left out. */
	boolean isNarrow() {
		return this.range.isPresent() && !this.range.get().wholeCustomers();
	}

	/** The first instant of what the run is about, for a query. */
	OffsetDateTime aboutFrom() {
		return isNarrow() ? start().atOffset(ZoneOffset.UTC) : OffsetDateTime.MIN;
	}

	/** The first instant after what the run is about, for a query. */
	OffsetDateTime aboutUntil() {
		return isNarrow() ? end().atOffset(ZoneOffset.UTC) : OffsetDateTime.MAX;
	}

	private Instant start() {
		return this.range.orElseThrow().start(rules().zone());
	}

	private Instant end() {
		return this.range.orElseThrow().end(rules().zone());
	}

}
