package dev.tieout.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "evidence", header = "Pack a run's reports and all that proves them.", description = {
		"A zip with the reports, the run's entries in canonical form, its seal and those before, the program, "
				+ "parameters, operator, the input files' names and hashes, and a script that checks all of it without "
				+ "Tieout. Only its owner may read it: reports can name customers." },
		footerHeading = "%nExample:%n", footer = "  tieout evidence 12 --out run-12.zip")
final class EvidenceCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Mixin
	private RunNumber run = new RunNumber();

	@Option(names = "--out", paramLabel = "FILE", required = true,
			description = "The zip to write, in place of one that is there.")
	private Optional<Path> out = Optional.empty();

	EvidenceCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() throws IOException {
		try (Desk desk = this.workplace.desk()) {
			long files = NewFile.write(this.out.orElseThrow(), (file) -> desk.evidence().write(this.run.value(), file));
			this.workplace.console()
				.err()
				.println("tieout: " + Words.count(files, "file", "files") + " packed into " + this.out.get());
			return ExitCode.DONE.number();
		}
	}

}
