package dev.tieout.cli;

import java.util.Optional;

import dev.tieout.audit.DateRange;
import dev.tieout.audit.Preview;
import dev.tieout.audit.PrintableText;
import dev.tieout.audit.Rerun;
import dev.tieout.audit.RunHeader;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.TextTable;

/** What stands on the screen when a run has ended: the whole answer, one page long. */
final class RunPrint {

	private static final String MARGIN = "  ";

	private final StringBuilder text = new StringBuilder();

	private final RunSummary summary;

	private final Optional<Preview> preview;

	private final Ink ink;

	private final int width;

	private RunPrint(RunSummary summary, Optional<Preview> preview, Ink ink, int width) {
		this.summary = summary;
		this.preview = preview;
		this.ink = ink;
		this.width = width;
	}

	/**
	 * Returns a run's outcome as text.
	 * @param summary of the run
	 * @param ink what its headings are printed with
	 * @param width the columns there are; 0 for no limit
	 */
	static String of(RunSummary summary, Ink ink, int width) {
		return new RunPrint(summary, Optional.empty(), ink, width).print();
	}

	/**
	 * Returns a rerun's outcome as text.
	 * @param summary of the rerun
	 * @param preview what it posts, or would post
	 * @param ink what its headings are printed with
	 * @param width the columns there are; 0 for no limit
	 */
	static String of(RunSummary summary, Preview preview, Ink ink, int width) {
		return new RunPrint(summary, Optional.of(preview), ink, width).print();
	}

	private String print() {
		head();
		if (this.preview.isPresent()) {
			line("");
			line("Nothing was imported." + waiting());
			DecidedPart.append(this, this.summary);
			PreviewPart.append(this, this.summary.header(), this.preview.get());
		}
		else if (ReadPart.isNothingNew(this.summary)) {
			line("");
			line("Nothing new: 0 files to read" + ReadPart.known(this.summary, " (", ")")
					+ ", 0 customers due; nothing was posted.");
		}
		else {
			ReadPart.append(this, this.summary);
			RejectedPart.append(this, this.summary);
			DecidedPart.append(this, this.summary);
			PostedPart.append(this, this.summary);
		}
		GapsPart.append(this, this.summary);
		ClosePart.append(this, this.summary);
		this.summary.header().seal().ifPresent((seal) -> indented("seal " + seal.number() + ": " + seal.hash()));
		foot();
		return this.text.toString();
	}

	private void head() {
		RunHeader run = this.summary.header();
		String took = run.duration().map((duration) -> " in " + Words.duration(duration)).orElse("");
		String state = (run.isPosted() || !run.isToPost()) ? this.ink.good(run.state()) : this.ink.bad(run.state());
		this.text.append(this.ink.heading(run.title() + " of job " + PrintableText.of(run.job())))
			.append(": ")
			.append(state)
			.append(took)
			.append('\n');
		line(dates(run));
		run.error().ifPresent((error) -> error.lines().forEach((part) -> line(this.ink.bad("error") + "  " + part)));
		run.rerun()
			.flatMap(Rerun::warning)
			.ifPresent((warning) -> warning.lines().forEach((part) -> line(this.ink.bad("warning") + "  " + part)));
		if (!run.isPosted()) {
			line("Nothing was posted." + advice(run));
		}
	}

	private String waiting() {
		int files = this.summary.header().rerun().flatMap(Rerun::filesWaiting).orElse(0);
		return switch (files) {
			case 0 -> " No new files wait.";
			case 1 -> " 1 new file waits for the next run.";
			default -> " " + Words.count(files) + " new files wait for the next run.";
		};
	}

	private static String dates(RunHeader run) {
		if (run.rerun().isPresent()) {
			return "Judges " + run.rerun().get().scope() + "; dates are those of " + run.zone()
					+ run.reason().map((reason) -> ". Reason: " + PrintableText.of(reason)).orElse("");
		}
		String covers = run.coversFrom()
			.filter((from) -> from.isBefore(run.businessDate()))
			.map((from) -> ", covers " + new DateRange(from, run.businessDate()))
			.orElse("");
		return "Business date " + run.businessDate() + covers + "; dates are those of " + run.zone();
	}

	private static String advice(RunHeader run) {
		if (!run.isToPost()) {
			return switch (run.state()) {
				case "COMPLETED" -> " This is what would be.";
				case "STOPPED" -> " It is not resumed: give the command again.";
				default -> "";
			};
		}
		return switch (run.state()) {
			case "STOPPED" -> " The next run of the job goes on with it, or: tieout runs resume " + run.number();
			case "SUPERSEDED" -> " Another run has posted in between; run the job again.";
			case "FAILED" -> " Put it right and run the job again.";
			default -> "";
		};
	}

	private void foot() {
		RunHeader run = this.summary.header();
		if (!run.isToPost()) {
			return;
		}
		section("Reports");
		Optional<String> reports = run.reports();
		if (reports.isPresent()) {
			line(MARGIN + reports.get());
		}
		else {
			line(MARGIN + "none" + (run.state().equals("POSTED") ? " yet: tieout runs resume " + run.number() : ""));
		}
	}

	/** Starts a part with a heading. */
	void section(String title) {
		section(title, "");
	}

	/** Starts a part with a heading and what it comes to. */
	void section(String title, String sum) {
		this.text.append('\n').append(this.ink.heading(title));
		this.text.append(sum.isEmpty() ? "" : MARGIN + PrintableText.of(sum)).append('\n');
	}

	/** Adds a verdict behind the heading that was just printed. */
	void verdict(String title, String words, boolean good, String rest) {
		this.text.append('\n')
			.append(this.ink.heading(title))
			.append(MARGIN)
			.append(good ? this.ink.good(words) : this.ink.bad(words))
			.append(rest)
			.append('\n');
	}

	/** Adds a table, with a margin. */
	void table(TextTable table) {
		int columns = (this.width == 0) ? 0 : this.width - MARGIN.length();
		table.render(columns).lines().forEach(this::indented);
	}

	/** Adds a line with a margin. */
	void indented(String line) {
		line(MARGIN + line);
	}

	private void line(String line) {
		this.text.append(line).append('\n');
	}

}
