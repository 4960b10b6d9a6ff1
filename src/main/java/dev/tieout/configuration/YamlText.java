package dev.tieout.configuration;

import java.io.StringReader;
import java.util.Optional;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** YAML as a tree of nodes: they know their lines, and nothing guesses at types. */
final class YamlText {

	private static final int LARGEST = 1_000_000;

	private YamlText() {
	}

	/**
	 * Returns a text's only mapping.
	 * @return empty where the text is none; the problem has then been noted
	 */
	static Optional<Section> read(String text, Source source) {
		try {
			Node root = new Yaml(limits()).compose(new StringReader(text));
			if (root instanceof MappingNode) {
				return Optional.of(Section.of(new Setting(source, "", root)));
			}
			source.add(1, "", "", (root == null) ? "is empty" : "is not a section", "keys with values");
		}
		catch (MarkedYAMLException ex) {
			int line = (ex.getProblemMark() != null) ? ex.getProblemMark().getLine() + 1 : 0;
			source.add(line, "", "", "is not YAML: " + oneLine(String.valueOf(ex.getProblem())),
					"blanks, not tabs, as indentation, " + "and text with special characters in double quotes");
		}
		catch (YAMLException ex) {
			source.add(0, "", "", "is not YAML: " + oneLine(String.valueOf(ex.getMessage())),
					"a plain configuration file");
		}
		return Optional.empty();
	}

	private static LoaderOptions limits() {
		LoaderOptions options = new LoaderOptions();
		options.setMaxAliasesForCollections(20);
		options.setNestingDepthLimit(20);
		options.setCodePointLimit(LARGEST);
		return options;
	}

	private static String oneLine(String message) {
		return message.lines().findFirst().orElse("");
	}

}
