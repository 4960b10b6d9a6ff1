package dev.tieout.identity;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlainTextTests {

	@ParameterizedTest
	@ValueSource(strings = { " a", "a ", "\u00a0a\u00a0", "\ufeffa", "\u200ba\u200c\u200d", "\u2060a", "\ta\r\n",
			"\u0085a", "\u3000a\u2003", "\u2028a\u2029", "\u200b \u200ba", "\u000ba\f", "\u1680a\u202f\u205f" })
	void invisibleCharactersAndOuterWhiteSpaceDoNotCount(String text) {
		assertThat(PlainText.of(text)).isEqualTo("a");
	}

	@Test
	void innerWhiteSpaceStaysAndInnerInvisibleCharactersGo() {
		assertThat(PlainText.of(" a \u00a0b ")).isEqualTo("a \u00a0b");
		assertThat(PlainText.of("a\u200bb\ufeffc")).isEqualTo("abc");
		assertThat(PlainText.of("\u00a0 \u200b")).isEmpty();
		assertThat(PlainText.of("")).isEmpty();
	}

	@Test
	void whatIsComposedInTwoWaysIsTheSame() {
		assertThat(PlainText.of("e\u0301")).isEqualTo("\u00e9");
		assertThat(PlainText.of("\u212b")).isEqualTo("\u00c5");
		assertThat(PlainText.lowerCase("E\u0301")).isEqualTo("\u00e9");
	}

	@Test
	void theFirstAndTheLastCapitalAreCapitals() {
		assertThat(PlainText.lowerCase("A")).isEqualTo("a");
		assertThat(PlainText.lowerCase("Z")).isEqualTo("z");
		assertThat(PlainText.lowerCase("@[`{")).isEqualTo("@[`{");
	}

	@Test
	void plainTextIsHandedBackAsItIs() {
		String text = "kim@x.example";
		assertThat(PlainText.of(text)).isSameAs(text);
		assertThat(PlainText.lowerCase(text)).isSameAs(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tr", "az", "lt", "en", "el" })
	void lowerCaseIsThatOfNoLanguage(String language) {
		Locale before = Locale.getDefault();
		Locale.setDefault(new Locale.Builder().setLanguage(language).build());
		try {
			assertThat(PlainText.lowerCase("INFO@SHIP.EXAMPLE")).isEqualTo("info@ship.example");
			assertThat(PlainText.lowerCase("\u0130")).isEqualTo("i\u0307");
			assertThat(PlainText.lowerCase("\u00c9")).isEqualTo("\u00e9");
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void comparedFormsStayAsTheyAre() {
		for (int c = 1; c < Character.MAX_CODE_POINT; c++) {
			if (Character.isDefined(c) && Character.getType(c) != Character.SURROGATE) {
				String once = PlainText.lowerCase("x" + Character.toString(c) + "y");
				assertThat(PlainText.lowerCase(once)).as("U+%04X", c).isEqualTo(once);
			}
		}
	}

}
