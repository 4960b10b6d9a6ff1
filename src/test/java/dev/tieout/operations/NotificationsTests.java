package dev.tieout.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.tieout.configuration.JobFile;
import dev.tieout.configuration.Notification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class NotificationsTests {

	private final Notifications notifications = new Notifications();

	@TempDir
	private Path folder;

	@Test
	void aCommandUsesWhatTheJobSays() throws IOException {
		assertThat(this.notifications.of(job("nightly", "page"))).get()
			.extracting((notification) -> notification.command().get(0).value())
			.isEqualTo("page");
	}

	@Test
	void aServingProcessUsesWhatTheJobSaidAtItsStart() throws IOException {
		this.notifications.fix(List.of(job("nightly", "page")));
		assertThat(this.notifications.of(job("nightly", "rm"))).get()
			.extracting(Notification::command)
			.hasToString("[page]");
		assertThat(this.notifications.of(job("later", "rm"))).isEmpty();
	}

	private JobFile job(String name, String command) throws IOException {
		Files.writeString(this.folder.resolve("main.yml"), """
				program: main
				zone: UTC
				currency: USD
				rules:
				- effective-from: 2024-01-01
				  commission: {rate: 10%}
				""");
		return JobFile.read(Files.writeString(this.folder.resolve("job.yml"), """
				job: %s
				program: main.yml
				inputs:
				  orders:
				    - {files: orders-*.csv, format: native, store: web}
				notify: {on: [failed], command: [%s]}
				""".formatted(name, command)));
	}

}
