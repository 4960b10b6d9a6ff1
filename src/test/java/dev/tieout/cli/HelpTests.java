package dev.tieout.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HelpTests {

	@Test
	void withoutArgumentsTheOverviewIsPrinted() {
		CommandRun run = CommandRun.of();
		assertThat(run.code()).isZero();
		assertThat(run.err()).isEmpty();
		assertThat(run.out()).contains("run ", "serve ", "schedule ", "runs ", "explain ", "balances ", "statement ",
				"connections ", "export ", "connect ", "disconnect ", "period ", "program ", "forget ", "verify ",
				"audit ", "evidence ", "tieout COMMAND --help");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					run                | run [OPTIONS] JOB          | --business-date,--without,--reread,--restate,--reason,--json
					rerun              | rerun [OPTIONS] JOB        | --from,--to,--reason,--dry-run,--whole-customers,--json
					serve              | serve [OPTIONS]            | --port,SIGTERM
					schedule           | schedule [OPTIONS]         | --json
					runs               | runs [OPTIONS] [COMMAND]   | --limit,--json,show,stop,resume,abandon
					runs show          | runs show [OPTIONS] ID     | --steps,--json
					runs stop          | runs stop [OPTIONS] ID     | STOPPED
					runs resume        | runs resume [OPTIONS] ID   | --json
					runs abandon       | runs abandon [OPTIONS] ID  | --reason
					explain            | explain [OPTIONS] ORDER    | --affiliate,--month,--customer,--json
					balances           | balances [OPTIONS]         | --affiliate,--period,--as-of,--json
					statement          | statement [OPTIONS] AFFILIATE M | --all,--as-of,--out,--json
					connections        | connections [OPTIONS]      | --affiliate,--customer,--state,--limit,--json
					connect            | [OPTIONS] AFFILIATE CUSTOMER | --reason,--name,--at,--yes,--json
					disconnect         | [OPTIONS] AFFILIATE CUSTOMER | --reason,--at,--yes,--json
					period             | period [OPTIONS] [COMMAND] | --json,close,reopen
					period close       | period close [OPTIONS] M   | --json
					period reopen      | period reopen [OPTIONS] M  | --reason
					export             | export [OPTIONS] WHAT      | --out,--as-of,connection-lines,operations
					export journal     | export journal [OPTIONS]   | --period,--format,--as-of,--out
					program            | program [OPTIONS] [COMMAND] | --json,show,diff,accept
					program show       | program show [OPTIONS] HASH | --source
					program diff       | [OPTIONS] HASH HASH        | --as
					program accept     | program accept [OPTIONS] JOB | --reason
					evidence           | evidence [OPTIONS] ID      | --out
					audit              | audit [OPTIONS]            | --json
					verify             | verify [OPTIONS]           | --against,--json
					forget             | forget [OPTIONS] CUSTOMER  | --reason
					""")
	void everyCommandHasHelpWithAnExample(String command, String synopsis, String words) {
		CommandRun run = CommandRun.of((command + " --help").split(" "));
		assertThat(run.code()).isZero();
		assertThat(run.err()).isEmpty();
		assertThat(run.out()).contains(synopsis)
			.contains(words.split(","))
			.contains("--jobs=DIR", "--data=DIR", "--as=NAME", "--debug", "--help")
			.containsPattern("Examples?:\n  tieout " + command);
		assertThat(run.out().lines()).allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(100));
	}

	@Test
	void theVersionIsToldByName() {
		assertThat(CommandRun.of("--version").out()).startsWith("Tieout ");
	}

}
