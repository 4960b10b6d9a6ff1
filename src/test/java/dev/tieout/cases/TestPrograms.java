package dev.tieout.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tieout.configuration.ProgramFile;
import dev.tieout.program.Program;

/** Programs of tests, read as a job reads them. */
public final class TestPrograms {

	private static final List<String> KEYS = List.of("post-from", "ignore-addresses", "rules");

	private TestPrograms() {
	}

	/**
	 * Returns the program that a text holds.
	 * @param text a program file
	 * @return the program
	 */
	public static Program parse(String text) {
		return ProgramFile.parse(text, "program.yml").program();
	}

	/** The program file of a case, which has further keys beside the program's. */
	static String text(Map<String, Object> keys) {
		Map<String, Object> file = new LinkedHashMap<>(
				Map.of("program", "main", "zone", keys.getOrDefault("zone", "UTC"), "currency", "USD"));
		KEYS.stream().filter(keys::containsKey).forEach((key) -> file.put(key, keys.getOrDefault(key, "")));
		return PlainYaml.text(file);
	}

}
