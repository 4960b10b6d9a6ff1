package dev.tieout.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value in a file, with the place where it stands. */
final class Setting {

	private static final Pattern REFERENCE = Pattern.compile("\\$\\{env:([^}]*)}?");

	private final Source source;

	private final String key;

	private final Node node;

	Setting(Source source, String key, Node node) {
		this.source = source;
		this.key = key;
		this.node = node;
	}

	Source source() {
		return this.source;
	}

	String key() {
		return this.key;
	}

	Node node() {
		return this.node;
	}

	int line() {
		return this.node.getStartMark().getLine() + 1;
	}

	/** Whether nothing, {@code ~} or {@code null} stands after the key. */
	boolean isEmpty() {
		return this.node instanceof ScalarNode scalar
				&& (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank());
	}

	boolean isList() {
		return this.node instanceof SequenceNode;
	}

	boolean isEmptyList() {
		return this.node instanceof SequenceNode list && list.getValue().isEmpty();
	}

	/**
	 * Returns the value as a kind.
	 * @param kind what it must be
	 * @return empty where it is not; the problem has then been noted
	 */
	<T> Optional<T> as(Kind<T> kind) {
		if (isEmpty()) {
			if (kind.whenEmpty().isEmpty()) {
				wrong("is empty", kind.expected());
			}
			return kind.whenEmpty();
		}
		return text(kind.expected()).flatMap((text) -> {
			Optional<T> value = kind.parser().apply(text.value());
			if (value.isEmpty()) {
				wrong("is not " + kind.noun(), kind.expected());
			}
			return value;
		});
	}

	/** Returns the value as text, references to the environment resolved. */
	Optional<SecretText> text(String expected) {
		if (!(this.node instanceof ScalarNode scalar)) {
			wrong("is a " + this.node.getNodeId().name(), expected);
			return Optional.empty();
		}
		if (!scalar.getTag().startsWith(Tag.PREFIX)) {
			wrong("has the tag " + scalar.getTag().getValue(), "a plain value without a tag");
			return Optional.empty();
		}
		return resolved(scalar.getValue()).map((value) -> new SecretText(scalar.getValue(), value));
	}

	private Optional<String> resolved(String written) {
		Matcher matcher = REFERENCE.matcher(written);
		StringBuilder value = new StringBuilder();
		boolean complete = true;
		while (matcher.find()) {
			Optional<String> variable = variable(matcher.group(), matcher.group(1));
			complete &= variable.isPresent();
			matcher.appendReplacement(value, Matcher.quoteReplacement(variable.orElse("")));
		}
		return complete ? Optional.of(matcher.appendTail(value).toString()) : Optional.empty();
	}

	private Optional<String> variable(String reference, String name) {
		if (!reference.endsWith("}") || !name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
			wrong("has no usable reference to the environment", "${env:NAME}");
			return Optional.empty();
		}
		if (this.source.environment().isEmpty()) {
			wrong("refers to the environment", "the value itself, because a program's text is what was agreed");
			return Optional.empty();
		}
		Optional<String> variable = this.source.environment().get().variable(name);
		if (variable.isEmpty()) {
			wrong("needs the environment variable " + name + ", which is not set or empty", "it to be set");
		}
		return variable;
	}

	/** Returns a list's items; nothing after the key is an empty list. */
	List<Setting> items() {
		List<Setting> items = new ArrayList<>();
		if (this.node instanceof SequenceNode sequence) {
			for (Node item : sequence.getValue()) {
				items.add(new Setting(this.source, this.key + "[" + (items.size() + 1) + "]", item));
			}
		}
		else if (!isEmpty()) {
			wrong("is not a list", "a list such as [one, two]");
		}
		return items;
	}

	void wrong(String finding, String expected) {
		String value = (this.node instanceof ScalarNode scalar) ? scalar.getValue() : "";
		this.source.add(line(), this.key, value, finding, expected);
	}

}
