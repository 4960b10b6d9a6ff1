package dev.tieout.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A data directory that has been used once, for tests of what comes after. */
final class PreparedDirectory {

	private static final Path PREPARED = Path.of("target", "test-data", Long.toString(ProcessHandle.current().pid()));

	private PreparedDirectory() {
	}

	/** Copies it: unpacking and the first start take seconds. */
	static synchronized Path copyTo(Path target) throws IOException, InterruptedException {
		if (!Files.exists(PREPARED)) {
			Database.open(PREPARED, Map.of()).close();
		}
		Process copy = new ProcessBuilder("cp", "-a", PREPARED.toString(), target.toString()).inheritIO().start();
		if (copy.waitFor() != 0) {
			throw new IOException("cannot copy to " + target);
		}
		return target;
	}

}
