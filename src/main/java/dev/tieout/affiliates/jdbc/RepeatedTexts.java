package dev.tieout.affiliates.jdbc;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives a text that was given lately as the same object: the rows of an affiliate repeat
 * its codes, and those of a group its name.
 */
final class RepeatedTexts {

	private static final int MOST = 50_000;

	private final Map<String, String> texts = new LinkedHashMap<>() {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
			return size() > MOST;
		}

	};

	String same(String text) {
		String former = this.texts.putIfAbsent(text, text);
		return (former != null) ? former : text;
	}

}
