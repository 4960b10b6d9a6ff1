package dev.tieout.scenario;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.tieout.TieoutApplication;
import dev.tieout.operations.RunState;
import dev.tieout.schedule.Serving;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a serving process tells a monitoring system over HTTP. */
class MonitoringScenarioTests {

	private static final LocalDate DATE = LocalDate.of(2025, 3, 1);

	@TempDir
	private Path folder;

	private Installation installation;

	private ConfigurableApplicationContext serving;

	private Site site;

	@BeforeEach
	void serve() throws IOException {
		this.installation = Installation.fresh();
		this.site = Site.usual(this.folder).job(Set.of("web"), "schedule: {cron: \"0 30 4 * * ?\"}\n");
		this.serving = new SpringApplicationBuilder(TieoutApplication.class)
			.properties(this.installation.database().properties())
			.run("--tieout.serve=true", "--spring.main.web-application-type=servlet", "--server.port=0");
	}

	@AfterEach
	void close() {
		this.serving.close();
		this.installation.close();
	}

	@Test
	void metricsSayWhatTheLedgerHas() throws Exception {
		this.site.connections("connections-1.csv", "ann@partners.example,kim@x.example,2025-01-01,connect")
			.orders("orders-web-1.csv", "1,2025-02-01T00:00:00Z,kim@x.example,USD,10.00,10.00,paid",
					"2,2025-02-01T00:00:00Z,lee@x.example,USD,10.00,10.00,paid",
					"3,2025-02-01T00:00:00Z,lee@x.example,USD,ten,10.00,paid");
		assertThat(this.installation.run(this.site.job(), DATE).state()).isEqualTo(RunState.COMPLETED);
		this.site.orders("orders-web-2.csv", "4,2025-02-01T00:00:00Z,kim@x.example,USD,10.00,10.00,paid");
		String metrics = get("/actuator/prometheus").body();
		assertThat(metrics.lines()).contains("tieout_runs_total{outcome=\"COMPLETED\"} 1.0",
				"tieout_orders{reason=\"CREDITED\"} 1.0", "tieout_orders{reason=\"NO_CONNECTION\"} 1.0",
				"tieout_posted_amount{currency=\"USD\"} 1.0", "tieout_rejects_total{reason=\"BAD_AMOUNT\"} 1.0",
				"tieout_due_customers 0.0", "tieout_ledger_entries_total 1.0", "tieout_database_reachable 1.0",
				"# HELP tieout_posted_amount Net commission in the ledger, in units of the currency (dollars, not cents).",
				"# TYPE tieout_runs_total counter");
		assertThat(metrics)
			.containsPattern("tieout_last_completed_run_age_seconds\\{job=\"world\"} [0-9]+\\.[0-9]+(E-?[0-9]+)?\n");
		assertThat(metrics.lines().filter((line) -> line.contains("tieout_"))).noneMatch((line) -> line.contains("@"));
	}

	@Test
	void aProcessThatStartsNoJobsIsDownAndOneThatDoesIsUp() throws Exception {
		HttpResponse<String> before = get("/actuator/health");
		assertThat(before.statusCode()).isEqualTo(503);
		assertThat(before.body()).contains("starts no jobs");
		this.serving.getBean(Serving.class).start(this.folder, "a test", (line) -> {
		});
		HttpResponse<String> after = get("/actuator/health");
		assertThat(after.body()).startsWith("{")
			.contains("\"status\":\"UP\"", "\"scheduler\":", "\"db\":", "\"late\":[]");
		assertThat(after.statusCode()).isEqualTo(200);
		this.serving.getBean(Serving.class).end();
		assertThat(get("/actuator/health").statusCode()).isEqualTo(503);
	}

	@Test
	void aJobThatEndedBadlyIsADetailAndNotDown() throws Exception {
		this.site.job(Set.of("web"), "  require-new-orders: true\nschedule: {cron: \"0 30 4 * * ?\"}\n");
		this.serving.getBean(Serving.class).start(this.folder, "a test", (line) -> {
		});
		assertThat(this.installation.run(this.site.job(), DATE).state()).isEqualTo(RunState.FAILED);
		HttpResponse<String> health = get("/actuator/health");
		assertThat(health.statusCode()).isEqualTo(200);
		assertThat(health.body()).contains("\"endedBadly\":{\"world\":\"FAILED\"}").doesNotContain("@");
		this.serving.getBean(Serving.class).end();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/actuator", "/actuator/env", "/actuator/metrics", "/actuator/beans",
			"/actuator/shutdown", "/actuator/quartz", "/actuator/loggers", "/index.html" })
	void nothingElseIsOnThePort(String path) throws Exception {
		assertThat(get(path).statusCode()).isEqualTo(404);
	}

	@Test
	void thePortIsOnThisMachineOnly() throws Exception {
		List<InetAddress> others = NetworkInterface.networkInterfaces()
			.flatMap(NetworkInterface::inetAddresses)
			.filter((address) -> address instanceof Inet4Address && !address.isLoopbackAddress())
			.toList();
		for (InetAddress address : others) {
			assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> new Socket(address, port()).close());
		}
		assertThat(this.serving.getEnvironment().getProperty("server.address")).isEqualTo("127.0.0.1");
	}

	private int port() {
		return Optional.ofNullable(this.serving.getEnvironment().getProperty("local.server.port"))
			.map(Integer::parseInt)
			.orElseThrow();
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path)).build(),
					HttpResponse.BodyHandlers.ofString());
	}

}
