package dev.tieout.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A released migration is never edited: databases have had it as it was. When a new one
 * is released, its line is added to the list.
 */
class ReleasedMigrationsTests {

	private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

	@Test
	void areAsTheyWereReleased() throws Exception {
		Map<String, String> released = new TreeMap<>();
		for (String line : lines()) {
			released.put(line.substring(66), line.substring(0, 64));
		}
		assertThat(released).hasSizeGreaterThanOrEqualTo(9);
		Map<String, String> found = new TreeMap<>();
		for (String name : released.keySet()) {
			found.put(name, sha256(Files.readAllBytes(MIGRATIONS.resolve(name))));
		}
		assertThat(found).isEqualTo(released);
	}

	@Test
	void numbersFollowEachOther() throws IOException {
		try (Stream<Path> files = Files.list(MIGRATIONS)) {
			assertThat(files
				.map((file) -> Integer.parseInt(file.getFileName().toString().replaceAll("^V(\\d+)__.*", "$1"))))
				.doesNotHaveDuplicates()
				.contains(1, 9);
		}
	}

	private static List<String> lines() throws IOException {
		return Files.readAllLines(Path.of("src/test/resources/dev/tieout/torture/upgrades/released.sha256"))
			.stream()
			.filter((line) -> !line.startsWith("#"))
			.toList();
	}

	private static String sha256(byte[] bytes) throws Exception {
		// As Flyway does it, a checkout with other line ends is no other migration.
		byte[] text = new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
	}

}
