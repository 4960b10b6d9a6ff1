package dev.tieout.torture;

import java.nio.file.Path;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Assumptions;

/**
 * How much is tried, and with which random numbers. Briefly, the seed is always the same,
 * so that a build that passed passes again; thoroughly, it is a new one at each time, or
 * the one that is given.
 */
final class Torture {

	static final long SEED = Long.getLong("torture.seed", 20_261_126L);

	static final boolean THOROUGH = Boolean.getBoolean("torture.thorough");

	/** Where figures, and what a failed test leaves, are to be found. */
	static final Path FOLDER = Path.of("target", "torture");

	private Torture() {
	}

	/**
	 * Returns how often something is tried.
	 * @param name the amount's name: {@code -Dtorture.NAME=…} asks for another
	 * @param brief the amount in every build
	 * @param thorough the amount of the profile
	 */
	static int amount(String name, int brief, int thorough) {
		return Integer.getInteger("torture." + name, THOROUGH ? thorough : brief);
	}

	/**
	 * Leaves a test out of the brief form: another that stands elsewhere is much like it.
	 */
	static void onlyThoroughly() {
		Assumptions.assumeTrue(THOROUGH, "only with -Ptorture");
	}

	/**
	 * Returns random numbers that depend on the seed and on what they are for, and not on
	 * what other tests have drawn.
	 */
	static SplittableRandom dice(String purpose) {
		return new SplittableRandom(SEED * 31 + purpose.hashCode());
	}

	/** The command that does again what a test class did, with the same seed. */
	static String again(Class<?> test) {
		boolean process = test.getSimpleName().matches(".*(Scenario|Integration)Tests");
		return "./mvnw%s verify -Dtorture.seed=%d -Dtest=%s -Dit.test=%s".formatted(
				THOROUGH ? " -Ptorture -DskipPitest" : "", SEED, process ? "none" : test.getSimpleName(),
				process ? test.getSimpleName() : "none")
				+ " -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false" + given();
	}

	private static String given() {
		StringBuilder given = new StringBuilder();
		System.getProperties().stringPropertyNames().stream().sorted().forEach((name) -> {
			if (name.startsWith("torture.") && !name.equals("torture.seed") && !name.equals("torture.thorough")) {
				given.append(" -D").append(name).append('=').append(System.getProperty(name));
			}
		});
		return given.toString();
	}

}
