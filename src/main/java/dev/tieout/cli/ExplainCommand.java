package dev.tieout.cli;

import java.io.IOException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.tieout.audit.CustomerStory;
import dev.tieout.audit.CustomerStoryText;
import dev.tieout.audit.Explained;
import dev.tieout.audit.ExplanationText;
import dev.tieout.audit.OrderMatch;
import dev.tieout.audit.PrintableText;
import dev.tieout.audit.StatementExcerpt;
import dev.tieout.audit.StatementText;
import dev.tieout.identity.EmailAddress;

@Command(name = "explain", header = "Say why an order pays commission, or why not.", description = {
		"The answer stands in the first two lines. Below is what it rests on: the order's revisions, the customer's "
				+ "connections and requests, the program's version, the amount, the ledger's entries, each with file "
				+ "and line." },
		footerHeading = "%nExamples:%n",
		footer = { "  tieout explain '#1001'", "  tieout explain web/5412345678901",
				"  tieout explain --affiliate star@partners.example --month 2026-10",
				"  tieout explain --customer kim@mail.example" })
final class ExplainCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Parameters(arity = "0..1", paramLabel = "ORDER", hideParamSyntax = true,
			description = "An order's id or number, or its store's code, a slash and its id. "
					+ "Put a number with # into quotes.")
	private Optional<String> order = Optional.empty();

	@Option(names = "--affiliate", paramLabel = "E",
			description = "Instead of an order: how this affiliate's balance came about, with --month.")
	private Optional<EmailAddress> affiliate = Optional.empty();

	@Option(names = "--month", paramLabel = "M", description = "The posting period, such as 2026-10.")
	private Optional<YearMonth> month = Optional.empty();

	@Option(names = "--customer", paramLabel = "C",
			description = "Instead of an order: all that happened to this customer. With --affiliate as that affiliate "
					+ "may be told it, without other affiliates.")
	private Optional<EmailAddress> customer = Optional.empty();

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Mixin
	private JsonOption json = new JsonOption();

	ExplainCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() throws IOException {
		if (this.customer.isPresent() && this.month.isEmpty() && this.order.isEmpty()) {
			return story(this.customer.get());
		}
		if (this.customer.isEmpty() && this.affiliate.isPresent() && this.month.isPresent() && this.order.isEmpty()) {
			return balance(this.affiliate.get(), this.month.get());
		}
		if (this.customer.isPresent() || this.affiliate.isPresent() || this.month.isPresent() || this.order.isEmpty()) {
			throw new ParameterException(this.spec.commandLine(),
					"Say one thing to explain: an order, a customer with --customer, or a month's balance with "
							+ "--affiliate and --month");
		}
		return order(this.order.get());
	}

	private int story(EmailAddress whose) {
		try (Desk desk = this.workplace.desk()) {
			Optional<CustomerStory> known = desk.customerStories()
				.of(whose)
				.map((story) -> this.affiliate.map(story::toldTo).orElse(story));
			if (known.isEmpty()) {
				this.workplace.console().err().println("tieout: No customer has the address '" + whose + "'.");
				return ExitCode.FAILED.number();
			}
			this.json.print(this.workplace.console(), known.get(), () -> CustomerStoryText.of(known.get()));
			return ExitCode.DONE.number();
		}
	}

	private int balance(EmailAddress whose, YearMonth period) throws IOException {
		try (Desk desk = this.workplace.desk()) {
			StatementExcerpt.Collector collector = new StatementExcerpt.Collector();
			if (!desk.statements().read(whose, period, Optional.empty(), collector)) {
				this.workplace.console()
					.err()
					.println("tieout: No affiliate '" + whose
							+ "' is known: no posted run has imported one of that address.");
				return ExitCode.FAILED.number();
			}
			this.json.print(this.workplace.console(), collector.excerpt(),
					() -> StatementText.story(collector.excerpt()));
			return ExitCode.DONE.number();
		}
	}

	private int order(String reference) {
		try (Desk desk = this.workplace.desk()) {
			Explained explained = desk.explanations().of(reference);
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
