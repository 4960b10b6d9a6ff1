package dev.tieout.records;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rejects records that only the whole file, or all of a run's files, could tell to be
 * unusable. The file is read once more for their raw text.
 */
public final class LateRejects {

	private LateRejects() {
	}

	/**
	 * Returns the rejects.
	 * @param path the file
	 * @param details why, by the line at which each record starts
	 * @param following how many records after each one go with it, by the same line; none
	 * where a line is missing
	 * @param reason the reason of them all
	 * @return a reject for each record
	 * @throws UnusableFileException when the file cannot be read any more
	 */
	public static List<Reject> of(Path path, Map<Long, String> details, Map<Long, Integer> following,
			RejectReason reason) {
		List<Reject> rejects = new ArrayList<>();
		try (DelimitedFile file = DelimitedFile.open(path)) {
			Optional<FileRecord> record = file.next();
			while (record.isPresent()) {
				String detail = details.get(record.get().line());
				if (detail != null) {
					int more = following.getOrDefault(record.get().line(), 0);
					rejects.add(record.get().reject(reason, detail));
					for (int i = 0; i < more; i++) {
						file.next().ifPresent((next) -> rejects.add(next.reject(reason, detail)));
					}
				}
				record = file.next();
			}
		}
		return rejects;
	}

}
