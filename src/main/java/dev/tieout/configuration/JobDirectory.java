package dev.tieout.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The directory that holds the job files. */
public final class JobDirectory {

	private final Path directory;

	private final List<Problem> problems = new ArrayList<>();

	private final Map<String, Path> files = new TreeMap<>(NaturalOrder.OF_NAMES);

	private final Map<Path, String> names = new HashMap<>();

	private JobDirectory(Path directory) {
		this.directory = directory;
		jobFiles().forEach(this::addName);
	}

	/**
	 * Finds a job.
	 * @param jobs the directory
	 * @param nameOrPath a job's name, or else the path of a job file anywhere
	 * @return the job
	 * @throws ConfigurationException where there is no such job, two files claim one
	 * name, or something is wrong with the job
	 */
	public static JobFile find(Path jobs, String nameOrPath) {
		if (isPath(nameOrPath)) {
			Path inside = jobs.resolve(nameOrPath);
			boolean bare = !nameOrPath.contains("/") && !Files.exists(Path.of(nameOrPath)) && Files.exists(inside);
			return JobFile.read(bare ? inside : Path.of(nameOrPath));
		}
		JobDirectory directory = new JobDirectory(jobs);
		Optional<Path> file = Optional.ofNullable(directory.files.get(nameOrPath));
		if (file.isEmpty() && directory.problems.isEmpty()) {
			directory.unknown(nameOrPath);
		}
		return JobFile.read(file.filter((found) -> directory.problems.isEmpty()).orElseThrow(directory::exception));
	}

	/**
	 * Returns all jobs.
	 * @param jobs the directory
	 * @return the jobs in natural order of their names
	 * @throws ConfigurationException with everything that is wrong with any of them
	 */
	public static List<JobFile> all(Path jobs) {
		JobDirectory directory = new JobDirectory(jobs);
		List<JobFile> all = new ArrayList<>();
		for (Path file : directory.files.values()) {
			try {
				all.add(JobFile.read(file));
			}
			catch (ConfigurationException ex) {
				directory.problems.addAll(ex.problems());
			}
		}
		if (!directory.problems.isEmpty()) {
			throw directory.exception();
		}
		return List.copyOf(all);
	}

	/**
	 * Returns all job files as they stand, good or not.
	 * @param jobs the directory
	 * @return one for each file, in natural order of the files; of two that claim one
	 * name neither is good
	 * @throws ConfigurationException where there is no such directory
	 */
	public static List<FoundJob> look(Path jobs) {
		JobDirectory directory = new JobDirectory(jobs);
		List<Path> files = directory.jobFiles();
		if (files.isEmpty() && !directory.problems.isEmpty()) {
			throw directory.exception();
		}
		List<FoundJob> found = new ArrayList<>();
		for (Path file : files) {
			String name = directory.names.getOrDefault(file, file.toString());
			found.add(directory.read(file, name));
		}
		return List.copyOf(found);
	}

	private FoundJob read(Path file, String name) {
		List<Path> claimants = this.names.keySet()
			.stream()
			.filter((other) -> name.equals(this.names.get(other)))
			.toList();
		try {
			FoundJob found = new FoundJob(name, file, Optional.of(JobFile.read(file)), List.of());
			Optional<Path> other = claimants.stream().filter((claimant) -> !claimant.equals(file)).findFirst();
			return other
				.map((rival) -> found.with(new Problem(file.toString(), 0, "job", name,
						"is the name of the job in " + rival + " too", "a name of its own")))
				.orElse(found);
		}
		catch (ConfigurationException ex) {
			return new FoundJob(name, file, Optional.empty(), ex.problems());
		}
	}

	private static boolean isPath(String nameOrPath) {
		return nameOrPath.contains("/") || isYaml(nameOrPath);
	}

	private static boolean isYaml(String name) {
		return name.endsWith(".yml") || name.endsWith(".yaml");
	}

	private List<Path> jobFiles() {
		if (!Files.isDirectory(this.directory)) {
			add(this.directory, 0, "", "", "no such directory", "a directory with job files, or --jobs DIR");
			return List.of();
		}
		try (Stream<Path> entries = Files.list(this.directory)) {
			return entries.filter((file) -> isJobFile(file.getFileName().toString()) && !Files.isDirectory(file))
				.sorted(NaturalOrder.OF_FILES)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The directory " + this.directory + " cannot be listed", ex);
		}
	}

	private static boolean isJobFile(String name) {
		return !name.startsWith(".") && isYaml(name);
	}

	/** Takes a file's name only: what else is wrong with it matters where it is used. */
	private void addName(Path file) {
		Source source = Source.of(file.toString(), Environment.PROCESS);
		Optional<Setting> setting = TextFile.read(file, source)
			.flatMap((text) -> YamlText.read(text, source))
			.flatMap((section) -> section.find("job"));
		String name = setting.flatMap((value) -> value.as(Kinds.NAME)).orElse(file.toString());
		this.names.put(file, name);
		Path former = this.files.putIfAbsent(name, file);
		if (former != null) {
			int line = setting.map(Setting::line).orElse(0);
			add(file, line, "job", name, "is the name of the job in " + former + " too", "a name of its own");
		}
	}

	private void unknown(String name) {
		String hint = Nearest.to(name, this.files.keySet()).map((near) -> " (did you mean '" + near + "'?)").orElse("");
		String known = this.files.isEmpty() ? "a job file in it" : "one of " + String.join(", ", this.files.keySet());
		add(this.directory, 0, "", name, "is not a job here" + hint, known);
	}

	private void add(Path file, int line, String key, String value, String finding, String expected) {
		this.problems.add(new Problem(file.toString(), line, key, value, finding, expected));
	}

	private ConfigurationException exception() {
		return new ConfigurationException(this.problems);
	}

}
