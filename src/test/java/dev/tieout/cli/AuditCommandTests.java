package dev.tieout.cli;

import java.io.ByteArrayOutputStream;
import java.util.List;

import dev.tieout.recount.Check;
import dev.tieout.recount.CheckResult;
import dev.tieout.recount.Difference;
import dev.tieout.recount.Recount;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AuditCommandTests {

	private final Console console = Console.of(new ByteArrayOutputStream(), new ByteArrayOutputStream());

	@Test
	void differencesAreListedWithOrderFileAndLineAndTheRestIsCounted() {
		Difference difference = new Difference("web/17", "orders-1.csv:4", "entry 5, payable", "2026-03-10",
				"2026-03-09");
		Recount recount = new Recount(List.of(new CheckResult(Check.NETS, 1200, 0, List.of()),
				new CheckResult(Check.HOLDS, 1300, 12, List.of(difference))), 3);
		assertThat(AuditCommand.text(recount, this.console))
			.startsWith("Not everything is as it is computed again: 12 differences\n")
			.containsPattern("nets +1,200 +0 ")
			.containsPattern("holds +1,300 +12 ")
			.contains("""

					holds, amounts in minor units
					  order web/17, orders-1.csv:4, entry 5, payable: expected 2026-03-10, found 2026-03-09
					  ... 11 more
					""", "3 customers are due");
	}

	@Test
	void whatAFileSaysCannotDriveATerminal() {
		Difference difference = new Difference("web/\u001b[2J", "a\nb.csv:4", "its reason", "x", "y");
		Recount recount = new Recount(List.of(new CheckResult(Check.STATUSES, 1, 1, List.of(difference))), 0);
		assertThat(AuditCommand.text(recount, this.console)).doesNotContain("\u001b", "a\nb");
	}

}
