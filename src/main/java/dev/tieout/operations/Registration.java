package dev.tieout.operations;

import java.security.SecureRandom;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import dev.tieout.configuration.JobFile;
import dev.tieout.configuration.ProgramFile;
import dev.tieout.identity.Timestamps;
import dev.tieout.job.OrderRange;
import dev.tieout.job.RunKind;
import dev.tieout.program.Edition;
import dev.tieout.program.Program;
import dev.tieout.program.ProgramChange;
import dev.tieout.program.ProgramChanges;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Registers a run: pins the job and the program as they are, the business date, the files
 * with their hashes, and how the work is divided. A restart uses these and nothing else.
 */
final class Registration {

	private static final int KEY_BYTES = 32;

	private final JdbcClient jdbc;

	private final Clock clock;

	Registration(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Makes this database's program, or refuses another one: name, zone and currency are
	 * fixed by the first run (rules.md 1).
	 */
	void claim(Program program) {
		refuseOtherCalendar(program);
		byte[] key = new byte[KEY_BYTES];
		new SecureRandom().nextBytes(key);
		this.jdbc.sql("""
				insert into program (name, zone, currency, address_key) values (?, ?, ?, ?) on conflict do nothing
				""").params(program.name(), program.zone().getId(), program.currency().getCurrencyCode(), key).update();
		this.jdbc.sql("select name, zone, currency from program").query((row) -> {
			refuseOther("program", row.getString(1), program.name());
			refuseOther("zone", row.getString(2), program.zone().getId());
			refuseOther("currency", row.getString(3), program.currency().getCurrencyCode());
		});
	}

	/** Over the time that orders can be judged in. */
	private void refuseOtherCalendar(Program program) {
		Instant from = program.startOf(program.versions().get(0)).minus(Duration.ofDays(1));
		Instant until = this.clock.instant().plus(Duration.ofDays(1));
		new ZoneCalendar(this.jdbc).difference(program.zone(), from, until).ifPresent((difference) -> {
			throw new RefusedException(
					"The zone '%s' of the program file does not mean the same to Java and to the database: %s. Days and months would not be the same everywhere, so no run was begun. Name the zone by region and city, such as Europe/Berlin; if it is, bring the older of Java and PostgreSQL up to date."
						.formatted(program.zone(), difference));
		});
	}

	private static void refuseOther(String what, String held, String given) {
		if (!held.equals(given)) {
			throw new RefusedException(
					"This database holds the ledger of a program whose %s is '%s', but the program file says '%s'. One database holds one program: name another with --data or SPRING_DATASOURCE_URL."
						.formatted(what, held, given));
		}
	}

	LocalDate businessDate(RunRequest request, Program program) {
		LocalDate today = today(program);
		LocalDate date = request.businessDate().orElse(today.minusDays(1));
		if (date.isAfter(today)) {
			throw new RefusedException(
					"The business date %s lies ahead; today is %s in %s.".formatted(date, today, program.zone()));
		}
		return date;
	}

	/** The date in the program's zone. */
	LocalDate today(Program program) {
		return LocalDate.ofInstant(this.clock.instant(), program.zone());
	}

	/**
	 * Refuses a program whose text for time before the last completed business date is
	 * not the accepted one (rules.md 8).
	 */
	void refuseRewrittenRules(JobFile job) {
		Program program = job.program().program();
		Optional<LocalDate> last = this.jdbc
			.sql("select max(business_date) from run where kind = 'run' and posted_at is not null")
			.query(LocalDate.class)
			.optional();
		Optional<String> accepted = this.jdbc
			.sql("select e.source_text from program p join edition e on e.edition_no = p.accepted_edition")
			.query(String.class)
			.optional();
		if (last.isEmpty() || accepted.isEmpty()) {
			return;
		}
		Instant until = Timestamps.startOfDay(last.get(), program.zone());
		List<ProgramChange> changes = ProgramChanges
			.between(ProgramFile.parse(accepted.get(), "the accepted edition").program(), program)
			.before(until);
		if (!changes.isEmpty()) {
			StringBuilder told = new StringBuilder("RULES_REWRITTEN: the program's text for time before ")
				.append(last.get())
				.append(", which has been posted, is not what it was:\n");
			changes.forEach((change) -> told.append("  ").append(change).append('\n'));
			told.append(
					"Nothing was read or posted. Put it back, or give a changed rule a version of its own with a later ")
				.append("effective-from. Or see what it would change, and post that, which accepts it:\n")
				.append("  tieout plan %s --from D --to D --out FILE\n  tieout apply FILE --reason TEXT\n"
					.formatted(job.name()))
				.append("Or accept the rewriting for the next run to post:\n")
				.append("  tieout program accept %s --reason TEXT".formatted(job.name()));
			throw new RefusedException(told.toString());
		}
	}

	/** Stores the edition where it is new and returns its number. */
	int edition(ProgramFile program, Operator operator) {
		Edition edition = Edition.of(program.program());
		this.jdbc.sql("""
				insert into edition (hash, canonical_text, source_text, recorded_at, recorded_by)
				values (?, ?, ?, now(), ?) on conflict (hash) do nothing
				""").params(edition.hash(), edition.canonicalText(), program.text(), operator.user()).update();
		return this.jdbc.sql("select edition_no from edition where hash = ?")
			.param(edition.hash())
			.query(Integer.class)
			.single();
	}

	/** Adds the run in the transaction that takes the lock. */
	int run(NewRun run, Operator operator, long token) {
		JobFile job = run.job();
		return this.jdbc
			.sql("""
					insert into run (kind, job_name, job_path, job_text, program_text, edition_no, business_date, covers_from,
					       range_from, range_to, whole_customers, dry_run, files_waiting, chunk_size, partitions, restate, reason,
					       state, lock_token, started_at, operator, operator_as, tieout_version)
					values (:kind, :job, :path, :text, :program, :edition, :date, :covers, :from, :to, :whole, :dry, :waiting,
					       :chunk, :partitions, :restate, nullif(:reason, ''), :state, :token, now(), :operator, :as, :version)
					returning run_no
					""")
			.param("kind", run.kind().word())
			.param("job", job.name())
			.param("path", job.path().toAbsolutePath().normalize().toString())
			.param("text", job.text())
			.param("program", job.program().text())
			.param("edition", edition(job.program(), operator))
			.param("date", run.businessDate())
			.param("covers", (run.kind() == RunKind.RUN) ? coversFrom(job, run.businessDate()) : null, Types.DATE)
			.param("from", run.range().map(OrderRange::from).orElse(null), Types.DATE)
			.param("to", run.range().map(OrderRange::to).orElse(null), Types.DATE)
			.param("whole", run.range().filter(OrderRange::wholeCustomers).isPresent())
			.param("dry", run.dryRun())
			.param("waiting", run.filesWaiting().orElse(null), Types.INTEGER)
			.param("chunk", job.tuning().chunkSize())
			.param("partitions", job.tuning().partitions())
			.param("restate", run.restate())
			.param("reason", run.reason())
			.param("state", RunState.FIRST.name())
			.param("token", token)
			.param("operator", operator.user())
			.param("as", operator.as().orElse(null))
			.param("version", version())
			.query(Integer.class)
			.single();
	}

	/**
	 * The day after the job's last completed business date; the business date itself at
	 * first or again.
	 */
	private LocalDate coversFrom(JobFile job, LocalDate businessDate) {
		LocalDate next = this.jdbc.sql("""
				select max(business_date) + 1 from run
				where kind = 'run' and job_name = ? and posted_at is not null and business_date < ?
				""").param(job.name()).param(businessDate).query(LocalDate.class).optional().orElse(businessDate);
		return next.isAfter(businessDate) ? businessDate : next;
	}

	static String version() {
		String version = Registration.class.getPackage().getImplementationVersion();
		return (version != null) ? version : "unpackaged";
	}

	Instant startOf(LocalDate date, ZoneId zone) {
		return Timestamps.startOfDay(date, zone);
	}

}
