package dev.tieout.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GivenDatabaseIntegrationTests {

	private static final Path UNUSED = Path.of("target", "never-made");

	private static Map<String, String> login(String url, String user, String password) {
		return Map.of("SPRING_DATASOURCE_URL", url, "SPRING_DATASOURCE_USERNAME", user, "SPRING_DATASOURCE_PASSWORD",
				password);
	}

	private static void assertRefused(Map<String, String> environment, String reason) {
		assertThatExceptionOfType(DatabaseUnavailableException.class)
			.isThrownBy(() -> Database.open(UNUSED, environment))
			.withMessageContaining(reason);
		assertThat(UNUSED).doesNotExist();
	}

	private static String whoWorks(Map<String, String> environment) {
		try (Database database = Database.open(UNUSED, environment)) {
			return JdbcClient.create(database.dataSource())
				.sql("select session_user || ' as ' || current_user || ' sees ' || count(*) from qrtz_locks")
				.query(String.class)
				.single();
		}
	}

	@Test
	void withTwoLoginsTheSecondOwnsAndTheFirstWorks() {
		TestDatabase database = TestDatabase.fresh();
		assertThat(whoWorks(database.environment())).isEqualTo("tieout_app as tieout_app sees 2");
	}

	/** Else a network that swallows everything is noticed after hours. */
	@Test
	void bothEndsAskASilentOther() {
		TestDatabase test = TestDatabase.fresh();
		try (Database database = Database.open(UNUSED, test.environment())) {
			assertThat(JdbcClient.create(database.dataSource())
				.sql("select string_agg(setting, ' ' order by name) from pg_settings where name in ('tcp_keepalives_idle', 'client_connection_check_interval')")
				.query(String.class)
				.single()).isEqualTo("10000 30");
		}
	}

	@Test
	void withOneLoginItOwnsAndWorksAsTheRoleThatOwnsNothing() {
		TestDatabase.fresh();
		TestServer.execute("postgres", "create role one_user login createrole password 'one'",
				"grant tieout_app to one_user", "create database one_login owner one_user");
		Map<String, String> environment = login(TestServer.url("one_login"), "one_user", "one");
		assertThat(whoWorks(environment)).isEqualTo("one_user as tieout_app sees 2");
		assertThat(whoWorks(environment)).isEqualTo("one_user as tieout_app sees 2");
	}

	@Test
	void theAdministratorIsToldAllStatements() {
		TestDatabase.fresh();
		TestServer.execute("postgres", "create role poor login password 'poor'", "create database poor_login");
		Map<String, String> environment = login(TestServer.url("poor_login"), "poor", "poor");
		assertThatExceptionOfType(DatabaseUnavailableException.class)
			.isThrownBy(() -> Database.open(UNUSED, environment))
			.withMessageEndingWith("""
					An administrator has to run, in that database:
					  grant tieout_app to "poor";
					  create schema tieout authorization "poor";""");
		TestServer.execute("poor_login", "grant tieout_app to \"poor\"", "create schema tieout authorization \"poor\"");
		assertThat(whoWorks(environment)).isEqualTo("poor as tieout_app sees 2");
	}

	@Test
	void aNewerDatabaseIsLeftAlone() throws Exception {
		TestDatabase database = TestDatabase.fresh();
		JdbcClient.create(database.ownerDataSource()).sql("""
				insert into flyway_schema_history
				select installed_rank + 1000, '999', 'later', type, 'V999__later.sql', 7, installed_by, now(), 1, true
				from flyway_schema_history
				where version = '1'
				""").update();
		assertRefused(database.environment(), "migrated by a newer Tieout: this one does not know 'V999__later.sql'");
	}

	@Test
	void aWrongPasswordIsSaid() {
		Map<String, String> environment = new HashMap<>(TestDatabase.fresh().environment());
		environment.put("SPRING_FLYWAY_PASSWORD", "secret-but-wrong");
		assertRefused(environment, "does not accept the password of the user 'tieout_owner'");
		assertThatExceptionOfType(DatabaseUnavailableException.class)
			.isThrownBy(() -> Database.open(UNUSED, environment))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("secret-but-wrong"));
	}

	@Test
	void anEncodingThatLosesLettersIsRefused() {
		TestDatabase.fresh();
		TestServer.execute("postgres",
				"""
						create database latin owner tieout_owner encoding 'LATIN1' locale_provider libc locale 'C' template template0
						""");
		assertRefused(login(TestServer.url("latin"), "tieout_owner", "owner"), "stores text as LATIN1");
	}

	@Test
	void aMissingDatabaseIsSaid() {
		TestDatabase.fresh();
		assertRefused(login(TestServer.url("nowhere"), "tieout_owner", "owner"), "does not exist on its server");
	}

	@Test
	void nobodyAtTheAddressIsSaid() throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		assertRefused(login("jdbc:postgresql://127.0.0.1:" + port + "/x", "a", "b"), "cannot be reached");
	}

	@Test
	void anotherServerAtTheAddressIsSaid() throws Exception {
		try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			Thread answering = new Thread(() -> answer(other));
			answering.start();
			assertRefused(login("jdbc:postgresql://127.0.0.1:" + other.getLocalPort() + "/x", "a", "b"),
					"is not PostgreSQL: something else answers there");
		}
	}

	/** Greets first and hangs up, as most other servers do when PostgreSQL is spoken. */
	private static void answer(ServerSocket server) {
		try {
			while (true) {
				try (Socket socket = server.accept()) {
					socket.getOutputStream().write("220 mail.example ready\r\n".getBytes(StandardCharsets.US_ASCII));
				}
			}
		}
		catch (IOException ex) {
			assertThat(server.isClosed()).isTrue();
		}
	}

	@Test
	void aLoginWithoutAnAddressIsAMistake() {
		assertRefused(Map.of("SPRING_DATASOURCE_USERNAME", "a"),
				"SPRING_DATASOURCE_USERNAME is set, but SPRING_DATASOURCE_URL is not");
		assertRefused(login("jdbc:mysql://db.example/x", "a", "b"), "must start with 'jdbc:postgresql:'");
	}

}
