package dev.tieout.torture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import dev.tieout.database.DirectoryAccess;
import dev.tieout.hostile.Shop;
import dev.tieout.hostile.TieoutProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Processes killed at random moments, and servers under them: the next command comes to
 * what it would have come to without.
 */
@ExtendWith(Replay.class)
class CrashScenarioTests {

	private static final String PART = "crash";

	@Test
	void whateverIsKilledTheNextCommandComesToTheSame(@TempDir Path folder) throws Exception {
		int kills = Torture.amount("kills", 6, 200);
		int customers = Torture.amount("customers", 60, 100);
		int chapters = Torture.amount("chapters", 2, 5);
		SplittableRandom dice = Torture.dice(PART);
		Tally tally = new Tally();
		int worlds = 0;
		int compared = 0;
		long entries = 0;
		while (tally.hits() < kills) {
			Path world = folder.resolve("world-" + ++worlds);
			long seed = dice.nextLong(1_000_000_000);
			Shop quiet = shop(world.resolve("quiet"), customers, seed);
			Shop shop = shop(world.resolve("shop"), customers, seed);
			try (Undisturbed undisturbed = new Undisturbed(quiet); Victim victim = new Victim(shop, tally, dice)) {
				List<Chapter> life = Chapter.all(quiet).subList(0, chapters);
				for (Chapter chapter : life) {
					Standing expected = undisturbed.after(chapter);
					Standing actual = victim.after(chapter,
							Math.min(kills - tally.hits(), Torture.THOROUGH ? 2 + dice.nextInt(7) : 3));
					try {
						actual.assertSame(expected);
					}
					catch (AssertionError different) {
						throw new AssertionError("world %d, seed %d, %s, after %s:%n%s%n%s".formatted(worlds, seed,
								chapter.name(), victim.history(), different.getMessage(), victim.story()), different);
					}
					compared++;
					entries = Math.max(entries, expected.entries());
					tally.note(PART);
				}
			}
			FileSystemUtils.deleteRecursively(world);
		}
		Figures.note(PART, "shops", worlds);
		Figures.note(PART, "times that all was compared", compared);
		Figures.note(PART, "entries of the largest ledger compared", entries);
		assertThat(tally.hits()).isGreaterThanOrEqualTo(kills);
	}

	/** Also while the directory, its server and its schema are being made. */
	@Test
	void aFirstStartThatIsKilledIsMadeGoodByTheNext(@TempDir Path folder) throws Exception {
		int kills = Torture.amount("first-kills", 2, 20);
		SplittableRandom dice = Torture.dice("first start");
		int killed = 0;
		for (int round = 1; killed < kills; round++) {
			Path place = Files.createDirectory(folder.resolve("first-" + round));
			Path data = place.resolve("data");
			try {
				for (int i = 0; i < 4 && killed < kills; i++) {
					try (TieoutProcess process = TieoutProcess.start(place, Map.of(), "runs")) {
						if (!process.endsWithin(Duration.ofMillis(dice.nextInt(6_000)))) {
							(dice.nextBoolean() ? Blow.PROCESS : Blow.ALL).strike(process, data, dice);
							killed++;
						}
					}
				}
				try (TieoutProcess process = TieoutProcess.start(place, Map.of(), "runs")) {
					TieoutProcess.Ended ended = process.ended();
					assertThat(ended.exitCode()).as(ended.errors()).isZero();
				}
			}
			finally {
				DirectoryAccess.stop(data);
			}
			FileSystemUtils.deleteRecursively(place);
		}
		Figures.note(PART, "first starts killed", killed);
	}

	private static Shop shop(Path folder, int customers, long seed) throws Exception {
		Shop shop = Shop.open(folder, customers, 3, seed);
		Path program = folder.resolve("program.yml");
		// Late revisions may change as much as they like, and all orders count.
		Files.writeString(program,
				Files.readString(program)
					.replaceAll("(?m)^restatement-limit: .*$", "restatement-limit: 100%")
					.replaceAll("(?m)^post-from: .*\\R", ""));
		return shop;
	}

}
