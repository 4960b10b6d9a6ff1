package dev.tieout.audit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PrintableTextTests {

	@Test
	void whatMovesTheCursorOrTurnsTheTextIsDropped() {
		assertThat(PrintableText.of("\u001b[31mred\u0007\u009b \u202eevil\u2066\u200f\ufeff\ud800 a\r\nb\tc\u2028d"))
			.isEqualTo("[31mred evil a  b c d");
	}

	@Test
	void otherLanguagesStay() {
		assertThat(PrintableText.of("größe 日本 مرحبا 😀")).isEqualTo("größe 日本 مرحبا 😀");
	}

	@Test
	void longTextIsCutBetweenCharacters() {
		assertThat(PrintableText.shortened("😀😀😀😀", 3)).isEqualTo("😀😀…");
		assertThat(PrintableText.shortened("abc", 3)).isEqualTo("abc");
	}

}
