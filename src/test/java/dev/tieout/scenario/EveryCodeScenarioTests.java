package dev.tieout.scenario;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.tieout.attribution.Outcome;
import dev.tieout.operations.RunResult;
import dev.tieout.records.RejectReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Every code that a report can show for a line comes out of files. */
class EveryCodeScenarioTests {

	@Test
	void everyRejectReasonAndEveryOutcomeComesOutOfFiles(@TempDir Path folder) throws Exception {
		Site site = new Site(folder).program(Site.PROGRAM + """
				- effective-from: 2025-06-01
				  connect: {enabled: true, on-conflict: replace}
				  commission: {rate: 10%}
				""").job(Set.of("web"), "").file("affiliates-1.csv", """
				affiliate_email,ref_code,coupon,status,effective_from
				ann@partners.example,ANN,ANN10,,
				bob@partners.example,BOB,BOB10,,
				,,,,
				nobody,,,,
				cat@partners.example,,,sleeping,
				dan@partners.example,,,,2025-02-30
				eva@partners.example,,Ann10,,
				""").file("connections-1.csv", """
				affiliate_email,customer_email,connected_at,action
				ann@partners.example,kim@x.example,2025-01-01,
				ann@partners.example,kim@x.example,2025-01-01,connect
				ann@partners.example,kim@x.example,2025-01-02,
				bob@partners.example,kim@x.example,2025-01-03,
				bob@partners.example,kim@x.example,2025-01-04,disconnect
				ann@partners.example,kim@x.example,2025-01-05,disconnect
				ann@partners.example,kim@x.example,2025-01-06,
				bob@partners.example,kim@x.example,2025-06-02,
				ann@partners.example,kim@x.example,,
				ann@partners.example,ann@partners.example,2025-01-01,
				new@partners.example,lee@x.example,2025-01-01,
				ann@partners.example,nobody,2025-01-01,
				ann@partners.example,lee@x.example,2025-01-01,marry
				""").file("orders-web-1.csv", """
				order_id,ordered_at,customer_email,currency,subtotal,total,status
				1,2025-02-01T00:00:00Z,kim@x.example,USD,10.00,10.00,paid
				1.2E+11,2025-02-01T00:00:00Z,kim@x.example,USD,10.00,10.00,paid
				3,2025-02-01T00:00:00Z,kim@x.example,USD,10.001,10.00,paid
				4,2025-02-01T00:00:00Z,kim@x.example,XXX,10.00,10.00,paid
				5,2025-02-01T00:00:00Z,kim@x.example,USD,10.00,10.00
				6,2025-02-01T00:00:00Z,kim@x.example,USD,10.00,10.00,paid
				7,2025-02-01T00:00:00Z,kim@x.example,USD,10.00,10.00,paid
				6,2025-02-01T00:00:00Z,kim@x.example,USD,10.00,10.00,paid
				""");
		try (Installation tieout = Installation.fresh()) {
			RunResult result = tieout.run(site.job(), LocalDate.of(2025, 7, 1));
			assertThat(result.error()).isEmpty();
			Answers answers = new Answers(tieout);
			List<String> reasons = answers.rejects(result.run())
				.stream()
				.map((reject) -> reject.substring(reject.indexOf(' ') + 1))
				.toList();
			assertThat(reasons).containsExactly("MISSING_FIELD", "INVALID_EMAIL", "UNKNOWN_STATUS", "BAD_TIMESTAMP",
					"DUPLICATE_CODE", "UNKNOWN_ACTION", "BAD_ORDER_ID", "BAD_AMOUNT", "UNKNOWN_CURRENCY",
					"MALFORMED_RECORD", "SPLIT_ORDER", "SPLIT_ORDER");
			assertThat(reasons).extracting(RejectReason::valueOf).containsAll(EnumSet.allOf(RejectReason.class));
			assertThat(answers.outcomes()).containsExactly(Outcome.CONNECTED, Outcome.REPEATED, Outcome.DUPLICATE,
					Outcome.CONFLICT_EXISTING, Outcome.NOTHING_TO_DISCONNECT, Outcome.DISCONNECTED, Outcome.RECONNECTED,
					Outcome.REPLACED_EXISTING, Outcome.ALREADY_ENDED, Outcome.SELF_CONNECTION,
					Outcome.UNKNOWN_AFFILIATE, Outcome.INVALID_EMAIL);
			assertThat(answers.outcomes()).containsAll(EnumSet.allOf(Outcome.class));
		}
	}

}
