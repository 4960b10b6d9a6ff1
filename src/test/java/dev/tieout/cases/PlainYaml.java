package dev.tieout.cases;

import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML whose scalars are all text: {@code 10.00} keeps its zeros and {@code 2024-01-01}
 * is no instant.
 */
public final class PlainYaml {

	private PlainYaml() {
	}

	/**
	 * Returns the mapping that a text holds.
	 * @param text YAML
	 * @return maps, lists and strings
	 */
	public static Map<String, Object> map(String text) {
		Object loaded = yaml().load(text);
		return map(loaded);
	}

	/**
	 * Returns a text that holds a mapping.
	 * @param map maps, lists and strings
	 * @return YAML
	 */
	public static String text(Map<String, Object> map) {
		return yaml().dump(map);
	}

	@SuppressWarnings("unchecked")
	static Map<String, Object> map(Object value) {
		return (Map<String, Object>) value;
	}

	@SuppressWarnings("unchecked")
	static List<Object> list(Object value) {
		return (List<Object>) value;
	}

	static List<String> strings(Object value) {
		return list(value).stream().map(String.class::cast).toList();
	}

	private static Yaml yaml() {
		LoaderOptions loading = new LoaderOptions();
		loading.setAllowDuplicateKeys(false);
		DumperOptions dumping = new DumperOptions();
		dumping.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
		return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading, new TextOnly());
	}

	private static final class TextOnly extends Resolver {

		@Override
		protected void addImplicitResolvers() {
			// Nothing is anything but text.
		}

	}

}
