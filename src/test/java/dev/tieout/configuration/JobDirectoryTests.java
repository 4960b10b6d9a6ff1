package dev.tieout.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JobDirectoryTests {

	@TempDir
	private Path jobs = Path.of("");

	@BeforeEach
	void twoJobs() throws IOException {
		Files.createDirectory(this.jobs.resolve("programs"));
		Files.writeString(this.jobs.resolve("programs/main.yml"), Samples.PROGRAM);
		job("a.yml", "weekly-10");
		job("b.yaml", "weekly-9");
		Files.writeString(this.jobs.resolve(".#b.yml"), "an editor's own");
		Files.writeString(this.jobs.resolve("notes.txt"), "no job");
	}

	@Test
	void findsAJobByItsName() {
		assertThat(JobDirectory.find(this.jobs, "weekly-9").path()).isEqualTo(this.jobs.resolve("b.yaml"));
	}

	@Test
	void findsAJobByItsPath() {
		String path = this.jobs.resolve("a.yml").toString();
		assertThat(JobDirectory.find(this.jobs, path).name()).isEqualTo("weekly-10");
		assertThat(JobDirectory.find(this.jobs, "a.yml").name()).isEqualTo("weekly-10");
		assertThatThrownBy(() -> JobDirectory.find(this.jobs, "c.yml"))
			.hasMessageStartingWith("c.yml: does not exist: no such file");
	}

	@Test
	void listsAllJobsInNaturalOrder() {
		assertThat(JobDirectory.all(this.jobs)).extracting(JobFile::name).containsExactly("weekly-9", "weekly-10");
	}

	@Test
	void anUnknownNameListsTheKnownOnes() {
		assertThatThrownBy(() -> JobDirectory.find(this.jobs, "weekly-8")).isInstanceOf(ConfigurationException.class)
			.hasMessage(this.jobs + ": 'weekly-8' is not a job here (did you mean 'weekly-9'?); "
					+ "expected one of weekly-9, weekly-10");
	}

	@Test
	void twoFilesWithOneNameAreAProblem() throws IOException {
		job("c.yml", "weekly-9");
		String message = this.jobs.resolve("c.yml") + ":1: job: 'weekly-9' is the name of the job in "
				+ this.jobs.resolve("b.yaml") + " too; expected a name of its own";
		assertThatThrownBy(() -> JobDirectory.find(this.jobs, "weekly-10")).hasMessage(message);
		assertThatThrownBy(() -> JobDirectory.all(this.jobs)).hasMessage(message);
	}

	@Test
	void anotherJobsProblemsStopNoJobButTheListOfAll() throws IOException {
		job("c.yml", "draft\nrubbish: true");
		assertThat(JobDirectory.find(this.jobs, "weekly-9").name()).isEqualTo("weekly-9");
		assertThatThrownBy(() -> JobDirectory.all(this.jobs)).hasMessageContaining("c.yml:2: rubbish");
	}

	@Test
	void aMissingDirectoryIsAProblem() {
		Path nowhere = this.jobs.resolve("nowhere");
		assertThatThrownBy(() -> JobDirectory.find(nowhere, "nightly"))
			.hasMessage(nowhere + ": no such directory; expected a directory with job files, or --jobs DIR");
	}

	private void job(String file, String name) throws IOException {
		Files.writeString(this.jobs.resolve(file), "job: " + name + "\nprogram: programs/main.yml\ninputs: {}\n");
	}

}
