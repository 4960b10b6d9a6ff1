package dev.tieout.torture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Files that are right, of each kind and layout, for a mutator to begin with. */
final class Corpus {

	private Corpus() {
	}

	static byte[] file(String name) {
		try (InputStream file = Objects.requireNonNull(Corpus.class.getResourceAsStream("corpus/" + name), name)) {
			return file.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
