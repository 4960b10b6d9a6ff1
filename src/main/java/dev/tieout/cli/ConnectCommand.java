package dev.tieout.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import dev.tieout.attribution.RequestAction;
import dev.tieout.operations.OperationReceipt;

@Command(name = "connect", header = "Connect a customer to an affiliate.", description = {
		"Records a request under a number. It takes effect with the next run, which judges it like a line of an import: "
				+ "'tieout explain' and the reports say what became of it.",
		"One that is back-dated first shows which orders, entries and connections it would change, and is recorded only "
				+ "with --yes." },
		footerHeading = "%nExample:%n",
		footer = "  tieout connect star@partners.example ann@shop.example --reason \"ticket 4711\"")
final class ConnectCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Mixin
	private PairOptions pair = new PairOptions();

	@Option(names = "--name", paramLabel = "N", description = "The customer's name.")
	private String name = "";

	ConnectCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		String reason = this.pair.reason();
		try (Desk desk = this.workplace.desk()) {
			this.pair.confirm(RequestAction.CONNECT, desk, this.workplace.console());
			OperationReceipt receipt = desk.connectionOperations()
				.connect(this.pair.affiliate(), this.pair.customer(), this.name, this.pair.at(), reason,
						this.workplace.operator());
			return Receipts.print(receipt, this.workplace.console());
		}
	}

}
