package dev.tieout.audit.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The directory that the folders of all runs lie in. */
final class ReportDirectory {

	private static final Pattern RUN_FOLDER = Pattern.compile("run-\\d{6,}-\\d{4}-\\d\\d-\\d\\d-[a-z0-9._-]+");

	/** Two spaces, or a blank and a star, stand between a sum and its file's name. */
	private static final int NAME_STARTS = 66;

	private final Path directory;

	ReportDirectory(Path directory) {
		this.directory = directory;
	}

	/** Starts a folder under a temporary name; what a crash left there is removed. */
	ReportFolder begin(String name) throws IOException {
		Files.createDirectories(this.directory, OwnerOnly.folder(this.directory));
		Path temporary = temporary(name);
		remove(temporary);
		return new ReportFolder(Files.createDirectory(temporary, OwnerOnly.folder(this.directory)));
	}

	/** Gives a folder its name. One that has it already makes way first. */
	Path finish(ReportFolder folder, String name) throws IOException {
		Path target = this.directory.resolve(name);
		Path former = this.directory.resolve("." + name + ".former");
		remove(former);
		if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
			Files.move(target, former, StandardCopyOption.ATOMIC_MOVE);
		}
		Files.move(folder.path(), target, StandardCopyOption.ATOMIC_MOVE);
		remove(former);
		return target;
	}

	/**
	 * Removes old folders of runs. A folder counts as a run's only if it has such a name
	 * and holds nothing but what its SHA256SUMS names: what people have added is theirs.
	 */
	void removeOlderThan(Instant now, int days, String except) throws IOException {
		Instant oldest = now.minus(Duration.ofDays(days));
		for (Path folder : folders()) {
			Path sums = folder.resolve(ReportFolder.SUMS);
			if (!folder.endsWith(except) && isOurs(folder)
					&& Files.getLastModifiedTime(sums).toInstant().isBefore(oldest)) {
				remove(folder);
			}
		}
	}

	private List<Path> folders() throws IOException {
		try (Stream<Path> entries = Files.list(this.directory)) {
			return entries.filter((entry) -> RUN_FOLDER.matcher(entry.getFileName().toString()).matches())
				.filter((entry) -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
				.sorted()
				.toList();
		}
	}

	private static boolean isOurs(Path folder) throws IOException {
		Path sums = folder.resolve(ReportFolder.SUMS);
		if (!Files.isRegularFile(sums, LinkOption.NOFOLLOW_LINKS)) {
			return false;
		}
		Set<String> written = new HashSet<>(Set.of(ReportFolder.SUMS));
		for (String line : Files.readAllLines(sums, StandardCharsets.UTF_8)) {
			written.add(line.substring(Math.min(NAME_STARTS, line.length())));
		}
		try (Stream<Path> files = Files.list(folder)) {
			return written.containsAll(
					files.map((file) -> file.getFileName().toString()).collect(Collectors.toUnmodifiableSet()));
		}
	}

	private Path temporary(String name) {
		return this.directory.resolve("." + name + ".tmp");
	}

	private static void remove(Path folder) throws IOException {
		if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
			Files.deleteIfExists(folder);
			return;
		}
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

}
