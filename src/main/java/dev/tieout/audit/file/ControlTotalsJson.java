package dev.tieout.audit.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tieout.audit.ControlTotal;
import dev.tieout.audit.RunFile;
import dev.tieout.audit.RunHeader;
import dev.tieout.audit.RunReport;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.Walk;

/** The run's proof for machines: {@code control-totals.json}. */
final class ControlTotalsJson {

	private ControlTotalsJson() {
	}

	static String of(RunReport report) {
		RunSummary summary = report.summary();
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("run", run(summary.header()));
		json.put("verdict", summary.verdict());
		json.put("controlTotals", summary.controlTotals().stream().map(ControlTotalsJson::controlTotal).toList());
		json.put("files", summary.files().stream().map(ControlTotalsJson::file).toList());
		json.put("decisions", summary.decisions());
		json.put("postedByType", summary.postedByType());
		json.put("postedByAffiliate", summary.postedByAffiliate());
		List<Map<String, Object>> exceptions = new ArrayList<>();
		summary.exceptions().forEach((group) -> {
			// Map.of has another order in each process.
			Map<String, Object> exception = new LinkedHashMap<>();
			exception.put("source", group.source());
			exception.put("kind", group.kind());
			exception.put("count", group.count());
			exceptions.add(exception);
		});
		json.put("exceptions", exceptions);
		json.put("negativeBalances", summary.negativeBalances());
		json.put("gaps", summary.gaps());
		json.put("walks", report.walks().stream().map(ControlTotalsJson::walk).toList());
		json.put("unusualTotals", report.unusual());
		return JsonText.of(json) + "\n";
	}

	private static Map<String, Object> run(RunHeader run) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("number", run.number());
		json.put("job", run.job());
		json.put("kind", run.kind());
		json.put("program", run.program());
		json.put("zone", run.zone());
		json.put("businessDate", run.businessDate());
		run.rerun().ifPresent((rerun) -> {
			json.put("from", rerun.range().from());
			json.put("to", rerun.range().to());
			json.put("wholeCustomers", rerun.wholeCustomers());
		});
		run.reason().ifPresent((reason) -> json.put("reason", reason));
		json.put("posted", run.isPosted());
		json.put("startedAt", run.startedAt());
		run.postedAt().ifPresent((at) -> json.put("postedAt", at));
		json.put("operator", run.operator());
		json.put("edition", run.edition());
		json.put("version", run.version());
		run.seal().ifPresent((seal) -> json.put("seal", seal));
		return json;
	}

	private static Map<String, Object> walk(Walk walk) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("currency", walk.currency().getCurrencyCode());
		json.put("closes", walk.closes());
		json.put("steps", walk.steps().stream().map(ControlTotalsJson::step).toList());
		return json;
	}

	private static Map<String, Object> step(Walk.Step step) {
		Map<String, Object> json = new LinkedHashMap<>();
		step.sum().ifPresent((sum) -> json.put("sum", sum));
		json.put("label", step.label());
		step.orders().ifPresent((orders) -> json.put("orders", orders));
		json.put("amount", step.amount().toPlainString());
		return json;
	}

	private static Map<String, Object> controlTotal(ControlTotal total) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("equation", total.equation());
		json.put("subject", total.subject());
		json.put("detail", total.detail());
		json.put("expected", total.expected().toPlainString());
		json.put("found", total.found().toPlainString());
		json.put("closes", total.closes());
		return json;
	}

	private static Map<String, Object> file(RunFile file) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("file", file.name());
		json.put("sha256", file.sha256());
		json.put("kind", file.kind());
		json.put("state", file.state());
		json.put("records", file.records());
		json.put("accepted", file.accepted());
		json.put("unchanged", file.unchanged());
		json.put("rejected", file.rejected());
		return json;
	}

}
