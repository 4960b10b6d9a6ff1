package dev.tieout.configuration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds the files that inputs stand for (files.md, Reading): a path without a wildcard
 * must exist, a pattern may match nothing, and no file may belong to two inputs.
 */
public final class InputPatterns {

	private final List<Problem> problems = new ArrayList<>();

	/** By real path, so that a link does not read a file twice. */
	private final Map<Path, PathPattern> owners = new HashMap<>();

	private InputPatterns() {
	}

	/**
	 * Finds the files of a job's inputs.
	 * @param inputs what the job reads
	 * @return the files, in natural order of their base names
	 * @throws ConfigurationException with every path that is not there or not a file, and
	 * every file that is found by two inputs
	 */
	public static InputFiles expand(Inputs inputs) {
		InputPatterns patterns = new InputPatterns();
		List<InputFiles.OrderFile> orders = new ArrayList<>();
		InputFiles files = new InputFiles(patterns.files(inputs.affiliates()),
				patterns.files(inputs.existingCustomers()), patterns.files(inputs.connections()), List.of());
		for (OrderInput input : inputs.orders()) {
			patterns.files(input.files()).forEach((file) -> orders.add(new InputFiles.OrderFile(file, input)));
		}
		if (!patterns.problems.isEmpty()) {
			throw new ConfigurationException(patterns.problems);
		}
		orders.sort(Comparator.comparing(InputFiles.OrderFile::path, NaturalOrder.OF_FILES));
		return new InputFiles(files.affiliates(), files.existingCustomers(), files.connections(), orders);
	}

	/** Returns one input's files; several of its patterns may find the same file. */
	private List<Path> files(List<PathPattern> patterns) {
		TreeSet<Path> files = new TreeSet<>(NaturalOrder.OF_FILES);
		Map<Path, PathPattern> own = new HashMap<>();
		for (PathPattern pattern : patterns) {
			for (Path file : found(pattern)) {
				Optional<Path> real = real(file, pattern);
				if (real.isPresent() && own.putIfAbsent(real.get(), pattern) == null) {
					claim(file, real.get(), pattern);
					files.add(file);
				}
			}
		}
		this.owners.putAll(own);
		return List.copyOf(files);
	}

	private void claim(Path file, Path real, PathPattern pattern) {
		PathPattern owner = this.owners.get(real);
		if (owner != null) {
			String found = pattern.hasWildcard() ? "finds " + shown(file, pattern) + ", which" : "is a file that";
			this.problems.add(pattern.problem(found + " " + owner.key() + " in line " + owner.line() + " reads already",
					"each file in one input"));
		}
	}

	/** A directory that comes from the environment is not told. */
	private static String shown(Path file, PathPattern pattern) {
		boolean secret = !pattern.pattern().written().equals(pattern.pattern().value());
		return Problem.visible((secret ? file.subpath(file.getNameCount() - 1, file.getNameCount()) : file).toString());
	}

	private List<Path> found(PathPattern pattern) {
		if (!pattern.hasWildcard()) {
			return List.of(pattern.base().resolve(pattern.pattern().value()).normalize());
		}
		try {
			return new Glob(pattern.base(), pattern.pattern().value()).files();
		}
		catch (IOException ex) {
			this.problems.add(pattern.problem("cannot be searched (" + ex.getClass().getSimpleName() + ")",
					"directories that may be read"));
			return List.of();
		}
	}

	private Optional<Path> real(Path file, PathPattern pattern) {
		Optional<String> obstacle = FileObstacle.of(file);
		if (obstacle.isPresent()) {
			String found = pattern.hasWildcard() ? "finds " + shown(file, pattern) + ", which " : "";
			this.problems.add(pattern.problem(found + obstacle.get(), "a readable file"));
			return Optional.empty();
		}
		try {
			return Optional.of(file.toRealPath());
		}
		catch (IOException ex) {
			this.problems
				.add(pattern.problem("cannot be reached (" + ex.getClass().getSimpleName() + ")", "a readable file"));
			return Optional.empty();
		}
	}

}
