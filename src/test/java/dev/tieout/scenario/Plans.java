package dev.tieout.scenario;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.OptionalLong;

import dev.tieout.audit.Plan;
import dev.tieout.audit.file.CsvRows;
import dev.tieout.audit.file.PlanJson;
import dev.tieout.operations.ApplyRequest;
import dev.tieout.operations.PlanOperations;
import dev.tieout.operations.PlanRequest;
import dev.tieout.operations.RunObserver;
import dev.tieout.operations.RunResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Makes and applies plans as an operator does. */
final class Plans {

	static final String REASON = "agreed on 3 November";

	private final Installation tieout;

	private final Path job;

	Plans(Installation tieout, Path job) {
		this.tieout = tieout;
		this.job = job;
	}

	/** Makes a plan of what was placed in a range. */
	Path plan(String from, String to, String name) {
		return plan(from, to, name, false);
	}

	Path plan(String from, String to, String name, boolean wholeCustomers) {
		Path file = this.job.resolveSibling(name);
		RunResult result = run(from, to, file, wholeCustomers);
		assertThat(result.error()).isEmpty();
		return file;
	}

	/** Makes a plan, and tells what became of its run. */
	RunResult run(String from, String to, Path file, boolean wholeCustomers) {
		return this.tieout.bean(PlanOperations.class)
			.plan(new PlanRequest(Path.of("jobs"), this.job.toString(), LocalDate.parse(from), LocalDate.parse(to),
					file, wholeCustomers), Installation.TESTER, RunObserver.SILENT);
	}

	RunResult apply(Path file) {
		return this.tieout.bean(PlanOperations.class)
			.apply(new ApplyRequest(file, REASON), Installation.TESTER, RunObserver.SILENT);
	}

	/** What a plan says. */
	static Plan read(Path file) throws IOException {
		return PlanJson.read(Files.readAllBytes(file));
	}

	/** The entries of a plan's list, a row each, without its header. */
	static List<String> list(Path file) throws IOException {
		List<String> lines = Files.readAllLines(file.resolveSibling(read(file).entries().csv()));
		return lines.subList(1, lines.size());
	}

	/** What a run has posted, in the form of a plan's list. */
	List<String> posted(int run) {
		return rows(
				"""
						select t.name type, s.code, e.order_id, e.ordered_at, e.customer_no, a.address, e.currency, e.amount, r.name reason,
						       to_char(e.period, 'YYYY-MM') period, e.payable_on, e.corrects, f.name, e.line
						from ledger_entry e
						join entry_type_code t on t.code = e.type join reason_code r on r.code = e.reason
						join affiliate a using (affiliate_no) join input_file f using (file_no) left join store s using (store_no)
						where e.run_no = ? order by e.entry_no
						""",
				run);
	}

	private List<String> rows(String sql, int run) {
		return this.tieout.jdbc().sql(sql).param(run).query((row, number) -> {
			int digits = Currency.getInstance(row.getString("currency")).getDefaultFractionDigits();
			CsvRows csv = new CsvRows();
			long corrects = row.getLong("corrects");
			csv.text(row.getString("type"))
				.text(row.getString(2))
				.text(row.getString(3))
				.instant(row.getObject(4, OffsetDateTime.class).toInstant())
				.number(row.getLong(5))
				.text(row.getString(6))
				.text(row.getString(7))
				.money(row.getLong(8), digits)
				.text(row.getString("reason"))
				.text(row.getString("period"))
				.date(row.getObject("payable_on", LocalDate.class))
				.number((corrects == 0) ? OptionalLong.empty() : OptionalLong.of(corrects))
				.text(row.getString(13))
				.number(row.getLong(14));
			return written(csv);
		}).list();
	}

	private static String written(CsvRows csv) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			csv.writeTo(out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toString(StandardCharsets.UTF_8);
	}

}
