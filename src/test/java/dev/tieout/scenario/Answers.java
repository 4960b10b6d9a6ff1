package dev.tieout.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import javax.sql.DataSource;

import dev.tieout.attribution.Outcome;
import dev.tieout.attribution.Reason;
import dev.tieout.cases.Case;
import dev.tieout.proof.ProofWatch;
import dev.tieout.proof.jdbc.Verification;
import dev.tieout.recount.RecountWatch;
import dev.tieout.recount.jdbc.Recounting;
import dev.tieout.worlds.ExpectedDecision;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in an installation's database, in words without its numbers. */
final class Answers {

	private final JdbcClient jdbc;

	private final DataSource dataSource;

	Answers(Installation tieout) {
		this.jdbc = tieout.jdbc();
		this.dataSource = tieout.database().dataSource();
	}

	/**
	 * The standing decision of each order and the ledger's net for it, by store and id.
	 */
	Map<String, ExpectedDecision> decisions() {
		Map<String, ExpectedDecision> decisions = new TreeMap<>();
		this.jdbc.sql("""
				select s.code || '/' || r.order_id, c.name, coalesce(a.address, ''), coalesce(d.commission, 0),
				       (select coalesce(sum(e.amount), 0) from ledger_entry e where e.order_no = d.order_no)
				from decision d
				join run u on u.run_no = d.run_no and u.posted_at is not null
				join reason_code c on c.code = d.reason
				join order_revision r on r.order_no = d.order_no and r.superseded_by is null
				join store s using (store_no)
				left join affiliate a on a.affiliate_no = d.affiliate_no
				where d.superseded_by is null
				""").query((row) -> {
			ExpectedDecision twice = decisions.put(row.getString(1), new ExpectedDecision(
					Reason.valueOf(row.getString(2)), row.getString(3), row.getLong(4), row.getLong(5)));
			if (twice != null) {
				throw new AssertionError("order " + row.getString(1) + " has two standing decisions");
			}
		});
		return decisions;
	}

	/** The ledger's nets by order, affiliate and currency; none is zero. */
	List<String> nets() {
		return this.jdbc.sql("""
				select e.order_id || ' ' || a.address || ' ' || e.currency || ' ' || sum(e.amount)
				from ledger_entry e join affiliate a using (affiliate_no)
				group by e.order_no, e.order_id, a.address, e.currency having sum(e.amount) <> 0
				order by 1
				""").query(String.class).list();
	}

	/** What a run posted. */
	List<Case.Posting> posted(int run) {
		return this.jdbc.sql("""
				select t.name, e.order_id, e.amount
				from ledger_entry e join entry_type_code t on t.code = e.type where e.run_no = ? order by e.entry_no
				""")
			.param(run)
			.query((row, number) -> new Case.Posting(row.getString(1), row.getString(2), row.getLong(3)))
			.list();
	}

	/** The outcome of each connection line, in import order. */
	List<Outcome> outcomes() {
		return this.jdbc.sql("""
				select case q.standing when 1 then 'REPEATED' when 2 then 'INVALID_EMAIL' else c.name end
				from connection_request q
				left join (request_outcome o join run u on u.run_no = o.run_no and u.posted_at is not null
				           join outcome_code c on c.code = o.outcome)
				     on o.request_no = q.request_no and o.superseded_by is null
				order by q.request_no
				""").query((row, number) -> Outcome.valueOf(row.getString(1))).list();
	}

	/** Standing connections, without whatever depends on import order. */
	List<String> connections() {
		return this.jdbc
			.sql("""
					select concat_ws(' ', c.address, a.address, k.started_at, k.ended_at, k.ending, k.origin, k.orders_credited,
					       k.order_limit, k.expires_at)
					from connection k
					join run u on u.run_no = k.run_no and u.posted_at is not null
					join customer c using (customer_no)
					join affiliate a using (affiliate_no)
					where k.superseded_by is null order by 1
					""")
			.query(String.class)
			.list();
	}

	/** Notices of a run's files as kind and detail. */
	List<String> notices(int run) {
		return this.jdbc.sql("""
				select n.kind || ' ' || n.detail from notice n join input_file f using (file_no)
				where f.run_no = ? order by f.position, n.line, 1
				""").param(run).query(String.class).list();
	}

	/** Rejects of a run's files as line and reason. */
	List<String> rejects(int run) {
		return this.jdbc.sql("""
				select j.line || ' ' || j.reason from reject j join input_file f using (file_no)
				where f.run_no = ? order by f.position, j.line
				""").param(run).query(String.class).list();
	}

	/** A run's files as name and state. */
	List<String> files(int run) {
		return this.jdbc.sql("select name || ' ' || state from input_file where run_no = ? order by position")
			.param(run)
			.query(String.class)
			.list();
	}

	/**
	 * What is not as it was sealed, does not follow from it, or is stored otherwise than
	 * it is computed again.
	 */
	List<String> findings() {
		List<String> findings = new ArrayList<>();
		new Verification(this.dataSource).verify(Optional.empty(), ProofWatch.BLIND)
			.findings()
			.forEach((finding) -> findings.add(finding.sentence()));
		new Recounting(this.dataSource).recount(RecountWatch.BLIND)
			.checks()
			.forEach((result) -> result.differences()
				.forEach((difference) -> findings.add(result.check().word() + ": " + difference.sentence())));
		return findings;
	}

	/** How many rows a query counts. */
	long count(String fromWhere) {
		return this.jdbc.sql("select count(*) from " + fromWhere).query(Long.class).single();
	}

}
