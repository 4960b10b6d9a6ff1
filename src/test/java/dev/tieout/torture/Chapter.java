package dev.tieout.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.tieout.hostile.Shop;

/**
 * A piece of a shop's life: what its people put there, the commands that they give
 * quietly, and the one that is disturbed.
 *
 * @param name what happens
 * @param preparation what comes into the folder
 * @param quietly commands that nobody disturbs
 * @param command the command that posts
 */
record Chapter(String name, Preparation preparation, List<List<String>> quietly, List<String> command) {

	private static final List<String> RANGE = List.of("--from", "2024-01-01", "--to", "2026-06-30");

	private static final String REASON = "a test of what happens";

	/**
	 * Three nights, a rerun after the second under another rate, and at last a plan under
	 * yet another, which is applied.
	 */
	static List<Chapter> all(Shop shop) {
		return List.of(night(shop, 1), night(shop, 2), rerun(), night(shop, 3), plan());
	}

	private static Chapter night(Shop shop, int number) {
		return new Chapter("night " + number, (at) -> at.night(number), List.of(), List.of(shop.run(number)));
	}

	/** A lower rate: the limit for a rerun is all that was posted, not more. */
	private static Chapter rerun() {
		return new Chapter("rerun", (shop) -> rate(shop, "1%"),
				List.of(List.of("program", "accept", "world.yml", "--jobs", ".", "--reason", REASON)),
				range("rerun", "world.yml", "--jobs", ".", "--reason", REASON));
	}

	private static Chapter plan() {
		return new Chapter("plan", (shop) -> rate(shop, "7%"),
				List.of(range("plan", "world.yml", "--jobs", ".", "--out", "plan.json")),
				List.of("apply", "plan.json", "--reason", REASON));
	}

	private static List<String> range(String... words) {
		return Stream.concat(Stream.of(words), RANGE.stream()).toList();
	}

	/** Every rate of the program becomes another, also in the past. */
	private static void rate(Shop shop, String rate) throws IOException {
		Path program = shop.folder().resolve("program.yml");
		Files.writeString(program, Files.readString(program).replaceAll("(?m)^( +)rate: .*$", "$1rate: " + rate));
	}

	/** The command's name. */
	String verb() {
		return this.command.get(0);
	}

	interface Preparation {

		void in(Shop shop) throws IOException;

	}

}
