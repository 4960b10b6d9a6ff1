package dev.tieout.cli;

import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import dev.tieout.audit.TextTable;
import dev.tieout.audit.TextTable.Column;
import dev.tieout.operations.EditionLine;

@Command(name = "program", header = "List the program's editions; show, compare or accept one.", description = {
		"An edition is the whole program as it stood at some time, known by the SHA-256 of its canonical text: comments "
				+ "and layout do not count." },
		footerHeading = "%nExamples:%n", footer = { "  tieout program", "  tieout program diff 3f1c 9a2e" })
final class ProgramCommand implements Callable<Integer> {

	private static final int HASH_DIGITS = 12;

	private final Workplace workplace;

	@Mixin
	private JsonOption json = new JsonOption();

	ProgramCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		try (Desk desk = this.workplace.desk()) {
			Console console = this.workplace.console();
			List<EditionLine> editions = desk.programs().editions();
			this.json.print(console, editions, () -> editions.isEmpty() ? "No editions yet: no job has run.\n"
					: table(editions).render(console.tableWidth()));
			return ExitCode.DONE.number();
		}
	}

	private static TextTable table(List<EditionLine> editions) {
		TextTable table = new TextTable(Column.text("edition"), Column.text("recorded at"), Column.text("recorded by"),
				Column.number("runs"), Column.text("accepted"));
		editions.forEach((edition) -> table.row(edition.hash().substring(0, HASH_DIGITS), edition.recordedAt(),
				edition.recordedBy(), Words.count(edition.runs()), edition.accepted() ? "accepted" : ""));
		return table;
	}

}
