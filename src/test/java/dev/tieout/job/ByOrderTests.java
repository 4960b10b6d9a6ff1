package dev.tieout.job;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ByOrderTests {

	private final ByOrder<String> texts = new ByOrder<>(List.of("7 a", "-3 b", "7 c", "12 d", "7 b"),
			(text) -> Long.parseLong(text.split(" ")[0]));

	@Test
	void whatBelongsToAnOrderStaysAsItStood() {
		assertThat(this.texts.all(7)).containsExactly("7 a", "7 c", "7 b");
		assertThat(this.texts.all(-3)).containsExactly("-3 b");
		assertThat(this.texts.all(12)).containsExactly("12 d");
	}

	@Test
	void anOrderMayHaveNothing() {
		assertThat(this.texts.all(8)).isEmpty();
		assertThat(this.texts.one(-4)).isEmpty();
		assertThat(this.texts.one(13)).isEmpty();
		assertThat(new ByOrder<String>(List.of(), String::length).one(0)).isEmpty();
	}

	@Test
	void oneIsFoundAtEitherEnd() {
		assertThat(this.texts.one(-3)).contains("-3 b");
		assertThat(this.texts.one(12)).contains("12 d");
	}

}
