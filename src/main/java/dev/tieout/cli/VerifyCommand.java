package dev.tieout.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import dev.tieout.audit.PrintableText;
import dev.tieout.operations.Progress;
import dev.tieout.proof.Finding;
import dev.tieout.proof.KnownSeals;
import dev.tieout.proof.Proof;
import dev.tieout.proof.ProofWatch;
import dev.tieout.proof.file.SealsFile;

@Command(name = "verify", header = "Prove that the ledger is what was posted.", description = {
		"Recomputes every seal from the entries, files, editions, operations and closings it covers, and what must "
				+ "follow from them. Names what is wrong, the first first; ends with 1 if anything is.",
		"A database cannot know that its own end was cut off or all of it written anew. Whoever holds a copy of the "
				+ "seals.txt that lies beside the reports can: compare with --against." },
		footerHeading = "%nExamples:%n", footer = { "  tieout verify", "  tieout verify --against /safe/seals.txt" })
final class VerifyCommand implements Callable<Integer> {

	private static final long SHOW_EACH_NANOS = 200_000_000;

	private final Workplace workplace;

	@Option(names = "--against", paramLabel = "FILE",
			description = "A seals.txt, or a copy of it from outside the database's reach.")
	private Optional<Path> against = Optional.empty();

	@Mixin
	private JsonOption json = new JsonOption();

	VerifyCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() throws IOException {
		Optional<KnownSeals> known = Optional.empty();
		if (this.against.isPresent()) {
			known = Optional.of(new SealsFile(this.against.get()).read());
		}
		Console console = this.workplace.console();
		try (Desk desk = this.workplace.desk(); ProgressView view = RunWatch.view(console)) {
			Proof proof = desk.verification().verify(known, shown(view));
			view.close();
			this.json.print(console, proof, () -> text(proof, console));
			return (proof.holds() ? ExitCode.DONE : ExitCode.FAILED).number();
		}
	}

	private static ProofWatch shown(ProgressView view) {
		long[] last = { System.nanoTime() - SHOW_EACH_NANOS };
		String[] step = { "" };
		return (name, done, total, unit) -> {
			if (System.nanoTime() - last[0] >= SHOW_EACH_NANOS || !name.equals(step[0])) {
				last[0] = System.nanoTime();
				step[0] = name;
				view.show(new Progress.Snapshot("verify " + name, done,
						(total >= done && total > 0) ? OptionalLong.of(total) : OptionalLong.empty(), unit));
			}
		};
	}

	private String text(Proof proof, Console console) {
		StringBuilder text = new StringBuilder();
		String covered = Words.count(proof.seals(), "seal", "seals") + " over "
				+ Words.count(proof.entries(), "entry", "entries");
		if (proof.holds()) {
			text.append(console.ink().good("The ledger proves itself"))
				.append(": ")
				.append(covered)
				.append(" recomputed, nothing differs.\n");
		}
		else {
			text.append(console.ink().bad("The ledger is not what was sealed"))
				.append(": ")
				.append(covered)
				.append(" recomputed. First:\n");
			for (Finding finding : proof.findings()) {
				text.append("  ").append(PrintableText.of(finding.sentence())).append('\n');
			}
		}
		proof.head().ifPresent((head) -> text.append("Head: ").append(head.line()).append('\n'));
		if (!proof.unsealed().isEmpty()) {
			text.append("Not sealed yet, the next posting does that: ")
				.append(String.join(", ", proof.unsealed()))
				.append('\n');
		}
		if (this.against.isEmpty()) {
			text.append("Not compared with what is known outside the database: --against seals.txt\n");
		}
		return text.toString();
	}

}
