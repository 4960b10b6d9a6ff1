package dev.tieout.scenario;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import dev.tieout.audit.CustomerStory;
import dev.tieout.audit.CustomerStoryText;
import dev.tieout.audit.jdbc.CustomerStories;
import dev.tieout.identity.EmailAddress;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A customer's story says what happened and why, in words for an affiliate. */
class CustomerStoryScenarioTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-12-01T00:00:00Z"), ZoneOffset.UTC);

	@TempDir
	Path folder = Path.of("");

	private final Installation tieout = Installation.fresh();

	@AfterEach
	void close() {
		this.tieout.close();
	}

	@Test
	void everyEventIsToldInOrderAndNobodyButTheAffiliateIsNamed() throws Exception {
		Site site = Site.usual(this.folder)
			.program(Site.PROGRAM.replace("enabled: true", "enabled: true, expires-after-days: 30, on-conflict: keep"))
			.connections("connections-1.csv", "ann@partners.example,kim@x.example,2025-01-01,",
					"bob@partners.example,kim@x.example,2025-01-10,", "bob@partners.example,kim@x.example,2025-03-01,")
			.orders("orders-web-1.csv", order(1, "2025-01-05", "paid"), order(2, "2025-01-06", "cancelled"),
					order(3, "2025-02-10", "paid"), order(4, "2025-03-02", "paid"));
		RunResult result = this.tieout.run(site.job(), LocalDate.of(2025, 6, 1));
		assertThat(result.state()).isEqualTo(RunState.COMPLETED);
		String text = CustomerStoryText.of(story("kim@x.example"));
		assertThat(text).contains("3 requests, 2 connections, 4 orders. Times are those of UTC.",
				"2025-01-01 00:00  Request to connect to ann@partners.example: connected.",
				"Request to connect to bob@partners.example: the customer is connected to another affiliate, who keeps the "
						+ "connection: ann@partners.example.",
				"The connection to ann@partners.example ended: its days were over; 1 order had been credited through it.",
				"Order web/1 of 2025-01-05 12:00 pays ann@partners.example 1.00 USD: CREDITED.",
				"Order web/2 of 2025-01-06 12:00 pays no commission, because the order was cancelled",
				"Order web/3 of 2025-02-10 12:00 pays no commission, because the connection's days were over",
				"Order web/4 of 2025-03-02 12:00 pays bob@partners.example 1.00 USD",
				"Nothing is new since the last run.")
			.doesNotContain("kim@x.example");
		assertThat(text.indexOf("Order web/2")).isLessThan(text.indexOf("ended: its days were over"))
			.isGreaterThan(text.indexOf("Order web/1"));
		String told = CustomerStoryText.of(story("kim@x.example").toldTo(new EmailAddress("ann@partners.example")));
		assertThat(told)
			.contains("Order web/4 was referred by another affiliate.", "pays ann@partners.example 1.00 USD")
			.doesNotContain("bob@", "kim@");
	}

	@Test
	void aLongStoryIsCutAndSaysHowMuch() throws Exception {
		String[] orders = new String[100];
		for (int i = 0; i < orders.length; i++) {
			orders[i] = order(i, "2025-02-01", "paid");
		}
		Site site = Site.usual(this.folder).orders("orders-web-1.csv", orders);
		this.tieout.run(site.job(), LocalDate.of(2025, 6, 1));
		assertThat(CustomerStoryText.of(story("kim@x.example")))
			.contains("100 orders", "... 40 earlier events are not shown")
			.hasLineCount(65);
		assertThat(new CustomerStories(this.tieout.database().dataSource(), CLOCK)
			.of(new EmailAddress("nobody@x.example"))).isEmpty();
	}

	private CustomerStory story(String address) {
		return new CustomerStories(this.tieout.database().dataSource(), CLOCK).of(new EmailAddress(address))
			.orElseThrow();
	}

	private static String order(int number, String day, String status) {
		return "%d,%sT12:00:00Z,kim@x.example,USD,10.00,10.00,%s".formatted(number, day, status);
	}

}
