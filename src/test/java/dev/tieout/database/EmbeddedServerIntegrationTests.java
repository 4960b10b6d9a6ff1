package dev.tieout.database;

import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicBoolean;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedServerIntegrationTests {

	@TempDir
	Path parent = Path.of("");

	@AfterEach
	void noServerIsLeft() throws Exception {
		assertThat(Postmaster.of(cluster()).filter(Postmaster::isRunning)).isEmpty();
	}

	private Path data() {
		return this.parent.resolve("data of mine");
	}

	private Path cluster() {
		return data().resolve("postgres");
	}

	private Database open() {
		return Database.open(data(), Map.of());
	}

	@Test
	void keepsWhatIsCommittedAndWhereItIs() {
		try (Database database = open()) {
			JdbcClient client = JdbcClient.create(database.dataSource());
			assertThat(setting(client, "fsync")).isEqualTo("on");
			assertThat(setting(client, "synchronous_commit")).isEqualTo("on");
			assertThat(setting(client, "full_page_writes")).isEqualTo("on");
			// A run that waits for autovacuum waits so long.
			assertThat(setting(client, "deadlock_timeout")).isEqualTo("100ms");
			assertThat(setting(client, "data_checksums")).isEqualTo("on");
			assertThat(setting(client, "listen_addresses")).isEqualTo("127.0.0.1");
			assertThat(setting(client, "server_encoding")).isEqualTo("UTF8");
			assertThat(setting(client, "timezone")).isEqualTo("UTC");
			assertThat(setting(client, "jit")).isEqualTo("off");
			assertThat(setting(client, "max_wal_size")).isEqualTo("4GB");
			assertThat(setting(client, "search_path")).isEqualTo("tieout");
			client.sql("insert into qrtz_locks values ('kept', 'kept')").update();
		}
		try (Database database = open()) {
			assertThat(JdbcClient.create(database.dataSource())
				.sql("select count(*) from qrtz_locks where sched_name = 'kept'")
				.query(Integer.class)
				.single()).isEqualTo(1);
		}
	}

	/**
	 * As initdb does for a moment when the process that started it is killed: nothing
	 * removes it from under its feet, nor does it write into what is made anew.
	 */
	@Test
	void whatStillWritesDatabaseFilesThatNobodyWantsHindersNobody() throws Exception {
		Path left = data().resolve("postgres.new").resolve("base");
		Files.createDirectories(left);
		Files.createFile(data().resolve("start.lock"));
		AtomicBoolean writes = new AtomicBoolean(true);
		Thread orphan = new Thread(() -> {
			for (int i = 0; writes.get(); i++) {
				try {
					Files.createDirectories(left.resolve("d" + i % 1_000));
					Files.writeString(left.resolve("d" + i % 1_000).resolve("f" + i), "");
				}
				catch (IOException ex) {
					// Somebody removes what it writes: it goes on, like initdb.
				}
			}
		});
		orphan.start();
		try (Database database = open()) {
			assertThat(setting(JdbcClient.create(database.dataSource()), "fsync")).isEqualTo("on");
		}
		finally {
			writes.set(false);
			orphan.join();
		}
		assertThat(left).exists();
		try (Database database = open()) {
			assertThat(database.dataSource()).isNotNull();
		}
		assertThat(left.getParent()).doesNotExist();
		assertThat(data()).isDirectoryNotContaining("glob:**/postgres.new*");
	}

	/**
	 * As PostgreSQL 18 does when it is stopped while it recovers from a killed backend.
	 */
	@Test
	void aServerThatDoesNotEndIsStoppedAtOnceAndKeepsWhatIsCommitted() throws Exception {
		try (Database database = open()) {
			JdbcClient client = JdbcClient.create(database.dataSource());
			client.sql("insert into qrtz_locks values ('kept', 'kept')").update();
			Postmaster server = Postmaster.of(cluster()).orElseThrow();
			for (ProcessHandle part : ProcessHandle.of(server.pid()).orElseThrow().children().toList()) {
				assertThat(new ProcessBuilder("sh", "-c", "kill -STOP " + part.pid()).start().waitFor()).isZero();
			}
			assertThat(server.stop(Duration.ofMillis(500), Duration.ZERO)).isFalse();
			assertThat(server.stop(Duration.ofMillis(500), Duration.ofMinutes(1))).isTrue();
		}
		try (Database database = open()) {
			assertThat(JdbcClient.create(database.dataSource())
				.sql("select count(*) from qrtz_locks where sched_name = 'kept'")
				.query(Integer.class)
				.single()).isEqualTo(1);
		}
	}

	private static String setting(JdbcClient client, String name) {
		return client.sql("select current_setting(?)").param(name).query(String.class).single();
	}

	@Test
	void onlyItsOwnerMayReadIt() throws Exception {
		try (Database database = open()) {
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data()))).isEqualTo("rwx------");
			assertThat(
					PosixFilePermissions.toString(Files.getPosixFilePermissions(data().resolve("server.properties"))))
				.isEqualTo("rw-------");
			assertThat(data().resolve("superuser.password")).doesNotExist();
			assertThat(database.dataSource()).isNotNull();
		}
	}

	@Test
	void letsNobodyInWithoutThePassword() throws Exception {
		PreparedDirectory.copyTo(data());
		try (EmbeddedServer server = EmbeddedServer.open(data())) {
			String url = server.access().url();
			String trust = Files.readString(cluster().resolve("pg_hba.conf"));
			assertThat(trust.lines().filter((line) -> !line.startsWith("#"))).hasSize(1)
				.noneMatch((line) -> line.contains("trust"));
			for (String user : new String[] { "tieout_owner", "tieout_app" }) {
				assertThatExceptionOfType(SQLException.class)
					.isThrownBy(() -> Connections.open(url, new Credentials(user, "wrong")).close())
					.satisfies((ex) -> assertThat(ex.getSQLState()).isEqualTo("28P01"));
			}
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> Connections.open(url, new Credentials("postgres", "")).close());
		}
	}

	@Test
	void theApplicationOwnsNothing() throws Exception {
		PreparedDirectory.copyTo(data());
		try (Database database = open()) {
			JdbcClient client = JdbcClient.create(database.dataSource());
			assertThat(client.sql("select current_user").query(String.class).single()).isEqualTo("tieout_app");
			assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
				.isThrownBy(() -> client.sql("drop table qrtz_locks").update());
			assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
				.isThrownBy(() -> client.sql("create table tieout.mine (a int)").update());
			assertThat(client
				.sql("select rolsuper or rolcreaterole or rolcreatedb from pg_roles where rolname = current_user")
				.query(Boolean.class)
				.single()).isFalse();
		}
	}

	@Test
	void isSharedWithinOneProcess() throws Exception {
		PreparedDirectory.copyTo(data());
		try (Database first = open()) {
			open().close();
			assertThat(JdbcClient.create(first.dataSource()).sql("select 1").query(Integer.class).single())
				.isEqualTo(1);
		}
	}

	@Test
	void anotherMajorVersionIsRefused() throws Exception {
		PreparedDirectory.copyTo(data());
		Files.writeString(cluster().resolve("PG_VERSION"), "17\n");
		assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(this::open)
			.withMessageContaining("was made by PostgreSQL 17, but this Tieout brings PostgreSQL 18");
	}

	@Test
	void lostLoginsAreSaid() throws Exception {
		PreparedDirectory.copyTo(data());
		Files.delete(data().resolve("server.properties"));
		assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(this::open)
			.withMessageContaining("Put 'server.properties' back from a backup");
		assertThat(Postmaster.of(cluster()).filter(Postmaster::isRunning)).isEmpty();
	}

	@Test
	void anUnfinishedFirstStartIsBegunAgain() throws Exception {
		Files.createDirectories(data().resolve("postgres.new"));
		Files.createFile(data().resolve("start.lock"));
		Files.writeString(data().resolve("postgres.new").resolve("PG_VERSION"), "18\n");
		Files.createDirectories(data().resolve("server").resolve("unfinished").resolve("bin"));
		open().close();
		assertThat(data().resolve("postgres.new")).doesNotExist();
		assertThat(data().resolve("server").resolve("unfinished")).doesNotExist();
	}

}
