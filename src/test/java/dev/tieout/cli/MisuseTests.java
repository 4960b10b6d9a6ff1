package dev.tieout.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MisuseTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					rum                                      | 'rum' is not a command
					rum                                      | Did you mean 'run'?
					runs shwo                                | Did you mean 'show'?
					runs shwo                                | 'tieout runs --help' says what it takes.
					run nightly --busines-date 2026-10-31    | There is no option '--busines-date'
					run nightly --busines-date 2026-10-31    | Did you mean '--business-date'?
					run                                      | Missing required parameter: 'JOB'
					run nightly weekly                       | 'weekly' is one word too many; put text with blanks into quotes
					run nightly --business-date 2026-02-29   | '2026-02-29' is not a date such as 2026-10-31
					run nightly --restate                    | --restate needs a reason, which goes on record: --reason TEXT
					run nightly --reason because             | --reason says why to --restate
					rerun nightly --from 2026-03-01          | Missing required options: '--to=D', '--reason=TEXT'
					rerun nightly --from 2026-03-02 --to 2026-03-01 --reason x | --from 2026-03-02 is after --to 2026-03-01
					rerun nightly --from 2026-03-01 --to 2026-02-30 --reason x | '2026-02-30' is not a date such as 2026-10-31
					runs show first                          | 'first' is not a number
					runs abandon 1                           | Missing required option: '--reason=TEXT'
					balances --period 2026-13                | '2026-13' is not a month such as 2026-10
					balances --affiliate ann                 | 'ann' is not an e-mail address
					connections --state alive                | 'alive' is not one of live, expired, limit_reached, disconnected, replaced
					export orders                            | 'orders' is not one of decisions, ledger, connections, connection-lines, rejects, files, balances, operations
					connect ann@partners.example --reason x  | Missing required parameter: 'CUSTOMER'
					program diff 3f1c                        | Missing required parameter: 'HASH'
					""")
	void wrongUsageIsExplainedAndEndsWithTwo(String command, String explanation) {
		CommandRun run = CommandRun.of(command.split(" "));
		assertThat(run.code()).isEqualTo(2);
		assertThat(run.out()).isEmpty();
		assertThat(run.err()).startsWith("tieout: ").contains(explanation).doesNotContain("Exception");
	}

	@Test
	void aBlankReasonIsNone() {
		CommandRun run = CommandRun.of("forget", "bea@shop.example", "--reason", " ");
		assertThat(run.code()).isEqualTo(2);
		assertThat(run.err()).contains("--reason is blank, but goes on record: say why");
	}

}
