package dev.tieout.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.tieout.configuration.Notification;
import dev.tieout.configuration.NotificationCause;
import dev.tieout.configuration.SecretText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class NotifierTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin", "HOME", "/home/ledger",
			"SPRING_DATASOURCE_PASSWORD", "hunter2", "LANG", "de_DE", "PAGER_KEY", "k");

	private final Notifier notifier = new Notifier(ENVIRONMENT);

	@TempDir
	private Path folder;

	private Path jobFile = Path.of("");

	@BeforeEach
	void standsInTheFolder() {
		this.jobFile = this.folder.resolve("nightly.yml");
	}

	@Test
	void aCommandFindsTheAlertAsJsonOnItsStandardInput() throws IOException {
		Notifier.Outcome outcome = tell(LONG, sh("cat > told.json"));
		assertThat(outcome.failure()).isEmpty();
		assertThat(Files.readString(this.folder.resolve("told.json")))
			.contains("\"event\" : \"failed\"", "\"job\" : \"nightly\"", "\"run\" : 12", "\"state\" : \"FAILED\"",
					"\"exitCode\" : 1", "\"businessDate\" : \"2026-11-25\"", "\"startedAt\" : \"2026-11-26T09:30:00Z\"",
					"\"endedAt\" : \"2026-11-26T09:31:00Z\"", "\"program\" : \"main\"", "\"host\" : \"")
			.contains("it names (an address) and '(an address)'")
			.doesNotContain("@");
	}

	@Test
	void aCommandSeesNothingOfTieoutsEnvironment() throws IOException {
		tell(LONG, sh("env | grep -v -e '^_=' -e '^PWD=' -e '^SHLVL=' | sort > seen"));
		assertThat(this.folder.resolve("seen")).hasContent("""
				HOME=/home/ledger
				LANG=C.UTF-8
				LC_ALL=C.UTF-8
				PATH=/usr/bin:/bin
				""");
	}

	@Test
	void argumentsReachTheCommandAsTheyAreWithoutAShell() throws IOException {
		tell(LONG, "sh", "-c", "printf %s \"$1\" > argument", "sh", "$(id); `id` * \"x\"");
		assertThat(this.folder.resolve("argument")).hasContent("$(id); `id` * \"x\"");
	}

	@Test
	void aRelativeProgramStandsBesideTheJobFile() throws IOException {
		Path script = Files.writeString(this.folder.resolve("page"), "#!/bin/sh\ncat > told.json\n");
		assertThat(script.toFile().setExecutable(true)).isTrue();
		assertThat(tell(LONG, "./page").failure()).isEmpty();
		assertThat(this.folder.resolve("told.json")).isNotEmptyFile();
	}

	@Test
	void aProgramThatIsNotThereCouldNotBeStarted() {
		assertThat(tell(LONG, "/nowhere/page").failure()).hasValue("could not be started (No such file or directory)");
		assertThat(tell(LONG, "no-such-program-anywhere").failure()).get().asString().contains("could not be started");
	}

	@Test
	void anExitCodeIsAFailureAndWhatItSaidIsKept() {
		Notifier.Outcome outcome = tell(LONG, sh("echo no route; echo to host >&2; exit 7"));
		assertThat(outcome.failure()).hasValue("ended with exit code 7");
		assertThat(outcome.saying()).isEqualTo(" It said: no route to host");
	}

	@Test
	void aCommandThatReadsNothingMaySucceed() {
		assertThat(tell(LONG, "true").failure()).isEmpty();
	}

	@Test
	void muchOutputNeitherHoldsTheCommandUpNorIsKept() {
		Notifier.Outcome outcome = tell(LONG, sh("head -c 5000000 /dev/zero | tr '\\0' x"));
		assertThat(outcome.failure()).isEmpty();
		assertThat(outcome.output()).hasSizeLessThan(2_100).endsWith("x … and 4998000 bytes more");
	}

	@Test
	void aCommandThatTakesTooLongIsEndedWithAllItHasStarted() throws IOException {
		Instant start = Instant.now();
		Notifier.Outcome outcome = tell(Duration.ofSeconds(1), sh("sleep 300 & echo $! > child; echo waiting; wait"));
		assertThat(outcome.failure()).hasValue("had not ended after 1 s and was ended");
		assertThat(outcome.output()).isEqualTo("waiting");
		assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
		long child = Long.parseLong(Files.readString(this.folder.resolve("child")).strip());
		assertThat(endsSoon(child)).as("the process the command had started").isTrue();
	}

	@Test
	void whatACommandLeavesBehindIsNotWaitedFor() throws IOException {
		Instant start = Instant.now();
		assertThat(tell(LONG, sh("sleep 20 & echo $! > child")).failure()).isEmpty();
		assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
		ProcessHandle.of(Long.parseLong(Files.readString(this.folder.resolve("child")).strip()))
			.ifPresent(ProcessHandle::destroyForcibly);
	}

	@Test
	void aSecretInTheCommandIsShownAsItIsWritten() {
		Notification notification = new Notification(Set.of(NotificationCause.FAILED),
				java.util.List.of(new SecretText("${env:PAGER}", "/secret/program")), LONG);
		Notifier.Outcome outcome = this.notifier.tell(notification, this.jobFile, alert());
		assertThat(outcome.command()).isEqualTo("${env:PAGER}");
		assertThat(outcome.failure()).get().asString().doesNotContain("/secret/program");
	}

	private static boolean endsSoon(long process) {
		return ProcessHandle.of(process)
			.map((handle) -> handle.onExit().orTimeout(10, java.util.concurrent.TimeUnit.SECONDS))
			.map((exit) -> exit.handle((handle, failure) -> failure == null).join())
			.orElse(true);
	}

	private static String[] sh(String script) {
		return new String[] { "sh", "-c", script };
	}

	private Notifier.Outcome tell(Duration timeout, String... command) {
		return this.notifier.tell(
				new Notification(Set.of(NotificationCause.FAILED),
						Arrays.stream(command).map((word) -> new SecretText(word, word)).toList(), timeout),
				this.jobFile, alert());
	}

	private static Alert alert() {
		Instant start = Instant.parse("2026-11-26T09:30:00Z");
		return new Alert(NotificationCause.FAILED, "nightly", "main",
				Optional.of(new Alert.Run(12, "run", RunState.FAILED, start, Optional.of(start.plusSeconds(60)))),
				Optional.of(LocalDate.of(2026, 11, 25)), Optional.empty(), start.plusSeconds(60),
				"it names kim@x.example and 'a.b+c@partners.example'");
	}

}
