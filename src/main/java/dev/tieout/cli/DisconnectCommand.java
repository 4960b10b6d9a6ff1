package dev.tieout.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import dev.tieout.attribution.RequestAction;
import dev.tieout.operations.OperationReceipt;

@Command(name = "disconnect", header = "Disconnect a customer from an affiliate.", description = {
		"Records a request under a number. It takes effect with the next run, which judges it like a line of an import: "
				+ "'tieout explain' and the reports say what became of it.",
		"One that is back-dated first shows which orders, entries and connections it would change, and is recorded only "
				+ "with --yes." },
		footerHeading = "%nExample:%n",
		footer = "  tieout disconnect star@partners.example ann@shop.example --reason \"ticket 4711\"")
final class DisconnectCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Mixin
	private PairOptions pair = new PairOptions();

	DisconnectCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		String reason = this.pair.reason();
		try (Desk desk = this.workplace.desk()) {
			this.pair.confirm(RequestAction.DISCONNECT, desk, this.workplace.console());
			OperationReceipt receipt = desk.connectionOperations()
				.disconnect(this.pair.affiliate(), this.pair.customer(), this.pair.at(), reason,
						this.workplace.operator());
			return Receipts.print(receipt, this.workplace.console());
		}
	}

}
