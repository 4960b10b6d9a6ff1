package dev.tieout.torture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.tieout.hostile.TieoutProcess;
import dev.tieout.hostile.TieoutProcess.Ended;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands that are started at one moment, and all of whom end. */
final class Crowd implements AutoCloseable {

	private static final List<String> THIN = List.of("-Xmx160m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

	private final List<TieoutProcess> processes = new ArrayList<>();

	private final List<String> commands = new ArrayList<>();

	private final Path folder;

	private final Map<String, String> environment;

	Crowd(Path folder, Map<String, String> environment) {
		this.folder = folder;
		this.environment = environment;
	}

	void start(String... command) {
		this.processes.add(TieoutProcess.start(THIN, this.folder, this.environment, command));
		this.commands.add(String.join(" ", command));
	}

	/** Whether any is still at work. */
	boolean isAtWork() {
		return this.processes.stream().anyMatch(TieoutProcess::isAlive);
	}

	/**
	 * Waits for all; each has done its work, or refuses it in one clear sentence.
	 * @return the exit codes, in the order of the starts
	 */
	List<Integer> ended() throws InterruptedException {
		List<Integer> codes = new ArrayList<>();
		for (int i = 0; i < this.processes.size(); i++) {
			Ended ended = this.processes.get(i).ended();
			String said = this.commands.get(i) + "\n" + ended.errors() + ended.output();
			assertThat(ended.exitCode()).as(said).isIn(0, 3);
			assertThat(ended.errors()).as(said).doesNotContain("\tat ", "Exception", "should not happen", "deadlock");
			if (this.commands.get(i).matches("(dis)?connect .*")) {
				assertThat(ended.exitCode()).as(said).isZero();
			}
			if (ended.exitCode() == 3) {
				assertThat(refusal(ended)).as(said).isNotEmpty().hasSizeLessThan(6);
			}
			codes.add(ended.exitCode());
		}
		return codes;
	}

	/** What it says beside its progress. */
	private static List<String> refusal(Ended ended) {
		return ended.errors()
			.lines()
			.filter((line) -> !line.matches("tieout: (read|hash|settle|reconcile).*"))
			.toList();
	}

	@Override
	public void close() {
		this.processes.forEach(TieoutProcess::close);
	}

}
