package dev.tieout.cli;

import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import dev.tieout.audit.ConnectionState;
import dev.tieout.audit.Connections;
import dev.tieout.identity.EmailAddress;

@Command(name = "connections", header = "List which customers are connected to which affiliates.", description = {
		"Times are UTC. The orders are those credited through the connection; the last column is the line, or the "
				+ "operation, that it rests on." },
		footerHeading = "%nExamples:%n", footer = { "  tieout connections --customer ann@shop.example",
				"  tieout connections --affiliate star@partners.example --state live" })
final class ConnectionsCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Option(names = "--affiliate", paramLabel = "E", description = "Only those to this affiliate's address.")
	private Optional<EmailAddress> affiliate = Optional.empty();

	@Option(names = "--customer", paramLabel = "E", description = "Only those of this customer's address.")
	private Optional<EmailAddress> customer = Optional.empty();

	@Option(names = "--state", paramLabel = "S",
			description = "Only those in this state: live, expired, limit_reached, disconnected or replaced.")
	private Optional<ConnectionState> state = Optional.empty();

	@Option(names = "--limit", paramLabel = "N", description = "How many at most (default: ${DEFAULT-VALUE}).")
	private int limit = 200;

	@Mixin
	private JsonOption json = new JsonOption();

	ConnectionsCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		try (Desk desk = this.workplace.desk()) {
			Console console = this.workplace.console();
			Connections found = desk.connections().find(this.affiliate, this.customer, this.state, this.limit);
			this.json.print(console, found, () -> found.lines().isEmpty() ? "No such connections.\n"
					: found.table().render(console.tableWidth()));
			if (found.count() > found.lines().size()) {
				console.err()
					.println("tieout: " + Words.count(found.lines().size()) + " of " + Words.count(found.count())
							+ " are shown; --limit shows more, and 'tieout export connections' has all.");
			}
			return ExitCode.DONE.number();
		}
	}

}
