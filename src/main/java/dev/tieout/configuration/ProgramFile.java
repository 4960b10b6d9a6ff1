package dev.tieout.configuration;

import java.nio.file.Path;
import java.util.Optional;

import dev.tieout.program.Program;

/**
 * A program file, read.
 *
 * @param path where it stands
 * @param text what it says, to be pinned by a run
 * @param program what that means
 */
public record ProgramFile(Path path, String text, Program program) {

	/**
	 * Reads a program file.
	 * @param path the file
	 * @return the file with its program
	 * @throws ConfigurationException with everything that is wrong with it
	 */
	public static ProgramFile read(Path path) {
		return read(path, path.toString());
	}

	/** Reads a file that messages call by another name. */
	static ProgramFile read(Path path, String name) {
		Source source = Source.withoutEnvironment(name);
		Optional<String> text = TextFile.read(path, source);
		return new ProgramFile(path, text.orElse(""), program(text, source));
	}

	/**
	 * Reads a program from text, for example one that a run has pinned.
	 * @param text what the file says
	 * @param file what to call it in messages
	 * @return the file with its program
	 * @throws ConfigurationException with everything that is wrong with it
	 */
	public static ProgramFile parse(String text, String file) {
		return parse(text, Path.of(file), file);
	}

	static ProgramFile parse(String text, Path path, String name) {
		return new ProgramFile(path, text, program(Optional.of(text), Source.withoutEnvironment(name)));
	}

	private static Program program(Optional<String> text, Source source) {
		Optional<Section> root = text.flatMap((yaml) -> YamlText.read(yaml, source));
		return root.flatMap((section) -> new ProgramReader(section).read()).orElseThrow(source::exception);
	}

}
