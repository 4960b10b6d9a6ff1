package dev.tieout.cli;

import java.util.List;

import dev.tieout.audit.PrintableText;
import dev.tieout.audit.RunDetail;
import dev.tieout.audit.RunFile;
import dev.tieout.audit.RunHeader;
import dev.tieout.audit.StepState;
import dev.tieout.audit.TextTable;
import dev.tieout.audit.TextTable.Column;

/** A run's particulars as text. */
final class RunDetailPrint {

	private final StringBuilder text = new StringBuilder();

	private RunDetailPrint() {
	}

	static String of(RunDetail detail, boolean workers, Console console) {
		RunDetailPrint print = new RunDetailPrint();
		print.header(detail);
		print.text.append('\n').append(detail.stepTable().render(console.tableWidth()));
		if (workers && !detail.workers().isEmpty()) {
			print.text.append('\n').append(detail.workerTable().render(console.tableWidth()));
		}
		if (!detail.files().isEmpty()) {
			print.text.append('\n').append(files(detail.files()).render(console.tableWidth()));
		}
		return print.text.toString();
	}

	private void header(RunDetail detail) {
		RunHeader run = detail.header();
		line("run", run.number() + " of job " + run.job() + " (" + run.word() + ")");
		line("state", run.state() + remark(detail));
		run.error().ifPresent(this::error);
		line("business date", run.businessDate() + run.coversFrom().map((from) -> ", covers from " + from).orElse(""));
		run.rerun().ifPresent((rerun) -> {
			line("judges", rerun.scope());
			rerun.filesWaiting().ifPresent((files) -> line("new files", files + " left to the next run"));
			rerun.warning().ifPresent((warning) -> line("warning", warning));
		});
		line("started", run.startedAt() + run.duration().map((took) -> ", took " + Words.duration(took)).orElse(""));
		run.postedAt().ifPresent((at) -> line("posted", at.toString()));
		line("program", run.program() + ", " + run.zone() + ", " + run.currency() + ", edition " + run.edition());
		line("operator", run.operator() + run.reason().map((reason) -> ": " + reason).orElse(""));
		line("version", "Tieout " + run.version());
		line("reports", run.reports().orElse("none"));
	}

	private static String remark(RunDetail detail) {
		String remark = detail.life().remark(detail.header().state(), detail.header().number());
		if (!remark.isEmpty()) {
			return ", " + remark;
		}
		return detail.steps()
			.stream()
			.filter((step) -> step.state() == StepState.AT_WORK)
			.map((step) -> ", at work on " + step.name())
			.findFirst()
			.orElse("");
	}

	private void error(String error) {
		String name = "error";
		for (String part : error.lines().toList()) {
			line(name, part);
			name = "";
		}
	}

	private void line(String name, String value) {
		this.text.append("%-15s".formatted(name)).append(PrintableText.of(value)).append('\n');
	}

	private static TextTable files(List<RunFile> files) {
		TextTable table = new TextTable(Column.text("file"), Column.text("kind"), Column.text("store"),
				Column.number("records"), Column.number("accepted"), Column.number("unchanged"),
				Column.number("rejected"), Column.number("blank"), Column.text("state"), Column.text("detail"));
		for (RunFile file : files) {
			table.row(file.name(), file.kind(), file.store().orElse(""), Words.count(file.records()),
					Words.count(file.accepted()), Words.count(file.unchanged()), Words.count(file.rejected()),
					Words.count(file.blankLines()), file.state().replace('_', ' '), file.detail().orElse(""));
		}
		return table;
	}

}
