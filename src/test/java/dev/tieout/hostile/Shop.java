package dev.tieout.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.tieout.cases.Night;
import dev.tieout.cases.NightFiles;
import dev.tieout.worlds.ProgramText;
import dev.tieout.worlds.RandomWorld;
import dev.tieout.worlds.Trait;
import dev.tieout.worlds.WorldNights;

/** A folder with a job, its program and the files of several nights of a made-up shop. */
public final class Shop {

	static final long SEED = 20_261_122;

	private final Path folder;

	private final List<Night> nights;

	private Shop(Path folder, List<Night> nights) {
		this.folder = folder;
		this.nights = nights;
	}

	/** Writes the job and the program; the files come night by night. */
	public static Shop open(Path folder, int customers, int nights) throws IOException {
		return open(folder, customers, nights, SEED);
	}

	/** Writes those of another world. */
	public static Shop open(Path folder, int customers, int nights, long seed) throws IOException {
		RandomWorld world = new RandomWorld(seed, customers, EnumSet.of(Trait.REVISIONS));
		List<Night> dealt = WorldNights.of(world, nights, seed);
		Set<String> stores = new TreeSet<>();
		dealt.forEach((night) -> night.orders().forEach((order) -> stores.add(storeOf(order.cell("store")))));
		Files.createDirectories(folder);
		Files.writeString(folder.resolve("program.yml"), ProgramText.of(world.program()));
		Files.writeString(folder.resolve("world.yml"), NightFiles.job(stores) + """
				reports: {directory: reports}
				tuning: {chunk-size: 20, partitions: 2, wait-minutes: 0}
				""");
		return new Shop(folder, dealt);
	}

	private static String storeOf(String cell) {
		return cell.isEmpty() ? "web" : cell;
	}

	/** Puts a night's files there, with some records that cannot be used. */
	public Shop night(int number) throws IOException {
		for (Path file : NightFiles.write(this.folder, number, this.nights.get(number - 1), 2)) {
			Files.writeString(file, "this,is,no,record\n", StandardOpenOption.APPEND);
		}
		return this;
	}

	/** Lets a run wait so many minutes for another. */
	public Shop waits(int minutes) throws IOException {
		Files.writeString(job(), Files.readString(job()).replace("wait-minutes: 0", "wait-minutes: " + minutes));
		return this;
	}

	public LocalDate date(int night) {
		return this.nights.get(night - 1).date();
	}

	public Path folder() {
		return this.folder;
	}

	public Path job() {
		return this.folder.resolve("world.yml");
	}

	/** The command that runs a night. */
	public String[] run(int night) {
		return new String[] { "run", "world.yml", "--jobs", ".", "--business-date", date(night).toString() };
	}

}
