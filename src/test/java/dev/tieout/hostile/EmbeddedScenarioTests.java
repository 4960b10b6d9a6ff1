package dev.tieout.hostile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import dev.tieout.database.DirectoryAccess;
import dev.tieout.hostile.Gate.Point;
import dev.tieout.hostile.TieoutProcess.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Runs on the embedded database: killed ones, full disks, places that may not be written.
 */
class EmbeddedScenarioTests {

	private static final int ORDERS = 400;

	@TempDir
	private Path folder = Path.of("");

	/** Also after a failed test. */
	@AfterEach
	void noServerIsLeft() throws Exception {
		DirectoryAccess.stop(this.folder.resolve("data"));
	}

	private Ended command(String... arguments) throws InterruptedException {
		try (TieoutProcess process = start(arguments)) {
			return process.ended();
		}
	}

	private TieoutProcess start(String... arguments) {
		return TieoutProcess.start(this.folder, Map.of(), arguments);
	}

	private static String[] run(String data) {
		return new String[] { "run", "job.yml", "--business-date", Inbox.NIGHT.toString(), "--data", data };
	}

	private void putOrders() throws Exception {
		Inbox inbox = Inbox.in(this.folder, "web");
		List<String> orders = new ArrayList<>();
		for (int i = 1; i <= ORDERS; i++) {
			orders.add(Inbox.order(Integer.toString(i)));
		}
		inbox.orders("orders-1.csv", orders.toArray(String[]::new));
	}

	private void completes(String data) throws Exception {
		Ended ended = command(run(data));
		assertThat(ended.exitCode()).as(ended.errors() + ended.output()).isZero();
		assertThat(DirectoryAccess.isRunning(this.folder.resolve(data))).isFalse();
		Ended export = command("export", "ledger", "--data", data);
		assertThat(export.exitCode()).as(export.errors()).isZero();
		assertThat(export.output().lines()).hasSize(ORDERS + 1);
		assertThat(export.output().lines().skip(1)).allMatch((entry) -> entry.contains(",2.00,"));
	}

	/** The server outlives its process, and the next command finds it. */
	@Test
	void aKilledRunGoesOnWithTheServerItLeft() throws Exception {
		putOrders();
		Path data = DirectoryAccess.prepared(this.folder.resolve("data"));
		killAtStart(data);
		try (Gate gate = Gate.build(DirectoryAccess.owner(data))) {
			for (Point point : List.of(Point.in("read orders file:%", 3), Point.in("post", 1))) {
				gate.closeAt(point);
				try (TieoutProcess process = start(run("data"))) {
					process.awaitWhileAlive(gate::isHolding, "come to " + point);
					process.kill();
				}
				gate.open();
				assertThat(DirectoryAccess.isRunning(data)).isTrue();
			}
		}
		completes("data");
	}

	/** Leaves a server that nobody uses. */
	private void killAtStart(Path data) throws Exception {
		try (TieoutProcess process = start(run(this.folder.relativize(data).toString()))) {
			process.awaitWhileAlive(() -> isUp(data), "start its server");
			process.kill();
		}
		assertThat(DirectoryAccess.isRunning(data)).isTrue();
	}

	private static boolean isUp(Path data) {
		try {
			if (!DirectoryAccess.isRunning(data)) {
				return false;
			}
			DirectoryAccess.owner(data).getConnection().close();
			return true;
		}
		catch (java.io.IOException | java.sql.SQLException ex) {
			return false;
		}
	}

	@Test
	@SuppressWarnings("try") // the server is stopped, not used
	void aDiskThatFillsUpDuringARunIsOneSentence() throws Exception {
		putOrders();
		Optional<SmallDisk> disk = SmallDisk.mount(this.folder.resolve("disk"), "400m");
		assumeThat(disk).as("this user may mount no file system").isPresent();
		try (SmallDisk small = disk.orElseThrow()) {
			Path data = DirectoryAccess.prepared(small.path().resolve("data"));
			killAtStart(data);
			try (AutoCloseable server = () -> DirectoryAccess.stop(data);
					Gate gate = Gate.build(DirectoryAccess.owner(data))) {
				gate.closeAt(Point.in("read orders file:%", 2));
				try (TieoutProcess process = start(run("disk/data"))) {
					process.awaitWhileAlive(gate::isHolding, "read orders");
					small.fill();
					gate.open();
					Ended ended = process.ended();
					assertThat(ended.exitCode()).as(ended.errors()).isEqualTo(1);
					assertThat(ended.errors() + ended.output()).contains("disk is full")
						.doesNotContain("Exception", "\tat ", "@home.example");
				}
			}
			small.free();
			completes("disk/data");
		}
	}

	@Test
	void aFullDiskAtTheStartIsOneSentence() throws Exception {
		putOrders();
		Optional<SmallDisk> disk = SmallDisk.mount(this.folder.resolve("data"), "20m");
		assumeThat(disk).as("this user may mount no file system").isPresent();
		try (SmallDisk small = disk.orElseThrow()) {
			Ended ended = command(run("data"));
			assertThat(ended.exitCode()).as(ended.errors()).isEqualTo(1);
			assertThat(ended.errors()).contains("disk").contains("full").doesNotContain("Exception", "\tat ");
			assertThat(ended.errors().lines()).hasSizeLessThan(4);
			assertThat(small.path()).isDirectory();
		}
	}

	@Test
	void aPlaceThatMayNotBeWrittenIsOneSentence() throws Exception {
		putOrders();
		Files.writeString(this.folder.resolve("data"), "a file\n");
		Ended file = command(run("data"));
		assertThat(file.exitCode()).isEqualTo(1);
		assertThat(file.errors()).contains("data' is a file, but the data directory must be a directory")
			.doesNotContain("Exception");
		Files.delete(this.folder.resolve("data"));
		Optional<SmallDisk> disk = SmallDisk.mount(this.folder.resolve("parent"), "1m");
		assumeThat(disk).as("this user may mount no file system").isPresent();
		try (SmallDisk small = disk.orElseThrow()) {
			small.makeReadOnly();
			Ended ended = command("runs", "--data", "parent/data");
			assertThat(ended.exitCode()).isEqualTo(1);
			assertThat(ended.errors()).contains("parent/data' cannot be used")
				.contains("Read-only file system")
				.doesNotContain("Exception");
		}
	}

	@Test
	void aDatabaseThatIsNoneIsOneSentence() throws Exception {
		putOrders();
		for (Map.Entry<String, String> url : Map
			.of("jdbc:postgresql://127.0.0.1:9/x", "cannot be reached", "jdbc:mysql://localhost/x",
					"must start with 'jdbc:postgresql:'")
			.entrySet()) {
			try (TieoutProcess process = TieoutProcess.start(this.folder,
					Map.of("SPRING_DATASOURCE_URL", url.getKey(), "SPRING_DATASOURCE_USERNAME", "u"), run("data"))) {
				Ended ended = process.ended();
				assertThat(ended.exitCode()).isEqualTo(1);
				assertThat(ended.errors()).contains(url.getValue()).doesNotContain("Exception", "\tat ");
				assertThat(ended.errors().lines()).hasSizeLessThan(4);
			}
		}
	}

}
