package dev.tieout.torture;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

import dev.tieout.database.Database;
import dev.tieout.database.DirectoryAccess;
import dev.tieout.database.TestDatabase;
import dev.tieout.hostile.Gate;
import dev.tieout.hostile.Gate.Point;
import dev.tieout.hostile.Inbox;
import dev.tieout.hostile.Island;
import dev.tieout.hostile.Ledger;
import dev.tieout.hostile.SmallDisk;
import dev.tieout.hostile.TieoutProcess;
import dev.tieout.hostile.TieoutProcess.Ended;
import dev.tieout.hostile.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * What a run needs is taken from it: room, connections, rights, the wire. It ends with
 * one sentence, and when the cause is gone the same command comes to the same ledger.
 */
@ExtendWith(Replay.class)
class ResourcesScenarioTests {

	private static final String PART = "resources";

	private static final int ORDERS = 300;

	@TempDir
	Path folder = Path.of("");

	@BeforeEach
	void putOrders() throws Exception {
		putOrders(this.folder);
	}

	private static void putOrders(Path place) throws Exception {
		Inbox inbox = Inbox.in(place, "web");
		List<String> orders = new ArrayList<>();
		for (int i = 1; i <= ORDERS; i++) {
			orders.add(Inbox.order(Integer.toString(i)));
		}
		inbox.orders("orders-1.csv", orders.toArray(String[]::new));
	}

	private TieoutProcess start(Map<String, String> environment, String... command) {
		return TieoutProcess.start(this.folder, environment, command);
	}

	private static String[] run(String... more) {
		List<String> command = new ArrayList<>(List.of("run", "job.yml", "--business-date", Inbox.NIGHT.toString()));
		command.addAll(List.of(more));
		return command.toArray(String[]::new);
	}

	private Ended end(Map<String, String> environment, String... command) throws Exception {
		try (TieoutProcess process = start(environment, command)) {
			return process.ended();
		}
	}

	/** One to three lines for a person: no stack trace, no log, and no customer. */
	private static void assertFails(Ended ended, int code, String... words) {
		String said = ended.errors() + ended.output();
		assertThat(ended.exitCode()).as(said).isEqualTo(code);
		assertThat(said).contains(words).doesNotContain("\tat ", "Exception", "should not happen", "@home.example");
	}

	private static void assertOnce(Map<String, List<String>> all) {
		assertThat(all.get("LEDGER")).hasSize(ORDERS).allMatch((entry) -> entry.contains("|2.00|"));
		assertThat(all.get("DECISIONS")).hasSize(ORDERS);
		assertThat(all.get("due")).isEmpty();
		assertThat(all.get("open totals")).isEmpty();
	}

	/**
	 * The database's disk is full in one step after the other: within the steps' own
	 * tables, and then, as the log of the database is full, for everybody.
	 */
	@Test
	void aDiskThatFillsUpInAnyStep() throws Exception {
		int failed = 0;
		List<Point> points = Torture.THOROUGH
				? List.of(Point.in("read affiliates file:%", 1), Point.in("settle affiliates", 1),
						Point.in("read orders file:%", 3), Point.in("settle orders", 1), Point.in("scope", 1),
						Point.in("reconcile worker:%", 1), Point.in("close", 1), Point.in("post", 1))
				: List.of(Point.in("read orders file:%", 2), Point.in("post", 1));
		Optional<SmallDisk> disk = SmallDisk.mount(this.folder.resolve("disk"), "400m");
		assumeThat(disk).as("this user may mount no file system").isPresent();
		try (SmallDisk small = disk.orElseThrow()) {
			Path data = DirectoryAccess.prepared(small.path().resolve("data"));
			for (Point point : points) {
				try (Database database = DirectoryAccess.open(data);
						Gate gate = Gate.build(DirectoryAccess.owner(data))) {
					gate.closeAt(point);
					try (TieoutProcess process = start(Map.of(), run("--data", "disk/data"))) {
						process.awaitWhileAlive(gate::isHolding, "come to " + point);
						small.fill();
						gate.open();
						Ended ended = process.ended();
						if (ended.exitCode() != 0) { // What was left to write had its
														// room already.
							assertFails(ended, 1, "disk is full");
							failed++;
						}
					}
					finally {
						small.free();
					}
				}
			}
			Ended ended = end(Map.of(), run("--data", "disk/data"));
			assertThat(ended.exitCode()).as(ended.errors()).isZero();
			try (Database database = DirectoryAccess.open(data)) {
				assertOnce(Ledger.of(database.dataSource()));
			}
		}
		assertThat(failed).isPositive();
		Figures.note(PART, "steps in which the database's disk was full", points.size());
		Figures.note(PART, "runs that failed because of it", failed);
	}

	@Test
	void tooFewConnections() throws Exception {
		int rounds = Torture.amount("connections", 1, 6);
		try (TestDatabase database = TestDatabase.fresh()) {
			for (int most = 0; most < rounds; most++) {
				limit(database, most);
				Ended ended = end(database.environment(), run());
				if (ended.exitCode() != 0) {
					assertFails(ended, 1, "connections");
				}
			}
			limit(database, -1);
			Ended ended = end(database.environment(), run());
			assertThat(ended.exitCode()).as(ended.errors()).isZero();
			assertOnce(Ledger.of(database.dataSource()));
		}
		Figures.note(PART, "runs with too few connections", rounds);
	}

	private static void limit(TestDatabase database, int connections) {
		String name = database.url().substring(database.url().lastIndexOf('/') + 1);
		database.asAdministrator("alter database " + name + " connection limit " + connections);
	}

	/** The data directory itself, and the place of the job with its files. */
	@Test
	void placesThatMayOnlyBeRead() throws Exception {
		Torture.onlyThoroughly();
		Optional<SmallDisk> disk = SmallDisk.mount(this.folder.resolve("disk"), "400m");
		assumeThat(disk).as("this user may mount no file system").isPresent();
		try (SmallDisk small = disk.orElseThrow()) {
			Path data = DirectoryAccess.prepared(small.path().resolve("data"));
			small.makeReadOnly();
			assertFails(end(Map.of(), run("--data", "disk/data")), 1, "disk/data", "Read-only file system");
			small.makeWritable();
			Ended ended = end(Map.of(), run("--data", "disk/data"));
			assertThat(ended.exitCode()).as(ended.errors()).isZero();
			try (Database database = DirectoryAccess.open(data)) {
				assertOnce(Ledger.of(database.dataSource()));
			}
		}
		Figures.note(PART, "read-only data directories", 1);
	}

	/** Cut at moments that nobody has chosen, again and again. */
	@Test
	void aWireThatIsCutAtAnyMoment() throws Exception {
		int cuts = Torture.amount("cuts", 1, 15);
		SplittableRandom dice = Torture.dice("wire");
		int failed = 0;
		try (TestDatabase database = TestDatabase.fresh()) {
			for (int i = 0; i < cuts; i++) {
				try (Wire wire = Wire.to(database.url());
						TieoutProcess process = start(wire.environment(database.environment()), run())) {
					process.awaitWhileAlive(wire::isUsed, "connect");
					Thread.sleep(dice.nextInt(3_000));
					if (dice.nextBoolean()) {
						wire.cut();
					}
					else {
						wire.take();
					}
					Ended ended = process.ended();
					if (ended.exitCode() != 0) {
						failed++;
						assertThat(ended.exitCode()).as(ended.errors()).isIn(1, 5);
						assertFails(ended, ended.exitCode(), "database");
					}
				}
			}
			Ended ended = end(database.environment(), run());
			assertThat(ended.exitCode()).as(ended.errors()).isZero();
			assertOnce(Ledger.of(database.dataSource()));
		}
		Figures.note(PART, "wires cut", cuts);
		Figures.note(PART, "runs that failed because of a cut wire", failed);
	}

	/** No end of the wire is told anything: whoever waits for an answer has to ask. */
	@Test
	void aWireThatSwallowsEverything() throws Exception {
		Torture.onlyThoroughly();
		Optional<Island> made = Island.rise();
		assumeThat(made).as("this user may make no network").isPresent();
		try (Island island = made.orElseThrow();
				TestDatabase database = TestDatabase.fresh();
				Gate gate = Gate.build(database.ownerDataSource())) {
			gate.closeAt(Point.in("settle orders", 1));
			try (Wire wire = Wire.to(database.url(), InetAddress.getByName(island.shore()));
					TieoutProcess process = TieoutProcess.startThrough(island.there(), this.folder,
							wire.environment(database.environment()), run())) {
				process.awaitWhileAlive(gate::isHolding, "come to the wire");
				Thread.sleep(1_000); // What it asked has arrived: only the answer is
										// missing.
				island.swallow();
				Ended ended = process.ended(Duration.ofMinutes(4));
				assertFails(ended, 1, "database");
			}
			gate.open();
			Ended ended = end(database.environment(), run());
			assertThat(ended.exitCode()).as(ended.errors()).isZero();
			assertOnce(Ledger.of(database.dataSource()));
		}
		Figures.note(PART, "wires that swallowed everything", 1);
	}

	/**
	 * Reports on a disk of their own that has no room: the run is posted all the same.
	 */
	@Test
	void noRoomForReports() throws Exception {
		Torture.onlyThoroughly();
		Optional<SmallDisk> disk = SmallDisk.mount(this.folder.resolve("reports"), "1m");
		assumeThat(disk).as("this user may mount no file system").isPresent();
		try (SmallDisk small = disk.orElseThrow(); TestDatabase database = TestDatabase.fresh()) {
			small.leave(8 << 10);
			Ended ended = end(database.environment(), run());
			assertFails(ended, (ended.exitCode() == 5) ? 5 : 1, "disk is full");
			small.free();
			ended = end(database.environment(), run());
			assertThat(ended.exitCode()).as(ended.errors()).isZero();
			assertOnce(Ledger.of(database.dataSource()));
		}
		Figures.note(PART, "reports without room", 1);
	}

}
