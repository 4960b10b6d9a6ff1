package dev.tieout.cli;

import dev.tieout.audit.PrintableText;
import dev.tieout.operations.OperationReceipt;

/** Prints what a change has left on record. */
final class Receipts {

	private Receipts() {
	}

	static int print(OperationReceipt receipt, Console console) {
		receipt.message().lines().map(PrintableText::of).forEach(console.out()::println);
		return ExitCode.DONE.number();
	}

}
