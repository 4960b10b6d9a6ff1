package dev.tieout.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;

import dev.tieout.operations.RerunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "rerun", header = "Judge the orders of a range again and post the differences.", description = {
		"Judges every order placed in the range again, whether its customer is due or not, and posts the differences "
				+ "of these orders. Differences of the same customers' other orders are listed and stay due for the next "
				+ "run. Nothing is imported; files that wait are counted. The same rerun again posts nothing." },
		footerHeading = "%nExamples:%n",
		footer = { "  tieout rerun nightly --from 2026-03-01 --to 2026-03-31 --reason \"late connections\" --dry-run",
				"  tieout rerun nightly --from 2026-03-01 --to 2026-03-31 --reason \"late connections\"" })
final class RerunCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Parameters(paramLabel = "JOB", description = "A job's name, or the path of a job file.")
	private String job = "";

	@Option(names = "--from", paramLabel = "D", required = true,
			description = "The first day of the orders to judge, in the program's zone, such as 2026-03-01.")
	private LocalDate from = LocalDate.MIN;

	@Option(names = "--to", paramLabel = "D", required = true, description = "The last day, included.")
	private LocalDate to = LocalDate.MAX;

	@Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; goes on record.")
	private String reason = "";

	@Option(names = "--dry-run", description = "Show what would be posted, and post nothing.")
	private boolean dryRun;

	@Option(names = "--whole-customers",
			description = "Also post the differences of the same customers' orders outside the range.")
	private boolean wholeCustomers;

	@Mixin
	private JsonOption json = new JsonOption();

	RerunCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		if (this.from.isAfter(this.to)) {
			throw new ParameterException(this.spec.commandLine(),
					"--from " + this.from + " is after --to " + this.to + "; nothing lies between them");
		}
		RerunRequest request = new RerunRequest(this.workplace.jobs(), this.job, this.from, this.to,
				StatedReason.of(this.reason, this.spec), this.dryRun, this.wholeCustomers);
		return new Running(this.workplace, this.json)
			.of((engine, watch) -> engine.reruns().rerun(request, this.workplace.operator(), watch));
	}

}
