package dev.tieout.cli;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import dev.tieout.audit.Explained;
import dev.tieout.audit.ExplanationText;
import dev.tieout.audit.OrderMatch;
import dev.tieout.audit.PrintableText;

@Command(name = "explain", header = "Say why an order pays commission, or why not.", description = {
		"The answer stands in the first two lines. Below is what it rests on: the order's revisions, the customer's "
				+ "connections and requests, the program's version, the amount, the ledger's entries, each with file "
				+ "and line." },
		footerHeading = "%nExamples:%n", footer = { "  tieout explain '#1001'", "  tieout explain web/5412345678901" })
final class ExplainCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Parameters(paramLabel = "ORDER", description = "An order's id or number, or its store's code, a slash and its id. "
			+ "Put a number with # into quotes.")
	private String order = "";

	@Mixin
	private JsonOption json = new JsonOption();

	ExplainCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		try (Desk desk = this.workplace.desk()) {
			Explained explained = desk.explanations().of(this.order);
			if (explained instanceof Explained.One one) {
				Console console = this.workplace.console();
				this.json.print(console, one.explanation(),
						() -> ExplanationText.of(one.explanation(), console.tableWidth()));
				return ExitCode.DONE.number();
			}
			this.workplace.console().err().println("tieout: " + notOne(explained));
			return ExitCode.FAILED.number();
		}
	}

	private static String notOne(Explained explained) {
		if (explained instanceof Explained.Several several) {
			return "More than one order is meant. Name one of them:\n"
					+ several.matches().stream().map(ExplainCommand::line).collect(Collectors.joining("\n"));
		}
		if (explained instanceof Explained.None none) {
			return "No order '" + PrintableText.of(none.reference())
					+ "' has been imported. Name it by its id, its number, or as STORE/ID.";
		}
		throw new IllegalStateException("an answer must be one order, several or none, but is " + explained);
	}

	private static String line(OrderMatch match) {
		return PrintableText.of("  tieout explain '" + match.reference() + "'   "
				+ (match.orderNumber().isEmpty() ? "" : match.orderNumber() + ", ") + "placed " + match.placedAt());
	}

}
