package dev.tieout.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.tieout.audit.PrintableText;
import dev.tieout.audit.file.PlanFile;
import dev.tieout.operations.PlanOperations;
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
		int code = new Running(this.workplace, this.json)
			.of((engine, watch) -> List.of(engine.plans().plan(request, this.workplace.operator(), watch)));
		if (code == ExitCode.DONE.number()) {
			written(new PlanFile(request.out()))
				.forEach((line) -> this.workplace.console().err().println("tieout: " + line));
		}
		return code;
	}

	/** On standard error, so that the output of --json is nothing but that. */
	private static List<String> written(PlanFile file) {
		List<String> lines = new ArrayList<>();
		lines.add("Plan written to " + PrintableText.of(file.document().toString()));
		lines.add("All entries in  " + PrintableText.of(file.csv().toString()));
		List<String> accepts = file.read().accepts();
		if (!accepts.isEmpty()) {
			lines.add("To apply it is to accept the program as it is now, which the last run did not have:");
			accepts.forEach((change) -> lines.add("  " + PrintableText.of(change)));
		}
		lines.add("To post exactly this, within %d days and as long as nothing moves:"
			.formatted(PlanOperations.LIFETIME.toDays()));
		lines.add("  tieout apply " + ShellWord.of(file.document().toString()) + " --reason TEXT");
		return lines;
	}

}
