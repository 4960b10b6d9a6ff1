package dev.tieout.cli;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShellWordTests {

	@Test
	void aWordIsQuotedWhereAShellWouldTakeItApart() {
		assertThat(ShellWord.of("plans/march-2026.json")).isEqualTo("plans/march-2026.json");
		assertThat(ShellWord.of("march plan.json")).isEqualTo("'march plan.json'");
		assertThat(ShellWord.of("ann's $HOME.json")).isEqualTo("'ann'\\''s $HOME.json'");
	}

}
