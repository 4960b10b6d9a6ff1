package dev.tieout.hostile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tieout.database.TestDatabase;
import dev.tieout.hostile.Gate.Point;
import dev.tieout.hostile.TieoutProcess.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * What a run meets outside its files: signals, other runs, databases and disks that fail.
 * It ends with one clear sentence and the right exit code, and the same command again
 * does what is left.
 */
class SurroundingsScenarioTests {

	private static final int ORDERS = 400;

	private final TestDatabase database = TestDatabase.fresh();

	private Gate gate;

	private Inbox inbox;

	SurroundingsScenarioTests() throws Exception {
		this.gate = Gate.build(this.database.ownerDataSource());
		this.inbox = Inbox.in(Files.createTempDirectory("tieout-surroundings"), "web");
	}

	@BeforeEach
	void putOrders(@TempDir Path folder) throws Exception {
		this.inbox = Inbox.in(folder, "web");
		List<String> orders = new ArrayList<>();
		for (int i = 1; i <= ORDERS; i++) {
			orders.add(Inbox.order(Integer.toString(i)));
		}
		this.inbox.orders("orders-1.csv", orders.toArray(String[]::new));
	}

	@AfterEach
	void close() throws Exception {
		this.gate.close();
	}

	private TieoutProcess start(Map<String, String> environment, String... arguments) {
		return TieoutProcess.start(this.inbox.folder(), environment, arguments);
	}

	private TieoutProcess start(Map<String, String> environment) {
		return start(environment, "run", "job.yml", "--business-date", Inbox.NIGHT.toString());
	}

	private Ended run() throws InterruptedException {
		try (TieoutProcess process = start(this.database.environment())) {
			return process.ended();
		}
	}

	/**
	 * Everything is posted once, and stands in the ledger as an undisturbed run posts it.
	 */
	private void completes() throws Exception {
		Ended ended = run();
		assertThat(ended.exitCode()).as(ended.errors()).isZero();
		assertPostedOnce();
	}

	private void assertPostedOnce() throws Exception {
		Map<String, List<String>> all = Ledger.of(this.database.dataSource());
		assertThat(all.get("LEDGER")).hasSize(ORDERS).allMatch((entry) -> entry.contains("|2.00|"));
		assertThat(all.get("DECISIONS")).hasSize(ORDERS);
		assertThat(all.get("due")).isEmpty();
		assertThat(all.get("open totals")).isEmpty();
	}

	private String state() {
		return org.springframework.jdbc.core.simple.JdbcClient.create(this.database.dataSource())
			.sql("select string_agg(state, ' ' order by run_no) from run")
			.query(String.class)
			.single();
	}

	/** One to three lines for a person: no stack trace, no log, and no customer. */
	private static void assertClear(Ended ended) {
		assertThat(ended.errors()).doesNotContain("\tat ", "Exception", "ERROR", "WARN", "@");
		assertThat(ended.output()).doesNotContain("@home.example");
		assertThat(ended.errors()
			.lines()
			.filter((line) -> line.startsWith("tieout:") && !line.startsWith("tieout: read"))
			.count()).isLessThan(25);
	}

	@Test
	void aSignalStopsTheRunAtAChunkAndTheSameCommandGoesOn() throws Exception {
		for (boolean byHand : new boolean[] { false, true }) {
			this.gate.closeAt(Point.in("read orders file:%", byHand ? 4 : 3));
			try (TieoutProcess process = start(this.database.environment())) {
				process.awaitWhileAlive(this.gate::isHolding, "read orders");
				if (byHand) {
					process.interrupt();
				}
				else {
					process.terminate();
				}
				process.awaitWhileAlive(() -> process.errors().contains("Stopping"), "say that it stops");
				this.gate.open();
				Ended ended = process.ended();
				assertThat(ended.exitCode()).as(ended.errors()).isEqualTo(4);
				assertClear(ended);
				assertThat(state()).isEqualTo("STOPPED");
			}
		}
		completes();
		assertThat(state()).isEqualTo("COMPLETED COMPLETED");
	}

	@Test
	void aSecondRunIsRefusedAndNamesTheFirst() throws Exception {
		this.gate.closeAt(Point.in("reconcile worker:%", 1));
		try (TieoutProcess first = start(this.database.environment())) {
			first.awaitWhileAlive(this.gate::isHolding, "reconcile");
			Ended second = run();
			assertThat(second.exitCode()).as(second.errors()).isEqualTo(3);
			assertThat(second.errors()).contains("run 1 of job 'web'").contains("started by");
			assertClear(second);
			this.gate.open();
			assertThat(first.ended().exitCode()).isZero();
		}
		assertPostedOnce();
	}

	@Test
	void brokenConnectionsAreOneSentence() throws Exception {
		for (Point point : List.of(Point.in("read orders file:%", 3), Point.behind("read orders file:%"),
				Point.in("reconcile worker:%", 2), Point.in("post", 1))) {
			try (Wire wire = Wire.to(this.database.url())) {
				this.gate.closeAt(point);
				try (TieoutProcess process = start(wire.environment(this.database.environment()))) {
					process.awaitWhileAlive(this.gate::isHolding, "come to " + point);
					wire.cut();
					this.gate.open();
					Ended ended = process.ended();
					assertThat(ended.exitCode()).as(point + "\n" + ended.errors()).isEqualTo(1);
					assertThat(ended.errors() + ended.output()).contains("The database went away");
					assertClear(ended);
				}
			}
		}
		completes();
	}

	@Test
	void aDatabaseThatStaysAwayIsOneSentence() throws Exception {
		try (Wire wire = Wire.to(this.database.url())) {
			this.gate.closeAt(Point.in("reconcile worker:%", 2));
			try (TieoutProcess process = start(wire.environment(this.database.environment()))) {
				process.awaitWhileAlive(this.gate::isHolding, "reconcile");
				wire.take();
				this.gate.open();
				Ended ended = process.ended();
				assertThat(ended.exitCode()).as(ended.errors()).isEqualTo(1);
				assertThat(ended.errors() + ended.output()).contains("The database went away");
				assertClear(ended);
			}
			try (TieoutProcess process = start(wire.environment(this.database.environment()))) {
				Ended ended = process.ended();
				assertThat(ended.exitCode()).as(ended.errors()).isEqualTo(1);
				assertThat(ended.errors()).contains("cannot be reached");
				assertClear(ended);
			}
		}
		completes();
	}

	@Test
	void aFullDiskUnderTheReportsLeavesThePostedRunToBeReported() throws Exception {
		Optional<SmallDisk> disk = SmallDisk.mount(this.inbox.folder().resolve("reports"), "2m");
		assumeThat(disk).as("this user may mount no file system").isPresent();
		try (SmallDisk small = disk.orElseThrow()) {
			this.gate.closeAt(Point.behind("post"));
			try (TieoutProcess process = start(this.database.environment())) {
				process.awaitWhileAlive(this.gate::isHolding, "post");
				small.fill();
				this.gate.open();
				Ended ended = process.ended();
				assertThat(ended.exitCode()).as(ended.errors()).isEqualTo(5);
				assertThat(ended.errors() + ended.output()).contains("disk is full").contains("tieout runs resume 1");
				assertClear(ended);
			}
			assertThat(state()).isEqualTo("POSTED");
			small.free();
			try (TieoutProcess process = start(this.database.environment(), "runs", "resume", "1")) {
				assertThat(process.ended().exitCode()).isZero();
			}
			assertThat(state()).isEqualTo("COMPLETED");
			assertPostedOnce();
			assertReportsAreTheOwners();
		}
	}

	private void assertReportsAreTheOwners() throws Exception {
		try (Stream<Path> all = Files.walk(this.inbox.folder().resolve("reports"), 3)) {
			for (Path path : all.skip(1).toList()) {
				assertThat(Files.getPosixFilePermissions(path)).as(path.toString())
					.isEqualTo(java.nio.file.attribute.PosixFilePermissions
						.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
			}
		}
	}

	@Test
	void reportsThatMayNotBeWrittenAreToldBeforeAnythingIsPosted() throws Exception {
		Files.writeString(this.inbox.folder().resolve("reports"), "a file, not a directory\n");
		Ended ended = run();
		assertThat(ended.exitCode()).as(ended.errors()).isEqualTo(1);
		assertThat(ended.errors() + ended.output()).contains("reports/").contains("Not a directory");
		assertClear(ended);
		Files.delete(this.inbox.folder().resolve("reports"));
		completes();
	}

	@Test
	void reportsOnAReadOnlyDiskAreToldBeforeAnythingIsPosted() throws Exception {
		Optional<SmallDisk> disk = SmallDisk.mount(this.inbox.folder().resolve("reports"), "4m");
		assumeThat(disk).as("this user may mount no file system").isPresent();
		try (SmallDisk small = disk.orElseThrow()) {
			small.makeReadOnly();
			Ended ended = run();
			assertThat(ended.exitCode()).as(ended.errors()).isEqualTo(1);
			assertThat(ended.errors() + ended.output()).contains("reports").contains("Read-only file system");
			assertClear(ended);
			small.makeWritable();
			completes();
		}
	}

	@Test
	void moreWorkersThanConnectionsTakeTurns() throws Exception {
		Path job = this.inbox.jobFile();
		Files.writeString(job, Files.readString(job).replace("partitions: 1", "partitions: 64"));
		completes();
	}

	@Test
	void aProgramWhosePastWasRewrittenIsRefused() throws Exception {
		completes();
		Path program = this.inbox.folder().resolve("program.yml");
		String text = Files.readString(program);
		Files.writeString(program, text.replace("rate: 10%", "rate: 11%"));
		Ended ended = run();
		assertThat(ended.exitCode()).as(ended.errors()).isEqualTo(3);
		assertThat(ended.errors()).contains("RULES_REWRITTEN")
			.contains("10%", "11%")
			.contains("tieout program accept web --reason TEXT");
		assertClear(ended);
		assertThat(state()).isEqualTo("COMPLETED");
		Files.writeString(program, text);
		completes();
	}

}
