package dev.tieout.torture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

import dev.tieout.database.Database;
import dev.tieout.database.DirectoryAccess;
import dev.tieout.database.TestDatabase;
import dev.tieout.hostile.Inbox;
import dev.tieout.hostile.Ledger;
import dev.tieout.hostile.Shop;
import dev.tieout.hostile.TieoutProcess;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many commands at one moment: one run is active, nobody waits for ever, nothing counts
 * twice, and who is refused is told why.
 */
@ExtendWith(Replay.class)
class ConcurrencyScenarioTests {

	private static final String PART = "concurrency";

	private static final int ORDERS = 300;

	@TempDir
	Path folder = Path.of("");

	/** Nobody has used the directory before: they make it, once. */
	@Test
	void manyCommandsAtOnceOnADirectoryThatIsNotThereYet() throws Exception {
		int commands = Torture.amount("commands", 5, 20);
		int rounds = Torture.amount("cold-starts", 1, 3);
		SplittableRandom dice = Torture.dice("cold");
		for (int round = 1; round <= rounds; round++) {
			Path place = Files.createDirectory(this.folder.resolve("cold-" + round));
			inbox(place);
			Path data = place.resolve("data");
			try (Crowd crowd = new Crowd(place, Map.of())) {
				crowd.start("run", "job.yml", "--business-date", Inbox.NIGHT.toString());
				for (int i = 1; i < commands; i++) {
					crowd.start(switch (dice.nextInt(6)) {
						case 0, 1 -> new String[] { "run", "job.yml", "--business-date", Inbox.NIGHT.toString() };
						case 2 -> new String[] { "runs" };
						case 3 -> new String[] { "schedule", "--jobs", "." };
						case 4 -> new String[] { "export", "ledger" };
						default -> new String[] { "connections" };
					});
				}
				assertThat(crowd.ended()).contains(0);
			}
			finally {
				assertThat(DirectoryAccess.isRunning(data)).as("the last one stops the server").isFalse();
				DirectoryAccess.stop(data);
			}
			try (Database database = DirectoryAccess.open(data)) {
				assertOnce(Ledger.of(database.dataSource()));
			}
		}
		Figures.note(PART, "commands on a cold directory", (long) rounds * commands);
	}

	/** What they come to does not depend on who was first. */
	@Test
	void runsRerunsAndRequestsAtOnceComeToWhatOneAfterTheOtherComesTo() throws Exception {
		int nights = Torture.amount("crowded-nights", 1, 8);
		SplittableRandom dice = Torture.dice("crowd");
		Shop shop = Shop.open(this.folder.resolve("crowd"), 60, nights + 1).night(1);
		Shop quiet = Shop.open(this.folder.resolve("quiet"), 60, nights + 1).night(1);
		int commands = 0;
		int refused = 0;
		try (TestDatabase database = TestDatabase.fresh(); TestDatabase other = TestDatabase.fresh()) {
			settle(shop, 1, database);
			settle(quiet, 1, other);
			for (int night = 2; night <= nights + 1; night++) {
				shop.night(night);
				quiet.night(night);
				try (Crowd crowd = new Crowd(shop.folder(), database.environment())) {
					for (String[] command : shuffled(shop, night, dice)) {
						crowd.start(command);
					}
					watch(database, crowd);
					List<Integer> codes = crowd.ended();
					commands += codes.size();
					refused += Collections.frequency(codes, 3);
				}
				settle(shop, night, database);
				settle(quiet, night, other);
				for (String[] request : requests(night)) {
					end(quiet, other, request);
				}
			}
			settle(quiet, nights + 1, other);
			settle(shop, nights + 1, database);
			Map<String, List<String>> expected = Ledger.of(other.dataSource());
			Map<String, List<String>> actual = Ledger.of(database.dataSource());
			assertThat(actual.get("open totals")).isEmpty();
			for (String what : List.of("DECISIONS", "CONNECTIONS", "revisions", "due")) {
				assertThat(unnumbered(actual.get(what))).as(what).isEqualTo(unnumbered(expected.get(what)));
			}
			assertThat(net(database)).isEqualTo(net(other)).isNotEmpty();
			assertThat(JdbcClient.create(database.dataSource()).sql("""
					select deadlocks from pg_stat_database where datname = current_database()
					""").query(Long.class).single()).isZero();
			end(shop, database, "verify");
		}
		Figures.note(PART, "commands at one time", commands);
		Figures.note(PART, "of them refused", refused);
	}

	/** An operation's number says who was first. */
	private static List<String> unnumbered(@Nullable List<String> rows) {
		return Objects.requireNonNull(rows)
			.stream()
			.map((row) -> row.replaceAll("operation:\\d+", "operation"))
			.sorted()
			.toList();
	}

	private static List<String[]> shuffled(Shop shop, int night, SplittableRandom dice) {
		List<String[]> commands = new ArrayList<>(requests(night));
		commands.add(shop.run(night));
		commands.add(shop.run(night));
		commands.add(new String[] { "rerun", "world.yml", "--jobs", ".", "--from", "2024-01-01", "--to", "2026-06-30",
				"--reason", "a test" });
		commands.add(new String[] { "runs" });
		for (int i = commands.size() - 1; i > 0; i--) {
			Collections.swap(commands, i, dice.nextInt(i + 1));
		}
		return commands;
	}

	/** Dated ones, so it does not matter when they come. */
	private static List<String[]> requests(int night) {
		return List.of(request("connect", night), request("disconnect", night + 20));
	}

	private static String[] request(String verb, int number) {
		return new String[] { verb, "affiliate1@partners.example", "customer%d@x.example".formatted(number + 8), "--at",
				"2025-0%d-15T12:00:00Z".formatted(1 + number % 6), "--reason", "a test", "--yes" };
	}

	/** There is never a second run at work. */
	private static void watch(TestDatabase database, Crowd crowd) throws InterruptedException {
		JdbcClient jdbc = JdbcClient.create(database.dataSource());
		while (crowd.isAtWork()) {
			assertThat(jdbc.sql("select count(*) from run_at_work").query(Long.class).single()).isLessThanOrEqualTo(1);
			Thread.sleep(5);
		}
	}

	private static void settle(Shop shop, int night, TestDatabase database) throws Exception {
		end(shop, database, shop.run(night));
	}

	private static void end(Shop shop, TestDatabase database, String... command) throws Exception {
		try (TieoutProcess process = TieoutProcess.start(shop.folder(), database.environment(), command)) {
			TieoutProcess.Ended ended = process.ended();
			assertThat(ended.exitCode()).as(String.join(" ", command) + "\n" + ended.errors() + ended.output())
				.isZero();
		}
	}

	private static List<String> net(TestDatabase database) {
		return JdbcClient.create(database.dataSource()).sql("""
				select order_id || ' ' || affiliate_no || ' ' || sum(amount) from ledger_entry
				group by order_id, affiliate_no having sum(amount) <> 0 order by 1
				""").query(String.class).list();
	}

	/** Processes that serve come and go while runs are started by hand. */
	@Test
	void whoServesAndWhoRunsByHandTakeTurns() throws Exception {
		Torture.onlyThoroughly();
		int rounds = Torture.amount("servings", 1, 6);
		SplittableRandom dice = Torture.dice("serve");
		int firings = 0;
		for (int round = 1; round <= rounds; round++) {
			Path place = Files.createDirectory(this.folder.resolve("serve-" + round));
			serving(place);
			try (TestDatabase database = TestDatabase.fresh()) {
				JdbcClient jdbc = JdbcClient.create(database.dataSource());
				try (TieoutProcess one = serve(place, database);
						TieoutProcess other = serve(place, database);
						Crowd crowd = new Crowd(place, database.environment())) {
					one.awaitWhileAlive(() -> count(jdbc, "firing") > 0, "fire");
					crowd.start("run", "jobs/web.yml", "--business-date", Inbox.NIGHT.toString());
					crowd.start("run", "jobs/web.yml", "--business-date", Inbox.NIGHT.toString());
					Thread.sleep(dice.nextInt(1500));
					one.kill();
					watch(database, crowd);
					crowd.ended();
					other.awaitWhileAlive(() -> count(jdbc, "firing where outcome = 'COMPLETED'") > 1, "fire again");
					Files.delete(place.resolve("jobs/web.yml"));
					other.awaitWhileAlive(() -> other.errors().contains("web: unscheduled"), "notice the missing file");
					other.awaitWhileAlive(() -> count(jdbc, "firing where outcome is null") == 0, "come to rest");
					other.terminate();
					assertThat(other.ended().exitCode()).as(other.errors()).isZero();
				}
				assertOnce(Ledger.of(database.dataSource()));
				assertThat(count(jdbc, "run where state not in ('COMPLETED', 'ABANDONED')")).isZero();
				assertThat(count(jdbc, "firing where outcome not in ('COMPLETED', 'REFUSED')")).isZero();
				firings += (int) count(jdbc, "firing");
			}
		}
		Figures.note(PART, "times that came while two served and two ran by hand", firings);
	}

	private static TieoutProcess serve(Path place, TestDatabase database) {
		return TieoutProcess.start(place, database.environment(), "serve", "--port", "0");
	}

	private static long count(JdbcClient jdbc, String fromWhere) {
		return jdbc.sql("select count(*) from " + fromWhere).query(Long.class).single();
	}

	private static Inbox inbox(Path place) throws Exception {
		Inbox inbox = Inbox.in(place, "web");
		List<String> orders = new ArrayList<>();
		for (int i = 1; i <= ORDERS; i++) {
			orders.add(Inbox.order(Integer.toString(i)));
		}
		inbox.orders("orders-1.csv", orders.toArray(String[]::new));
		return inbox;
	}

	private static void serving(Path place) throws Exception {
		Inbox inbox = inbox(place);
		Files.createDirectories(place.resolve("jobs"));
		Files.writeString(place.resolve("jobs/web.yml"),
				inbox.job("../orders-*.csv")
					.replace("program.yml", "../program.yml")
					.replace("affiliates*.csv", "../affiliates*.csv")
					.replace("directory: reports", "directory: ../reports")
					.replace("wait-minutes: 0", "wait-minutes: 1") + "schedule: {cron: \"0/2 * * * * ?\"}\n");
	}

	private static void assertOnce(Map<String, List<String>> all) {
		assertThat(all.get("LEDGER")).hasSize(ORDERS).allMatch((entry) -> entry.contains("|2.00|"));
		assertThat(all.get("DECISIONS")).hasSize(ORDERS);
		assertThat(all.get("due")).isEmpty();
		assertThat(all.get("open totals")).isEmpty();
	}

}
