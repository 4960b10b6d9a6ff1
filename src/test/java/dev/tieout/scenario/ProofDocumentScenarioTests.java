package dev.tieout.scenario;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.Map;

import dev.tieout.operations.RunState;
import dev.tieout.proof.SealPart;
import dev.tieout.proof.SealedEntry;
import dev.tieout.proof.Sha256;
import dev.tieout.proof.StoredSeal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

import static org.assertj.core.api.Assertions.assertThat;

/** What docs/proof.md says is so. */
class ProofDocumentScenarioTests {

	private final String document = read(Path.of("docs/proof.md"));

	@Test
	void theStatementGivesTheLinesThatAreSealed(@TempDir Path folder) throws Exception {
		Site site = Site.usual(folder)
			.manyConnections("connections-1.csv", 1, 5)
			.manyOrders("orders-web-1.csv", 1, 3)
			.orders("orders-web-2.csv", "x\\y\u00fc,2025-02-01T00:00:00.000001Z,kim4@x.example,EUR,10.00,10.00,paid",
					"\" a\tb\",2025-02-01T00:00:00Z,kim5@x.example,USD,10.00,10.00,paid");
		try (Installation tieout = Installation.fresh()) {
			assertThat(tieout.run(site.job(), LocalDate.of(2025, 3, 1)).state()).isEqualTo(RunState.COMPLETED);
			String seal = tieout.jdbc().sql("select text from seal").query(String.class).single();
			String lines = copied(tieout, between("```sql\n", "```").replace("1 and 159", "1 and 5"));
			assertThat(lines.lines()).hasSize(5)
				.anyMatch((line) -> line.contains("x\\\\y\u00fc"))
				.allMatch((line) -> line.split("\t", -1).length == SealedEntry.FIELDS.size());
			assertThat(StoredSeal.lines(seal)).containsEntry("entries", "5")
				.containsEntry("sum-EUR", "100")
				.containsEntry("entries-sha256", Sha256.of(lines));
		}
	}

	@Test
	void everyFieldIsNamedInItsOrder() {
		int row = 0;
		for (String field : SealedEntry.FIELDS) {
			assertThat(this.document).contains("| " + ++row + " | `" + field + "` |");
		}
		for (SealPart part : SealPart.values()) {
			assertThat(this.document).contains("| `" + part.word() + "` |");
			if (part != SealPart.CLOSINGS) {
				assertThat(this.document).contains("`" + String.join(", ", part.fields()) + "`");
			}
		}
		Map<String, String> shown = StoredSeal.lines(between("```\ntieout-seal", "```"));
		assertThat(shown.keySet().stream().skip(1)).containsExactly("seal", "run", "posted-at", "entries",
				"first-entry", "last-entry", "sum-USD", "entries-sha256", "run-sha256", "control-totals",
				"control-totals-sha256", "files", "files-sha256", "edition", "edition-source-sha256", "operations",
				"operations-sha256", "closings", "closings-sha256", "previous");
	}

	private static String copied(Installation tieout, String statement) throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (Connection connection = tieout.database().dataSource().getConnection()) {
			connection.unwrap(PGConnection.class).getCopyAPI().copyOut(statement, out);
		}
		return out.toString(StandardCharsets.UTF_8);
	}

	private String between(String start, String end) {
		int from = this.document.indexOf(start) + start.length();
		return this.document.substring(from, this.document.indexOf(end, from));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
