package dev.tieout.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Several processes and one data directory, and processes that are killed. */
class SharedServerIntegrationTests {

	@TempDir
	Path parent = Path.of("");

	@AfterEach
	void noServerIsLeft() throws Exception {
		assertThat(running()).isFalse();
	}

	private Path data() {
		return this.parent.resolve("data");
	}

	private boolean running() throws Exception {
		return Postmaster.of(data().resolve("postgres")).filter(Postmaster::isRunning).isPresent();
	}

	@Test
	void twoProcessesShareOneServerAndTheLastStopsIt() throws Exception {
		PreparedDirectory.copyTo(data());
		try (ServerUser first = ServerUser.start(data()); ServerUser second = ServerUser.start(data())) {
			assertThat(first.server()).isEqualTo(second.server()).matches("[0-9]+ .+");
			assertThat(first.finish()).isZero();
			assertThat(running()).isTrue();
			assertThat(second.finish()).isZero();
			assertThat(running()).isFalse();
		}
	}

	@Test
	void aServerOutlivesAKilledProcessAndIsFoundAgain() throws Exception {
		PreparedDirectory.copyTo(data());
		try (ServerUser killed = ServerUser.start(data()); ServerUser next = startAfterKilling(killed)) {
			assertThat(next.finish()).isZero();
		}
	}

	private ServerUser startAfterKilling(ServerUser killed) throws Exception {
		String server = killed.server();
		killed.kill();
		assertThat(running()).isTrue();
		ServerUser next = ServerUser.start(data());
		assertThat(next.server()).isEqualTo(server);
		return next;
	}

	@Test
	void aProcessThatIsToldToEndStopsItsServer() throws Exception {
		PreparedDirectory.copyTo(data());
		try (ServerUser user = ServerUser.start(data())) {
			user.server();
			user.terminate();
		}
		assertThat(running()).isFalse();
	}

	@Test
	void aKilledServerIsStartedAgain() throws Exception {
		PreparedDirectory.copyTo(data());
		try (ServerUser user = ServerUser.start(data())) {
			String former = user.server();
			Postmaster server = Postmaster.of(data().resolve("postgres")).orElseThrow();
			ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
			user.kill();
			try (ServerUser next = ServerUser.start(data())) {
				assertThat(next.server()).isNotEqualTo(former).matches("[0-9]+ .+");
				assertThat(next.finish()).isZero();
			}
		}
	}

	@Test
	void aNumberThatIsAnotherProgramsNowIsNoServer() throws Exception {
		PreparedDirectory.copyTo(data());
		Files.writeString(data().resolve("postgres").resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n"
				+ data().resolve("postgres") + "\n1700000000\n5432\n\n127.0.0.1\n");
		try (ServerUser user = ServerUser.start(data())) {
			assertThat(user.server()).matches("[0-9]+ .+");
			assertThat(user.finish()).isZero();
		}
	}

	@Test
	void manyProcessesAtOnceComeUpOnAColdDirectory() throws Exception {
		int processes = Integer.getInteger("tieout.cold-starts", 8);
		List<ServerUser> users = new ArrayList<>(
				IntStream.range(0, processes).mapToObj((i) -> ServerUser.start(data())).toList());
		try {
			List<String> servers = users.stream().map(ServerUser::server).distinct().toList();
			assertThat(servers).hasSize(1).allSatisfy((server) -> assertThat(server).matches("[0-9]+ .+"));
			for (ServerUser user : users) {
				assertThat(user.finish()).isZero();
			}
		}
		finally {
			users.forEach(ServerUser::close);
		}
	}

}
