package dev.tieout.proof.jdbc;

import java.util.ArrayList;
import java.util.List;

import dev.tieout.proof.Sha256;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks what must follow from the ledger and from what was sealed. */
final class LedgerCheck {

	private static final int MOST = 10;

	/**
	 * Frozen balances against the ledger up to the closing's last entry: one pass over
	 * the entries, however many closings there are.
	 */
	private static final String CLOSINGS = """
			with c as (
			    select closing_no, month, (month + interval '1 month - 1 day')::date month_end, last_entry,
			           row_number() over (order by last_entry, closing_no) - 1 earlier
			      from closing),
			g as (
			    select affiliate_no, currency, period, type, date_trunc('month', payable_on::timestamp)::date payable_month,
			           width_bucket(entry_no, (select array_agg(last_entry + 1 order by last_entry) from closing)) bucket,
			           sum(amount) amount
			      from ledger_entry
			     where period <= (select max(month) from closing)
			     group by 1, 2, 3, 4, 5, 6),
			now as (
			    select c.closing_no, g.affiliate_no, g.currency,
			           coalesce(sum(g.amount) filter (where g.period < c.month), 0) opening,
			           coalesce(sum(g.amount) filter (where g.period = c.month and g.type = 0), 0) accrued,
			           coalesce(sum(g.amount) filter (where g.period = c.month and g.type = 1), 0) adjusted,
			           coalesce(sum(g.amount) filter (where g.period = c.month and g.type = 2), 0) reversed,
			           sum(g.amount) closing,
			           coalesce(sum(g.amount) filter (where g.payable_month <= c.month), 0) released
			      from c join g on g.bucket <= c.earlier and g.period <= c.month
			     group by 1, 2, 3)
			select closing_no, a.address, currency,
			       concat_ws(' ', b.opening, b.accrued, b.adjusted, b.reversed, b.closing, b.released) says,
			       concat_ws(' ', n.opening, n.accrued, n.adjusted, n.reversed, n.closing, n.released) should
			  from closing_balance b
			  full join now n using (closing_no, affiliate_no, currency)
			  join affiliate a using (affiliate_no)
			 where (b.opening, b.accrued, b.adjusted, b.reversed, b.closing, b.released)
			       is distinct from (n.opening, n.accrued, n.adjusted, n.reversed, n.closing, n.released)
			 order by closing_no, affiliate_no, currency
			 limit 10
			""";

	/**
	 * Two sums that are equal if the decisions and the entries agree, and otherwise only
	 * by a chance of one in a billion: a fifth of the cost of comparing order by order.
	 */
	private static final String DECISIONS_AGREE = """
			select coalesce((select sum((hashtextextended(currency, order_no # (affiliate_no::bigint << 40)) % 1000000007)::numeric * amount)
			                   from ledger_entry), 0)
			       = coalesce((select sum((hashtextextended(currency, order_no # (affiliate_no::bigint << 40)) % 1000000007)::numeric * commission)
			                     from decision
			                    where superseded_by is null and reason = 21 and commission <> 0
			                          and run_no in (select run_no from run where posted_at is not null)), 0)
			""";

	/**
	 * The net of an order's entries is what its decision credits (rules.md 6), unless its
	 * customer is due: then a difference may be left.
	 */
	private static final String DECISIONS = """
			select d.order_no, d.affiliate_no, d.currency, d.net, d.credited,
			       (select coalesce(min(s.code), '?') || '/' || min(r.order_id) from order_revision r left join store s using (store_no)
			         where r.order_no = d.order_no) as name
			  from (select order_no, affiliate_no, currency, sum(net) net, sum(credited) credited
			          from (select order_no, affiliate_no, currency, amount net, 0 credited from ledger_entry
			                union all
			                select order_no, affiliate_no, currency, 0, commission from decision
			                 where superseded_by is null and reason = 21 and commission <> 0
			                       and run_no in (select run_no from run where posted_at is not null)) x
			         group by order_no, affiliate_no, currency
			        having sum(net) <> sum(credited)
			         limit 100000) d
			 where not exists (select from due_customer u join decision c using (customer_no) where c.order_no = d.order_no)
			   and not exists (select from due_customer u join ledger_entry e using (customer_no) where e.order_no = d.order_no)
			 order by d.order_no
			 limit 10
			""";

	private final JdbcTemplate jdbc;

	private final Findings findings;

	LedgerCheck(JdbcTemplate jdbc, Findings findings) {
		this.jdbc = jdbc;
		this.findings = findings;
	}

	/** Every edition is known by the hash of its canonical text. */
	void editions() {
		this.jdbc.query("select hash, canonical_text from edition order by edition_no", (row) -> {
			String hash = row.getString(1);
			String computed = Sha256.of(row.getString(2));
			if (!computed.equals(hash)) {
				this.findings.add("edition " + hash.substring(0, Math.min(12, hash.length())),
						"its canonical text was changed; compare it with the text in a run's evidence", computed, hash);
			}
		});
	}

	/**
	 * Nothing that was posted may be without a seal, once there are seals.
	 * @param sealed the number of the last entry that a seal covers
	 */
	void unsealed(long sealed) {
		this.jdbc.query("select entry_no, run_no from ledger_entry where entry_no > ? order by 1 limit " + MOST,
				(row) -> {
					this.findings.add("entry " + row.getLong(1),
							"is in no seal: it was added beside a posting, or the seal of run " + row.getInt(2)
									+ " was deleted",
							"", "");
				}, sealed);
		this.jdbc.query("""
				select run_no, posted_at from run
				where posted_at > (select u.posted_at from seal s join run u using (run_no) where s.seal_no = 1)
				      and run_no not in (select run_no from seal)
				order by posted_at limit 10
				""", (row) -> {
			this.findings.add("run " + row.getInt(1), "has posted, but has no seal: its seal was deleted", "", "");
		});
	}

	/** Where nothing was ever sealed, nothing else of seals can be there. */
	void neverSealed() {
		String anything = "select exists (select from seal_part) or exists (select from sealed_record) or exists (select from seal_fingerprint)";
		if (JdbcClient.create(this.jdbc).sql(anything).query(Boolean.class).single()) {
			this.findings.add("seal 1", "is missing, and all others with it: what they covered is still there", "", "");
		}
	}

	/**
	 * Returns what waits for the next posting to be sealed.
	 * @param sealed whether there are seals
	 * @return in words
	 */
	List<String> waiting(boolean sealed) {
		List<String> waiting = new ArrayList<>();
		if (!sealed) {
			count(waiting, "entries", "ledger_entry");
		}
		count(waiting, "operations",
				"operation where operation_no not in (select number from sealed_record where kind = 'operation')");
		count(waiting, "closings",
				"closing where closing_no not in (select number from sealed_record where kind = 'closing')");
		return waiting;
	}

	private void count(List<String> waiting, String what, String from) {
		long count = JdbcClient.create(this.jdbc).sql("select count(*) from " + from).query(Long.class).single();
		if (count > 0) {
			waiting.add(count + " " + ((count > 1) ? what : what.replaceAll("ies$", "y").replaceAll("s$", "")));
		}
	}

	/** A closing's balances are what the ledger says for it, for ever. */
	void closings() {
		if (JdbcClient.create(this.jdbc).sql("select not exists (select from closing)").query(Boolean.class).single()) {
			return;
		}
		this.jdbc.query(CLOSINGS, (row) -> {
			this.findings.add("closing " + row.getInt(1),
					"the balance of " + row.getString(2) + " in " + row.getString(3)
							+ " is not what the ledger adds up to (opening accrued adjusted reversed closing released)",
					nothing(row.getString(4)), nothing(row.getString(5)));
		});
	}

	/** What was posted is what was decided. */
	void decisions() {
		if (JdbcClient.create(this.jdbc).sql(DECISIONS_AGREE).query(Boolean.class).single()) {
			return;
		}
		this.jdbc.query(DECISIONS, (row) -> {
			this.findings.add("order " + row.getString("name"),
					"its decision credits affiliate_no " + row.getInt("affiliate_no")
							+ " with another amount than its entries add up to",
					"decision " + row.getString("credited") + " " + row.getString("currency"), row.getString("net"));
		});
	}

	private static String nothing(String balance) {
		return balance.isEmpty() ? "nothing" : balance;
	}

}
