package dev.tieout.hostile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.tieout.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The command rerun on processes of its own, killed and given again. */
class RerunProcessScenarioTests {

	private static final String[] ALL = { "--from", "2024-01-01", "--to", "2026-06-30" };

	@Test
	void aRerunIsShownKilledAndGoesOnWhenItIsGivenAgain(@TempDir Path folder) throws Exception {
		TestDatabase database = TestDatabase.fresh();
		Shop shop = Shop.open(folder.resolve("shop"), 60, 2).night(1);
		assertThat(end(shop, database, shop.run(1)).exitCode()).isZero();
		hold(shop, database);

		TieoutProcess.Ended dry = end(shop, database, rerun("--dry-run"));
		assertThat(dry.exitCode()).as(dry.errors()).isZero();
		assertThat(dry.output()).contains("Dry run 3 of job world: COMPLETED",
				"Nothing was posted. This is what would be.",
				"Nothing was imported. 1 new file waits for the next run.", "Would post", "Orders that change",
				"Does it close?  yes");
		assertThat(dry.output()).as("a customer's address").doesNotContain("@x.example");

		try (Gate gate = Gate.build(database.ownerDataSource())) {
			for (Gate.Point point : List.of(Gate.Point.in("scope", 1), Gate.Point.in("reconcile worker:%", 1),
					Gate.Point.in("post", 1), Gate.Point.behind("post"))) {
				gate.closeAt(point);
				try (TieoutProcess run = TieoutProcess.start(shop.folder(), database.environment(), rerun())) {
					run.awaitWhileAlive(gate::isHolding, "come to " + point);
					run.kill();
				}
				gate.open();
			}
		}
		TieoutProcess.Ended rerun = end(shop, database, rerun());
		assertThat(rerun.exitCode()).as(rerun.errors()).isZero();
		assertThat(rerun.output()).contains("Rerun 4 of job world: COMPLETED", "Reason: a test", "Rerun 5 of job world",
				"Posted  nothing");
		assertThat(JdbcClient.create(database.dataSource()).sql("""
				select count(*) from due_customer
				where customer_no in (select customer_no from order_revision where superseded_by is null)
				""").query(Long.class).single()).isZero();
		Map<String, List<String>> reruns = Ledger.of(database.dataSource());

		TieoutProcess.Ended night = end(shop, database, shop.run(2));
		assertThat(night.exitCode()).as(night.errors()).isZero();
		assertThat(Ledger.of(database.dataSource()).get("entries in their order"))
			.isEqualTo(reruns.get("entries in their order"));
	}

	/** The second night is read, but posts nothing for a file that cannot be used. */
	private static void hold(Shop shop, TestDatabase database) throws Exception {
		shop.night(2);
		Path bad = Files.writeString(shop.folder().resolve("orders-web-bad.csv"), "no,header\n1,2\n");
		assertThat(end(shop, database, shop.run(2)).exitCode()).isEqualTo(1);
		Files.writeString(bad, "order_id,ordered_at,customer_email,currency,subtotal,total,status\n");
	}

	private static TieoutProcess.Ended end(Shop shop, TestDatabase database, String... arguments) throws Exception {
		try (TieoutProcess process = TieoutProcess.start(shop.folder(), database.environment(), arguments)) {
			return process.ended();
		}
	}

	private static String[] rerun(String... more) {
		List<String> command = new ArrayList<>(List.of("rerun", "world.yml", "--jobs", ".", "--reason", "a test"));
		command.addAll(List.of(ALL));
		command.addAll(List.of(more));
		return command.toArray(String[]::new);
	}

}
