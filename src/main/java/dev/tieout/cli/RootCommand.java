package dev.tieout.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "tieout", header = "Tieout: commission for customers that affiliates brought.", description = {
		"Reads what shops and affiliate tools export, judges every order under dated rules, and posts the differences "
				+ "to a ledger that only grows. Every record of every file is accounted for." },
		synopsisSubcommandLabel = "COMMAND", footerHeading = "%nExample:%n",
		footer = { "  tieout run nightly", "", "'tieout COMMAND --help' explains a command." })
final class RootCommand implements Callable<Integer> {

	private final Console console;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Mixin
	@SuppressWarnings({ "unused", "FieldCanBeFinal" }) // picocli fills it
	private Settings settings;

	@Option(names = "--version", versionHelp = true, description = "Show Tieout's version.")
	@SuppressWarnings("unused") // picocli acts on it
	private boolean version;

	RootCommand(Settings settings, Console console) {
		this.settings = settings;
		this.console = console;
	}

	@Override
	public Integer call() {
		this.console.out().print(this.spec.commandLine().getUsageMessage());
		return ExitCode.DONE.number();
	}

}
