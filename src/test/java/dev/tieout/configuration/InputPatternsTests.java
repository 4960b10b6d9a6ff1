package dev.tieout.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InputPatternsTests {

	@TempDir
	private Path directory = Path.of("");

	@Test
	void findsFilesInNaturalOrderOfTheirBaseNames() throws IOException {
		files("a/orders-10.csv", "b/orders-9.csv", "b/orders-x.txt", "orders-1.csv");
		assertThat(affiliates("?/orders-*.csv", "orders-1.csv")).containsExactly("orders-1.csv", "b/orders-9.csv",
				"a/orders-10.csv");
	}

	@Test
	void ordersOfAllInputsAreInOneOrder() throws IOException {
		files("a-2.csv", "a-10.csv", "b-1.csv");
		Inputs inputs = inputs("orders:", "  - {files: [b-*.csv, a-10.csv], format: native, store: one}",
				"  - {files: a-2.csv, format: native, store: two}");
		assertThat(InputPatterns.expand(inputs).orders()).extracting((file) -> file.input().store())
			.containsExactly("two", "one", "one");
	}

	@Test
	void aPatternMayMatchNothing() {
		assertThat(affiliates("*.csv", "nowhere/*.csv", "**/x.csv")).isEmpty();
	}

	@Test
	void twoStarsCrossDirectoriesOrNone() throws IOException {
		files("x.csv", "a/x.csv", "a/b/x.csv", "a/b/y.csv");
		assertThat(affiliates("**/x.csv")).containsExactlyInAnyOrder("x.csv", "a/x.csv", "a/b/x.csv");
		assertThat(affiliates("a/**")).containsExactlyInAnyOrder("a/x.csv", "a/b/x.csv", "a/b/y.csv");
		assertThat(affiliates("*/x.csv")).containsExactly("a/x.csv");
	}

	@Test
	void bracketsAreLiteralAndHiddenFilesStayHidden() throws IOException {
		files("a[1]-x.csv", "a1-x.csv", "{a}-x.csv", ".a[1]-y.csv", ".partial/a[1]-z.csv");
		assertThat(affiliates("a[1]*.csv", "{a}-?.csv")).containsExactly("a[1]-x.csv", "{a}-x.csv");
		assertThat(affiliates("**/*.csv")).doesNotContain(".a[1]-y.csv", ".partial/a[1]-z.csv");
		assertThat(affiliates(".a*.csv")).containsExactly(".a[1]-y.csv");
	}

	@Test
	void aPatternLeavesDirectoriesOut() throws IOException {
		files("in/a.csv", "in/archive.csv/b.csv");
		assertThat(affiliates("in/*.csv")).containsExactly("in/a.csv");
	}

	@Test
	void severalPatternsOfOneInputMayFindOneFile() throws IOException {
		files("a.csv", "b.csv");
		assertThat(affiliates("*.csv", "a.csv")).containsExactly("a.csv", "b.csv");
	}

	@Test
	void pathsThatAreNoFilesAreProblemsAllAtOnce() throws IOException {
		files("in/a.csv");
		Files.createSymbolicLink(this.directory.resolve("gone-1.csv"), Path.of("nowhere"));
		Inputs inputs = inputs("affiliates: [b.csv]", "existing-customers: [in]", "connections: [gone-*.csv]");
		assertThatThrownBy(() -> InputPatterns.expand(inputs)).isInstanceOf(ConfigurationException.class)
			.hasMessage(
					"""
							job.yml:4: inputs.affiliates[1]: 'b.csv' does not exist: no such file; expected a readable file
							job.yml:5: inputs.existing-customers[1]: 'in' is a directory, not a file; expected a readable file
							job.yml:6: inputs.connections[1]: 'gone-*.csv' finds %s, which is a link to a file that does not exist; \
							expected a readable file"""
						.replace("job.yml", this.directory + "/job.yml")
						.formatted(this.directory.resolve("gone-1.csv")));
	}

	@Test
	void oneFileInTwoInputsIsAProblemUnderAnyName() throws IOException {
		files("a.csv");
		Files.createSymbolicLink(this.directory.resolve("b.csv"), Path.of("a.csv"));
		Inputs inputs = inputs("affiliates: [a.csv]", "connections: [b.csv]", "orders:",
				"  - {files: a*.csv, format: native, store: web}");
		assertThatThrownBy(() -> InputPatterns.expand(inputs)).hasMessageContainingAll(
				"job.yml:5: inputs.connections[1]: 'b.csv' is a file that inputs.affiliates[1] in line 4 reads already",
				"job.yml:7: inputs.orders[1].files: 'a*.csv' finds " + this.directory.resolve("a.csv")
						+ ", which inputs.affiliates[1] in line 4 reads already; expected each file in one input");
	}

	private void files(String... names) throws IOException {
		for (String name : names) {
			Path file = this.directory.resolve(name);
			Files.createDirectories(this.directory.resolve(name).resolve("..").normalize());
			Files.writeString(file, "");
		}
	}

	private List<String> affiliates(String... patterns) {
		String list = String.join(", ", Stream.of(patterns).map((pattern) -> '"' + pattern + '"').toList());
		return InputPatterns.expand(inputs("affiliates: [" + list + "]"))
			.affiliates()
			.stream()
			.map((file) -> this.directory.relativize(file).toString())
			.toList();
	}

	private Inputs inputs(String... lines) {
		List<String> text = new ArrayList<>(List.of("job: j", "program: p.yml", "inputs:"));
		Stream.of(lines).map("  "::concat).forEach(text::add);
		return JobFile.parse(String.join("\n", text), this.directory.resolve("job.yml"), Samples.PROGRAM).inputs();
	}

}
