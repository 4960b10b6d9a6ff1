package dev.tieout.configuration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a single value may be.
 *
 * @param <T> what it is read into
 * @param noun what to call it, with its article
 * @param expected what to write instead of a wrong one
 * @param parser answers empty for a text that is none
 * @param whenEmpty what an empty value means, if anything
 */
record Kind<T>(String noun, String expected, Function<String, Optional<T>> parser, Optional<T> whenEmpty) {

	static <T> Kind<T> of(String noun, String expected, Function<String, Optional<T>> parser) {
		return new Kind<>(noun, expected, parser, Optional.empty());
	}

	static Kind<Integer> number(int from, int to) {
		return of("a number in bounds", "a whole number from " + from + " to " + to, (text) -> number(text, from, to));
	}

	/** The constants of an enum, written in lower case with hyphens. */
	static <E extends Enum<E>> Kind<E> word(String noun, Class<E> type) {
		Map<String, E> words = new TreeMap<>();
		Arrays.stream(type.getEnumConstants()).forEach((constant) -> words.put(word(constant), constant));
		String expected = Arrays.stream(type.getEnumConstants()).map(Kind::word).collect(Collectors.joining(", "));
		return of(noun, "one of " + expected, (text) -> Optional.ofNullable(words.get(text)));
	}

	Kind<T> orEmptyAs(T meaning) {
		return new Kind<>(this.noun, this.expected, this.parser, Optional.of(meaning));
	}

	static Optional<Integer> number(String text, int from, int to) {
		if (!text.matches("\\d{1,9}")) {
			return Optional.empty();
		}
		int number = Integer.parseInt(text);
		return (number >= from && number <= to) ? Optional.of(number) : Optional.empty();
	}

	static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
