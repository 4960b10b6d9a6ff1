package dev.tieout.scenario;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import dev.tieout.audit.DueCause;
import dev.tieout.operations.RerunOperations;
import dev.tieout.operations.RerunRequest;
import dev.tieout.operations.RunObserver;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;

import static org.assertj.core.api.Assertions.assertThat;

/** Reruns of a site's job, and what they leave. */
final class Reruns {

	private final Installation tieout;

	private final Site site;

	Reruns(Installation tieout, Site site) {
		this.tieout = tieout;
		this.site = site;
	}

	/**
	 * Makes customers due without posting: a run reads their connections to Ann, and
	 * whatever else lies there, but fails for another file.
	 */
	void hold(String... customers) throws Exception {
		if (customers.length > 0) {
			this.site.connections("connections-hold.csv",
					Arrays.stream(customers)
						.map("ann@partners.example,%s@x.example,2025-01-01,"::formatted)
						.toArray(String[]::new));
		}
		this.site.file("orders-web-bad.csv", "no,header\n1,2\n");
		RunResult failed = this.tieout.run(this.site.job(), LocalDate.of(2025, 5, 1));
		assertThat(failed.state()).isEqualTo(RunState.FAILED);
		assertThat(failed.error().orElseThrow()).contains("orders-web-bad.csv");
		this.site.delete("orders-web-bad.csv");
	}

	RunResult rerun(String from, String to) {
		return last(run(request(from, to, false, false)));
	}

	RunResult dryRun(String from, String to) {
		return last(run(request(from, to, true, false)));
	}

	RunResult wholeCustomers(String from, String to) {
		return last(run(request(from, to, false, true)));
	}

	List<RunResult> run(RerunRequest request) {
		return this.tieout.bean(RerunOperations.class).rerun(request, Installation.TESTER, RunObserver.SILENT);
	}

	RerunRequest request(String from, String to, boolean dryRun, boolean whole) {
		return new RerunRequest(Path.of("jobs"), this.site.job().toString(), LocalDate.parse(from), LocalDate.parse(to),
				"a test", dryRun, whole);
	}

	/** Who is due and why, by the first part of the address. */
	List<String> due() {
		return this.tieout.jdbc().sql("""
				select distinct split_part(c.address, '@', 1), d.cause
				from due_customer d left join customer c using (customer_no) order by 1, 2
				""").query((row, number) -> row.getString(1) + " " + DueCause.values()[row.getInt(2)]).list();
	}

	/** The differences that a run found, each posted or left. */
	List<String> proposals(RunResult run) {
		return this.tieout.jdbc().sql("""
				select concat_ws(' ', order_id, amount, case when posts then 'posted' else 'left' end)
				from ledger_proposal where run_no = ? order by order_id collate "C", affiliate_no, currency
				""").param(run.run()).query(String.class).list();
	}

	private static RunResult last(List<RunResult> results) {
		assertThat(results).isNotEmpty()
			.as("reruns that were resumed")
			.allMatch((result) -> result.state() != RunState.RUNNING);
		return results.get(results.size() - 1);
	}

}
