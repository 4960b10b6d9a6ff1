package dev.tieout.torture;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTests {

	@Test
	void theLastFigureOfANameCountsAndPartsStandInOrder() {
		String table = Figures.table(List.of("size\torders\t500000", "crash\tkills\t1", "crash\tkills\t40"));
		assertThat(table).containsSubsequence("seed " + Torture.SEED, "crash", "kills", " 40", "size", "500,000")
			.doesNotContain(" 1\n");
	}

	@Test
	void theCommandThatDoesItAgainNamesTheSeedAndOnlyThatTest() {
		assertThat(Torture.again(FiguresTests.class)).contains("-Dtorture.seed=" + Torture.SEED, "-Dtest=FiguresTests",
				"-Dit.test=none");
	}

}
