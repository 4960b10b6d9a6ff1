package dev.tieout.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "forget", header = "Blank a customer's address, name and raw records.", description = {
		"Decisions, limits and sums stay, under the customer's number. What was forgotten cannot be brought back. Input "
				+ "files and reports that were written before are yours to delete." },
		footerHeading = "%nExample:%n", footer = "  tieout forget ann@shop.example --reason \"request of 3 May\"")
final class ForgetCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Parameters(paramLabel = "CUSTOMER",
			description = "The customer's address, or the text that a shop wrote in its place.")
	private String customer = "";

	@Option(names = "--reason", paramLabel = "TEXT", required = true,
			description = "Why; goes on record, so do not name the customer in it.")
	private String reason = "";

	ForgetCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		String why = StatedReason.of(this.reason, this.spec);
		try (Desk desk = this.workplace.desk()) {
			return Receipts.print(desk.forgetting().forget(this.customer, why, this.workplace.operator()),
					this.workplace.console());
		}
	}

}
