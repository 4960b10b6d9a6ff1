package dev.tieout.audit;

import org.junit.jupiter.api.Test;

import dev.tieout.audit.TextTable.Column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TextTableTests {

	@Test
	void numbersStandToTheRight() {
		TextTable table = new TextTable(Column.text("file"), Column.number("records"), Column.text("state"));
		table.row("orders.csv", 12, "posted").row("a.csv", 1_000_000, "");
		assertThat(table.render(0)).isEqualTo("""
				file        records  state
				orders.csv       12  posted
				a.csv       1000000
				""");
	}

	@Test
	void theWidestTextGivesWayInANarrowTerminal() {
		TextTable table = new TextTable(Column.text("file"), Column.number("records"));
		table.row("a-very-long-file-name.csv", 12).row("日本日本日本日本日本日本", 3);
		assertThat(table.render(20)).isEqualTo("""
				file         records
				a-very-lon…       12
				日本日本日…        3
				""");
	}

	@Test
	void escapesOfATerminalAreNotPassedOn() {
		assertThat(new TextTable(Column.text("file")).row("\u001b[2Jx").render(0)).doesNotContain("\u001b");
	}

	@Test
	void aRowMustFit() {
		assertThatIllegalArgumentException().isThrownBy(() -> new TextTable(Column.text("file")).row("a", "b"))
			.withMessage("a row must have 1 cells, but has 2");
	}

}
