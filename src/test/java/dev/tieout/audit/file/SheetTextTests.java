package dev.tieout.audit.file;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SheetTextTests {

	@ParameterizedTest
	@CsvSource({ "=1+1,'''=1+1'", "+49 30,'''+49 30'", "-Bob,'''-Bob'", "@ann,'''@ann'", "ann,ann", "a=b,a=b" })
	void whatLooksLikeAFormulaGetsAnApostrophe(String text, String cell) {
		assertThat(SheetText.of(text)).isEqualTo(cell);
	}

	@Test
	void aFormulaBehindACharacterThatIsDroppedIsSeenToo() {
		assertThat(SheetText.of("\u202e=1+1")).isEqualTo("'=1+1");
		assertThat(SheetText.of("\u0000=1+1")).isEqualTo("'=1+1");
		assertThat(SheetText.of("\t=1+1")).startsWith("'");
		assertThat(SheetText.of("\r\n=1+1")).startsWith("'");
	}

	@Test
	void controlAndDirectionCharactersAreDropped() {
		assertThat(SheetText.of("a\u001b[31mb\u202egnp.exe\ufffe\uffff")).isEqualTo("a[31mbgnp.exe");
		assertThat(SheetText.of("two\nlines")).isEqualTo("two lines");
		assertThat(SheetText.of("\ud800lone")).isEqualTo("lone");
	}

	@Test
	void emojiStay() {
		assertThat(SheetText.of("Ann 🦊")).isEqualTo("Ann 🦊");
	}

	@Test
	void textThatLooksLikeAnEscapeStaysAsItIs() {
		assertThat(SheetText.of("_x000D_")).isEqualTo("_x005F_x000D_");
		assertThat(SheetText.of("_xyz_")).isEqualTo("_xyz_");
	}

	@Test
	void noCellIsLongerThanASpreadsheetTakes() {
		assertThat(SheetText.of("x".repeat(32_767))).hasSize(32_767).doesNotContain("…");
		assertThat(SheetText.of("x".repeat(32_768))).hasSize(32_767).endsWith("x…");
		assertThat(SheetText.of("🦊".repeat(1_000_000)).length()).isLessThanOrEqualTo(32_767);
		assertThat(SheetText.of("x" + "🦊".repeat(20_000))).doesNotMatch("(?s).*[\ud800-\udbff]…");
	}

}
