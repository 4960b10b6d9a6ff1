package dev.tieout.configuration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A mapping in a file, read key by key; a key that nobody asks for is a problem. */
final class Section {

	private final Source source;

	private final String path;

	private final int line;

	private final Map<String, Setting> settings = new LinkedHashMap<>();

	private final Map<String, Integer> lines = new LinkedHashMap<>();

	private final Set<String> known = new LinkedHashSet<>();

	private Section(Source source, String path, int line) {
		this.source = source;
		this.path = path;
		this.line = line;
	}

	/** Reads a mapping; nothing after the key is a section without keys. */
	static Section of(Setting setting) {
		Section section = new Section(setting.source(), setting.key(), setting.line());
		if (setting.node() instanceof MappingNode mapping) {
			mapping.getValue().forEach(section::add);
		}
		else if (!setting.isEmpty()) {
			setting.wrong("is not a section", "keys with values");
		}
		return section;
	}

	private void add(NodeTuple tuple) {
		int at = tuple.getKeyNode().getStartMark().getLine() + 1;
		if (!(tuple.getKeyNode() instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
			this.source.add(at, this.path, "", "has a key that is not text", "a word as key");
			return;
		}
		String name = scalar.getValue();
		if (this.settings.containsKey(name)) {
			this.source.add(at, at(name), "", "stands twice, first in line " + this.lines.get(name), "one of them");
			return;
		}
		this.settings.put(name, new Setting(this.source, at(name), tuple.getValueNode()));
		this.lines.put(name, at);
	}

	Source source() {
		return this.source;
	}

	int line() {
		return this.line;
	}

	Optional<Setting> find(String name) {
		this.known.add(name);
		return Optional.ofNullable(this.settings.get(name));
	}

	<T> Optional<T> optional(String name, Kind<T> kind) {
		return find(name).flatMap((setting) -> setting.as(kind));
	}

	<T> T value(String name, Kind<T> kind, T otherwise) {
		return optional(name, kind).orElse(otherwise);
	}

	/**
	 * Returns a value that must be there.
	 * @param placeholder stands in for a missing or wrong one while the rest is read; the
	 * problem keeps it from being used
	 */
	<T> T required(String name, Kind<T> kind, T placeholder) {
		requireKey(name, kind.expected());
		return value(name, kind, placeholder);
	}

	void requireKey(String name, String expected) {
		if (find(name).isEmpty()) {
			missing(name, expected);
		}
	}

	void missing(String name, String expected) {
		this.source.add(this.line, at(name), "", "is missing", expected);
	}

	Section section(String name) {
		return find(name).map(Section::of).orElseGet(() -> new Section(this.source, at(name), this.line));
	}

	List<Setting> items(String name) {
		return find(name).map(Setting::items).orElse(List.of());
	}

	/** Returns a list's values, each of which may stand in it once. */
	<T> List<T> values(String name, Kind<T> kind) {
		List<T> values = new ArrayList<>();
		for (Setting item : items(name)) {
			item.as(kind).ifPresent((value) -> {
				if (values.contains(value)) {
					item.wrong("stands twice", "each value once");
				}
				values.add(value);
			});
		}
		return values;
	}

	/** Returns the values of a list that may be left out, but not left empty. */
	<T> List<T> valuesOr(String name, Kind<T> kind, List<T> otherwise) {
		if (find(name).isEmpty()) {
			return otherwise;
		}
		refuseEmptyList(name, "a list with at least one value, " + kind.expected());
		return values(name, kind);
	}

	/** Returns the items of a list that must be there and must have some. */
	List<Setting> requiredItems(String name, String expected) {
		requireKey(name, expected);
		refuseEmptyList(name, expected);
		return items(name);
	}

	private void refuseEmptyList(String name, String expected) {
		find(name).filter((list) -> list.isEmpty() || list.isEmptyList())
			.ifPresent((list) -> list.wrong("is empty", expected));
	}

	/** Returns what is in a mapping whose keys are names of the operator's own choice. */
	Collection<Map.Entry<String, Setting>> entries() {
		return this.settings.entrySet();
	}

	/** Notes the keys that nobody has asked for. */
	void noOthers() {
		for (Map.Entry<String, Setting> entry : this.settings.entrySet()) {
			String name = entry.getKey();
			if (!this.known.contains(name)) {
				String hint = Nearest.to(name, this.known).map((near) -> " (did you mean '" + near + "'?)").orElse("");
				this.source.add(this.lines.getOrDefault(name, this.line), at(name), "", "is not a known key" + hint,
						"one of " + String.join(", ", this.known));
			}
		}
	}

	private String at(String name) {
		return this.path.isEmpty() ? name : this.path + "." + name;
	}

}
