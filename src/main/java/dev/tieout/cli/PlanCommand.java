package dev.tieout.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.tieout.operations.PlanRequest;

@Command(name = "plan", header = "Write down what a rerun would post, to be approved and applied.", description = {
		"Judges every order placed in the range again, as 'rerun' does, but posts nothing: prints what would change and "
				+ "writes it to FILE, with all entries in a CSV beside it. 'tieout apply FILE' posts exactly that, within 7 "
				+ "days, if nothing has moved meanwhile. Nothing is imported, and nobody becomes due." },
		footerHeading = "%nExamples:%n",
		footer = { "  tieout plan nightly --from 2026-03-01 --to 2026-03-31 --out march.json",
				"  tieout apply march.json --reason \"rate of March, agreed on 3 November\"" })
final class PlanCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Parameters(paramLabel = "JOB", description = "A job's name, or the path of a job file.")
	private String job = "";

	@Option(names = "--from", paramLabel = "D", required = true,
			description = "The first day of the orders to judge again, in the program's zone, such as 2026-03-01.")
	private Optional<LocalDate> from = Optional.empty();

	@Option(names = "--to", paramLabel = "D", required = true, description = "The last day, included.")
	private Optional<LocalDate> to = Optional.empty();

	@Option(names = "--out", paramLabel = "FILE", required = true,
			description = "The file to write. One that is there is not overwritten.")
	private Optional<Path> out = Optional.empty();

	@Option(names = "--whole-customers",
			description = "Plan the differences of these customers' other orders too, which else stay due.")
	private boolean wholeCustomers;

	@Mixin
	private JsonOption json = new JsonOption();

	PlanCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		PlanRequest request = new PlanRequest(this.workplace.jobs(), this.job, this.from.orElseThrow(),
				this.to.orElseThrow(), this.out.orElseThrow(), this.wholeCustomers);
		return 0;
	}

}
