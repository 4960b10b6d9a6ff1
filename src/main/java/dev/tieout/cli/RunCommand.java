package dev.tieout.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.tieout.operations.RunRequest;

@Command(name = "run", header = "Read what is new, judge the customers that are due, post, report.", description = {
		"Reads the job's new files, judges every order that is new or affected, posts the differences to the ledger, "
				+ "and writes the reports. The table at the end says what was read, rejected, credited and posted, and "
				+ "whether it closes. A run that was not finished is resumed first, with what it was registered with. "
				+ "The same run again posts nothing." },
		footerHeading = "%nExamples:%n",
		footer = { "  tieout run nightly", "  tieout run nightly --business-date 2026-10-31",
				"  tieout run nightly --without shopify-2026-10-31.csv",
				"  tieout run nightly --restate --reason \"new rates, agreed on 3 November\"" })
final class RunCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Parameters(paramLabel = "JOB", description = "A job's name, or the path of a job file.")
	private String job = "";

	@Option(names = "--business-date", paramLabel = "D",
			description = "Labels the run and dates what carries no date, such as 2026-10-31 (default: yesterday in the "
					+ "program's zone). It filters nothing.")
	private Optional<LocalDate> businessDate = Optional.empty();

	@Option(names = "--without", paramLabel = "FILE",
			description = "Leave this file out, on record; once for each file.")
	private List<String> without = new ArrayList<>();

	@Option(names = "--reread", paramLabel = "FILE",
			description = "Read this file although its bytes are known; once for each file.")
	private List<String> reread = new ArrayList<>();

	@Option(names = "--restate",
			description = "Post changes of earlier orders even beyond the program's restatement-limit; needs --reason.")
	private boolean restate;

	@Option(names = "--reason", paramLabel = "TEXT", description = "Why the earlier orders may change.")
	private Optional<String> reason = Optional.empty();

	@Mixin
	private JsonOption json = new JsonOption();

	RunCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		RunRequest request = request();
		return new Running(this.workplace, this.json)
			.of((engine, watch) -> engine.runs().run(request, this.workplace.operator(), watch));
	}

	private RunRequest request() {
		if (this.restate != this.reason.isPresent()) {
			throw new ParameterException(this.spec.commandLine(),
					this.restate ? "--restate needs a reason, which goes on record: --reason TEXT"
							: "--reason says why to --restate; without that a run needs none");
		}
		return new RunRequest(this.workplace.jobs(), this.job, this.businessDate, this.without, this.reread,
				this.restate, this.reason.map((text) -> StatedReason.of(text, this.spec)).orElse(""));
	}

}
