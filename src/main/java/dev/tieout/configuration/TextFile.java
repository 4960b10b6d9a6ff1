package dev.tieout.configuration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a small text file whole. */
final class TextFile {

	private static final long LARGEST = 1_000_000;

	private TextFile() {
	}

	/**
	 * Returns a file's text.
	 * @return empty where it cannot be had; the problem has then been noted
	 */
	static Optional<String> read(Path file, Source source) {
		Optional<String> obstacle = FileObstacle.of(file);
		if (obstacle.isPresent()) {
			source.add(0, "", "", obstacle.get(), "a readable file");
			return Optional.empty();
		}
		try {
			if (Files.size(file) > LARGEST) {
				source.add(0, "", "", "has " + Files.size(file) + " bytes", "at most " + LARGEST);
				return Optional.empty();
			}
			byte[] bytes = Files.readAllBytes(file);
			return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
		}
		catch (CharacterCodingException ex) {
			source.add(0, "", "", "is not UTF-8", "a text file saved as UTF-8");
		}
		catch (IOException ex) {
			source.add(0, "", "", "cannot be read (" + ex.getMessage() + ")", "a readable file");
		}
		return Optional.empty();
	}

}
