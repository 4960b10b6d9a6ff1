package dev.tieout.hostile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tieout.database.TestDatabase;
import dev.tieout.hostile.Gate.Point;
import dev.tieout.operations.RunState;
import dev.tieout.scenario.Installation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code kill -9} at exact points of each step, then the same command again: the store
 * comes to what an undisturbed one comes to. The torture does it at random moments.
 */
class KillScenarioTests {

	private static final int CUSTOMERS = 250;

	/** In a step's work, and behind it before the step knows that it is done. */
	private static final List<Point> FIRST_NIGHT = List.of(Point.in("read affiliates file:%", 1),
			Point.in("settle affiliates", 1), Point.behind("settle affiliates"), Point.in("read connections file:%", 2),
			Point.in("settle connections", 1), Point.in("read orders file:%", 3), Point.behind("read orders file:%"),
			Point.in("settle orders", 1), Point.behind("settle orders"), Point.in("scope", 1), Point.behind("scope"),
			Point.in("reconcile worker:%", 3), Point.behind("reconcile worker:%"), Point.in("index", 1),
			Point.in("close", 1), Point.behind("close"), Point.in("post", 1), Point.behind("post"),
			Point.in("report", 0), Point.in("report", 1));

	private static final List<Point> SECOND_NIGHT = List.of(Point.dividing("read orders file:%"),
			Point.in("read orders file:%", 2), Point.behind("read orders file:%"), Point.behind("settle orders"),
			Point.dividing("reconcile worker:%"), Point.in("reconcile worker:%", 2), Point.in("post", 1),
			Point.behind("post"), Point.behind("report"));

	private static Map<String, List<String>> expected = Map.of();

	private static List<List<String>> expectedReports = List.of();

	@BeforeAll
	static void undisturbed(@TempDir Path folder) throws Exception {
		Shop shop = Shop.open(folder.resolve("shop"), CUSTOMERS, 2);
		try (Installation tieout = Installation.fresh()) {
			for (int night = 1; night <= 2; night++) {
				shop.night(night);
				assertThat(tieout.run(shop.job(), shop.date(night)).state()).isEqualTo(RunState.COMPLETED);
			}
			expected = Ledger.of(tieout.database().dataSource());
			expectedReports = List.of(Ledger.reportedDecisions(shop, 1), Ledger.reportedDecisions(shop, 2));
		}
		assertThat(expected.get("LEDGER")).hasSizeGreaterThan(50);
		assertThat(expected.get("REJECTS")).isNotEmpty();
		assertThat(expected.get("due")).isEmpty();
	}

	/**
	 * One store is killed at one point after the other, so that a run which was cut off
	 * often is as good as one that was cut off once.
	 */
	@Test
	void aRunThatIsKilledInEachStepComesToTheSame(@TempDir Path folder) throws Exception {
		TestDatabase database = TestDatabase.fresh();
		Shop shop = Shop.open(folder.resolve("shop"), CUSTOMERS, 2);
		try (Gate gate = Gate.build(database.ownerDataSource())) {
			killAtAll(shop, 1, FIRST_NIGHT, database, gate);
			killAtAll(shop, 2, SECOND_NIGHT, database, gate);
		}
		assertSame(database, shop);
	}

	private static void killAtAll(Shop shop, int night, List<Point> points, TestDatabase database, Gate gate)
			throws Exception {
		shop.night(night);
		for (Point point : points) {
			gate.closeAt(point);
			try (TieoutProcess run = TieoutProcess.start(shop.folder(), database.environment(), shop.run(night))) {
				run.awaitWhileAlive(gate::isHolding, "come to " + point);
				run.kill();
			}
			gate.open();
		}
		try (TieoutProcess run = TieoutProcess.start(shop.folder(), database.environment(), shop.run(night))) {
			TieoutProcess.Ended ended = run.ended();
			assertThat(ended.exitCode()).as(ended.errors()).isZero();
		}
	}

	private static void assertSame(TestDatabase database, Shop shop) throws Exception {
		Map<String, List<String>> actual = Ledger.of(database.dataSource());
		assertThat(actual).containsOnlyKeys(expected.keySet());
		expected.forEach((name, rows) -> assertThat(actual.get(name)).as(name).isEqualTo(rows));
		assertThat(Ledger.reportedDecisions(shop, 1)).isEqualTo(expectedReports.get(0));
		assertThat(Ledger.reportedDecisions(shop, 2)).isEqualTo(expectedReports.get(1));
		try (Stream<Path> files = Files.list(shop.folder().resolve("reports"))) {
			assertThat(files.map(Path::getFileName).map(Path::toString))
				.allMatch((name) -> name.startsWith("run-") || name.equals("seals.txt"));
		}
	}

}
