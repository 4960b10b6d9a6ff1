package dev.tieout.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.tieout.operations.ApplyRequest;

@Command(name = "apply", header = "Post what a plan has shown, and nothing else.", description = {
		"Computes the plan again and posts only if it comes to the same entries: no amount is taken from the file. "
				+ "Refuses, with exit code 3, a plan that was edited, made by another database, applied before, or made "
				+ "more than 7 days ago, and one whose inputs, program, connections, ledger or periods have moved since: "
				+ "then says what has. A program that the plan was made with is accepted by applying it." },
		footerHeading = "%nExample:%n",
		footer = "  tieout apply march.json --reason \"rate of March, agreed on 3 November\"")
final class ApplyCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Parameters(paramLabel = "FILE", description = "A plan that 'tieout plan' has written.")
	private Optional<Path> file = Optional.empty();

	@Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; goes on record.")
	private String reason = "";

	@Mixin
	private JsonOption json = new JsonOption();

	ApplyCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		ApplyRequest request = new ApplyRequest(this.file.orElseThrow(), StatedReason.of(this.reason, this.spec));
		return new Running(this.workplace, this.json)
			.of((engine, watch) -> List.of(engine.plans().apply(request, this.workplace.operator(), watch)));
	}

}
