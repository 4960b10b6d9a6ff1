package dev.tieout.cli;

import dev.tieout.audit.PrintableText;
import dev.tieout.operations.OperationReceipt;

/** Prints what a change has left on record. */
final class Receipts {

	private Receipts() {
	}

	static int print(OperationReceipt receipt, Console console) {
		console.out().println("Operation " + receipt.number() + ": " + PrintableText.of(receipt.message()));
		return ExitCode.DONE.number();
	}

}
