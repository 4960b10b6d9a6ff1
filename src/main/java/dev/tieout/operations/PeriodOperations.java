package dev.tieout.operations;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

import javax.sql.DataSource;

import dev.tieout.ledger.jdbc.ClosingRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The verbs period close and period reopen (rules.md 6). Both hold the program's row, as
 * posting and registering a run do: so no entry slips in between the look and the act.
 */
public final class PeriodOperations {

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	public PeriodOperations(DataSource dataSource, Clock clock) {
		this.jdbc = JdbcClient.create(dataSource);
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
		this.clock = clock;
	}

	/**
	 * Closes a month: nothing is posted to it any more.
	 * @param month the month
	 * @param operator who asks
	 * @return the operation's record
	 * @throws RefusedException if it is not over, a month before it is open, a run is
	 * active, or a customer is due; naming all of these that hold
	 */
	public OperationReceipt close(YearMonth month, Operator operator) {
		return holdingTheProgram((zone, months) -> {
			refuse("%s is not closed".formatted(month), obstacles(month, zone, months));
			int operation = new OperationLog(this.jdbc).add(operator, "period close", "month " + month, "",
					Optional.empty());
			int closing = new ClosingRows(this.jdbc).close(month, operation);
			return new OperationReceipt(operation,
					"Operation %d: %s is closed, by closing %d. What comes later for its orders is posted to %s."
						.formatted(operation, month, closing, month.plusMonths(1)));
		});
	}

	/**
	 * Opens the last closed month again.
	 * @param month the month
	 * @param reason why
	 * @param operator who asks
	 * @return the operation's record
	 * @throws RefusedException if it is not the last closed month, or a run is active
	 */
	public OperationReceipt reopen(YearMonth month, String reason, Operator operator) {
		return holdingTheProgram((zone, months) -> {
			List<String> obstacles = new ArrayList<>();
			Optional<YearMonth> last = months.last();
			if (last.isEmpty() || !last.get().equals(month)) {
				obstacles.add(last.map((closed) -> "Only the last closed month can be reopened, which is %s."
					.formatted(closed)
						+ (month.isBefore(closed) ? " Reopen it first, then the months before it, one by one." : ""))
					.orElse("No month is closed."));
			}
			runAtWork().ifPresent(obstacles::add);
			refuse("Nothing is reopened", obstacles);
			int operation = new OperationLog(this.jdbc).add(operator, "period reopen", "month " + month, reason,
					Optional.empty());
			int closing = new ClosingRows(this.jdbc).reopen(month, operation);
			return new OperationReceipt(operation,
					"Operation %d: %s is open again; closing %d stays on record. Close it when all is posted: tieout period close %s"
						.formatted(operation, month, closing, month));
		});
	}

	private OperationReceipt holdingTheProgram(BiFunction<ZoneId, Months, OperationReceipt> act) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			// Locked first: what the next statements see is then what holds until the
			// commit.
			ZoneId zone = this.jdbc.sql("select zone from program for update")
				.query((row, number) -> ZoneId.of(row.getString(1)))
				.optional()
				.orElseThrow(() -> new RefusedException(
						"This database holds no program yet. The first 'tieout run JOB' makes it."));
			return act.apply(zone, months());
		}));
	}

	private List<String> obstacles(YearMonth month, ZoneId zone, Months months) {
		List<String> obstacles = new ArrayList<>();
		if (months.next().isEmpty()) {
			obstacles.add("Nothing has been posted yet, so there is nothing to close.");
		}
		months.next().ifPresent((next) -> inTurn(month, next).ifPresent(obstacles::add));
		Instant end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
		Instant now = this.clock.instant();
		if (now.isBefore(end)) {
			obstacles.add("%s is not over: it ends at %s (midnight in %s), and now it is %s.".formatted(month, end,
					zone.getId(), now));
		}
		runAtWork().ifPresent(obstacles::add);
		dueCustomers().ifPresent(obstacles::add);
		return obstacles;
	}

	private static Optional<String> inTurn(YearMonth month, YearMonth next) {
		if (month.isAfter(next)) {
			return Optional
				.of("%s before it is open. Months are closed in order: tieout period close %1$s".formatted(next));
		}
		if (month.isBefore(next)) {
			return Optional.of("It is closed already; the earliest open month is %s.".formatted(next));
		}
		return Optional.empty();
	}

	private Optional<String> runAtWork() {
		boolean active = this.jdbc.sql("select active_run is not null from program").query(Boolean.class).single();
		return active ? Optional
			.of("A run is at work: %s. Wait for it, or stop it with 'tieout runs stop'; if its process is gone, 'tieout runs resume' finishes it."
				.formatted(ProgramLock.holder(this.jdbc).orElse("unknown"))) : Optional.empty();
	}

	private Optional<String> dueCustomers() {
		long due = this.jdbc.sql("select count(distinct customer_no) from due").query(Long.class).single();
		return (due == 0) ? Optional.empty()
				: Optional
					.of("%,d customer%s due to be judged, so entries may still come. Let a run post them: tieout run %s"
						.formatted(due, (due == 1) ? " is" : "s are", lastJob()));
	}

	private String lastJob() {
		return this.jdbc.sql("select job_name from run where kind = 'run' order by run_no desc limit 1")
			.query(String.class)
			.optional()
			.orElse("JOB");
	}

	private static void refuse(String what, List<String> obstacles) {
		if (!obstacles.isEmpty()) {
			throw new RefusedException(what + ":\n  " + String.join("\n  ", obstacles));
		}
	}

	/**
	 * The first month that can be closed is the earliest one with entries; closing it
	 * closes whatever lies before it for good.
	 */
	private Months months() {
		return this.jdbc.sql("""
				select (select max(month) from period where closed),
				       coalesce((select (max(month) + interval '1 month')::date from period where closed),
				                (select min(month) from period), (select min(period) from ledger_entry))
				""").query((row, number) -> {
			Optional<LocalDate> last = Optional.ofNullable(row.getObject(1, LocalDate.class));
			Optional<LocalDate> next = Optional.ofNullable(row.getObject(2, LocalDate.class));
			return new Months(last.map(YearMonth::from), next.map(YearMonth::from));
		}).single();
	}

	/**
	 * Where the line between closed and open months is.
	 *
	 * @param last the last closed month
	 * @param next the earliest open one, which is to be closed next
	 */
	private record Months(Optional<YearMonth> last, Optional<YearMonth> next) {

	}

}
