package dev.tieout.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program hledger, where it is installed. */
final class Hledger {

	private Hledger() {
	}

	static boolean isInstalled() {
		try {
			return new ProcessBuilder("hledger", "--version").redirectErrorStream(true).start().waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** What a command prints about journals; an error of hledger's fails the test. */
	static String of(List<Path> journals, String... command) throws Exception {
		List<String> words = new ArrayList<>(List.of("hledger"));
		words.addAll(List.of(command));
		journals.forEach((journal) -> words.addAll(List.of("-f", journal.toString())));
		Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
		String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new AssertionError(words + " says:\n" + printed);
		}
		return printed;
	}

}
