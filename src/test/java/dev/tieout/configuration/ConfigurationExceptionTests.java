package dev.tieout.configuration;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigurationExceptionTests {

	private static final Problem PROBLEM = new Problem("jobs/web.yml", 3, "colour", "", "is not known", "");

	@Test
	void eachProblemHasALine() {
		assertThat(new ConfigurationException(List.of(PROBLEM, PROBLEM)).getMessage()).hasLineCount(2)
			.doesNotContain("more");
	}

	/** Found by job files spoilt at random: some had thousands of unknown keys. */
	@Test
	void ofVeryManyTheFirstAreToldAndTheOthersCounted() {
		ConfigurationException many = new ConfigurationException(Collections.nCopies(5_100, PROBLEM));
		assertThat(many.getMessage()).hasLineCount(101).endsWith("\nand 5,000 more");
		assertThat(many.problems()).hasSize(5_100);
	}

}
