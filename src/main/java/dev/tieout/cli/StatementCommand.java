package dev.tieout.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

import dev.tieout.audit.StatementExcerpt;
import dev.tieout.audit.StatementText;
import dev.tieout.audit.file.StatementFiles;
import dev.tieout.identity.EmailAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(name = "statement", header = "Write what an affiliate earned in a month, to be sent to the affiliate.",
		description = {
				"Opening, each entry with its order, closing, what is released and what is on hold until when; no "
						+ "customer is named. A closed month's statement names its closing and never changes; that of "
						+ "an open month says when it was made. Payouts are not recorded here." },
		footerHeading = "%nExamples:%n",
		footer = { "  tieout statement star@partners.example 2026-10",
				"  tieout statement star@partners.example 2026-10 --out star-2026-10.html",
				"  tieout statement --all 2026-10 --out statements" })
final class StatementCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Parameters(arity = "1..2", paramLabel = "AFFILIATE M", hideParamSyntax = true,
			description = "The affiliate's address and the posting period, such as 2026-10. With --all the period alone.")
	private List<String> words = List.of();

	@Option(names = "--all", description = "One page and one CSV for every affiliate that has entries by then.")
	private boolean all;

	@Option(names = "--as-of", paramLabel = "D",
			description = "As it stood at the end of this day: leaves out what was posted or closed later.")
	private Optional<LocalDate> asOf = Optional.empty();

	@Option(names = "--out", paramLabel = "FILE",
			description = "A file ending in .html or .csv; any other name gets both endings. With --all a directory. "
					+ "Only its owner may read what is written (default: a table on standard output).")
	private Optional<Path> out = Optional.empty();

	@Mixin
	private JsonOption json = new JsonOption();

	StatementCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() throws IOException {
		if (this.words.size() != (this.all ? 1 : 2)) {
			throw wrong(this.all ? "--all takes the month alone: tieout statement --all 2026-10 --out DIR"
					: "A statement needs an affiliate's address and a month, such as star@partners.example 2026-10");
		}
		YearMonth month = word(this.words.size() - 1, Kinds::month);
		if (this.all) {
			return writeAll(month);
		}
		EmailAddress affiliate = word(0, Kinds::address);
		return this.out.isPresent() ? write(affiliate, month, this.out.get()) : print(affiliate, month);
	}

	private int print(EmailAddress affiliate, YearMonth month) throws IOException {
		try (Desk desk = this.workplace.desk()) {
			StatementExcerpt.Collector collector = new StatementExcerpt.Collector();
			if (!desk.statements().read(affiliate, month, this.asOf, collector)) {
				return unknown(affiliate);
			}
			Console console = this.workplace.console();
			this.json.print(console, collector.excerpt(),
					() -> StatementText.table(collector.excerpt(), console.tableWidth()));
			return ExitCode.DONE.number();
		}
	}

	private int write(EmailAddress affiliate, YearMonth month, Path file) throws IOException {
		StatementFiles.Names names = names(file);
		try (Desk desk = this.workplace.desk(); StatementFiles files = new StatementFiles((statement) -> names)) {
			if (!desk.statements().read(affiliate, month, this.asOf, files)) {
				return unknown(affiliate);
			}
			names.html().ifPresent(this::written);
			names.csv().ifPresent(this::written);
			return ExitCode.DONE.number();
		}
	}

	private static StatementFiles.Names names(Path file) {
		if (file.toString().endsWith(".html")) {
			return new StatementFiles.Names(Optional.of(file), Optional.empty());
		}
		if (file.toString().endsWith(".csv")) {
			return new StatementFiles.Names(Optional.empty(), Optional.of(file));
		}
		return new StatementFiles.Names(Optional.of(Path.of(file + ".html")), Optional.of(Path.of(file + ".csv")));
	}

	private int writeAll(YearMonth month) throws IOException {
		Path folder = this.out.orElseThrow(() -> wrong("--all writes files: say where, with --out DIR"));
		if (Files.exists(folder) && !Files.isDirectory(folder)) {
			throw new FileSystemException(folder.toString(), null, "it is a file, but must be a directory");
		}
		try (Desk desk = this.workplace.desk(); StatementFiles files = StatementFiles.in(folder)) {
			int statements = desk.statements().readAll(month, this.asOf, files);
			this.workplace.console()
				.err()
				.println("tieout: " + ((statements == 0) ? "No affiliate has entries by then: nothing was written"
						: Words.count(statements, "statement", "statements") + " of " + month + " written to " + folder
								+ ", each as HTML and CSV"));
			return ExitCode.DONE.number();
		}
	}

	private int unknown(EmailAddress affiliate) {
		this.workplace.console()
			.err()
			.println("tieout: No affiliate '" + affiliate + "' was known"
					+ this.asOf.map((day) -> " at the end of " + day).orElse(" then")
					+ ": no posted run had imported one of that address, nor credited it.");
		return ExitCode.FAILED.number();
	}

	private void written(Path file) {
		this.workplace.console().err().println("tieout: Statement written to " + file);
	}

	private <T> T word(int at, Function<String, T> kind) {
		try {
			return kind.apply(this.words.get(at));
		}
		catch (TypeConversionException ex) {
			throw wrong(String.valueOf(ex.getMessage()));
		}
	}

	private ParameterException wrong(String message) {
		return new ParameterException(this.spec.commandLine(), message);
	}

}
