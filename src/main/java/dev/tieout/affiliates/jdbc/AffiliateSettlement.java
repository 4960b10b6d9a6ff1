package dev.tieout.affiliates.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

import dev.tieout.affiliates.AffiliateImport;
import dev.tieout.affiliates.AffiliateImport.DuplicateCode;
import dev.tieout.affiliates.DatedRow;
import dev.tieout.affiliates.ReadLine;
import dev.tieout.bulk.CopyRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Settles what a run has read of affiliate files: stores the rows they add, counts the
 * lines that change nothing, rejects codes that somebody else holds, and makes due whom
 * it concerns. To be called in a transaction, which also completes the files.
 */
public final class AffiliateSettlement {

	private static final int BATCH = 20_000;

	private final JdbcClient jdbc;

	private final DataSource dataSource;

	private final AffiliateTables tables;

	public AffiliateSettlement(JdbcClient jdbc, DataSource dataSource) {
		this.jdbc = jdbc;
		this.dataSource = dataSource;
		this.tables = new AffiliateTables(jdbc);
	}

	/**
	 * Settles a run's affiliate lines. Affiliates concern each other only by a code that
	 * several of them say: these are settled together, all others in batches, so that
	 * memory holds a batch.
	 * @param run the run's number
	 * @param startOfBusinessDate from when undated lines hold, except in the first run
	 * that imports affiliates: there they hold from the beginning of time (rules.md 3)
	 * @return the rejected lines, to be written with their raw text
	 */
	public List<DuplicateCode> settle(int run, Instant startOfBusinessDate) {
		Instant undated = this.tables.hasRows() ? startOfBusinessDate : Instant.MIN;
		int[] rivals = this.tables.rivals(run);
		Settled settled = settle(run, undated, rivals);
		boolean added = settled.added();
		int[] others = this.tables.others(run, rivals);
		for (int from = 0; from < others.length; from += BATCH) {
			int[] batch = Arrays.copyOfRange(others, from, Math.min(others.length, from + BATCH));
			added |= settle(run, undated, batch).added();
		}
		if (added) {
			makeDue(run);
		}
		return settled.duplicates();
	}

	private Settled settle(int run, Instant undated, int[] affiliates) {
		AffiliateImport result = AffiliateImport.of(this.tables.rows(affiliates), this.tables.lines(run, affiliates),
				undated);
		List<DatedRow> added = result.added();
		store(run, added);
		countUnchanged(result.unchanged());
		return new Settled(!added.isEmpty(), result.duplicates());
	}

	private void store(int run, List<DatedRow> added) {
		CopyRows rows = new CopyRows("affiliate_row", "affiliate_no", "effective_from", "status", "group_name",
				"ref_code", "coupon", "name", "run_no", "file_no", "line");
		for (DatedRow row : added) {
			rows.row()
				.integer(row.affiliate())
				.instant(row.row().from())
				.text(row.row().status().word())
				.text(row.row().group())
				.text(row.row().referralCode())
				.text(row.row().coupon())
				.text(row.name())
				.integer(run)
				.integer(row.file())
				.number(row.line());
		}
		write(rows);
	}

	private void countUnchanged(List<ReadLine> unchanged) {
		Map<Integer, Long> counts = new TreeMap<>();
		unchanged.forEach((line) -> counts.merge(line.file(), 1L, Long::sum));
		counts.forEach((file, count) -> this.jdbc.sql(
				"update input_file set accepted = accepted - :count, unchanged = unchanged + :count where file_no = :file")
			.param("count", count)
			.param("file", file)
			.update());
	}

	/**
	 * Whoever may be answered otherwise: customers with a request that names a changed
	 * affiliate, with a decision or connection that does, the affiliate itself as a
	 * buyer, and orders with a code that it has, had or gets.
	 */
	private void makeDue(int run) {
		this.jdbc
			.sql("""
					with changed as (
					    select affiliate_no, min(effective_from) since from affiliate_row where run_no = :run group by 1),
					code as (
					    select distinct r.coupon code from affiliate_row r join changed using (affiliate_no) where r.coupon <> ''
					    union
					    select distinct r.ref_code from affiliate_row r join changed using (affiliate_no) where r.ref_code <> '')
					insert into due_customer (customer_no, cause, run_no)
					select distinct customer_no, 2, :run
					from (select q.customer_no from connection_request q join changed using (affiliate_no)
					      where q.standing = 0 and (q.file_no is null or q.file_no in
					            (select file_no from input_file where state in ('complete', 'posted')))
					      union
					      select c.customer_no from connection c join changed using (affiliate_no) where c.superseded_by is null
					      union
					      select d.customer_no from decision d join changed using (affiliate_no)
					      where d.superseded_by is null and d.affiliate_no is not null
					      union
					      select b.customer_no from affiliate a join changed using (affiliate_no) join customer b on b.hash = a.hash
					      union
					      select o.customer_no from order_revision o
					      where o.superseded_by is null and o.placed_at >= (select min(since) from changed)
					            and (o.ref_code in (select code from code)
					                 or (o.coupons is not null
					                     and string_to_array(o.coupons, ',') && array(select code from code)))) concerned
					""")
			.param("run", run)
			.update();
	}

	private void write(CopyRows rows) {
		Connection connection = DataSourceUtils.getConnection(this.dataSource);
		try {
			rows.writeTo(connection);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("affiliates' rows were not stored: " + ex.getMessage(), ex);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, this.dataSource);
		}
	}

	private record Settled(boolean added, List<DuplicateCode> duplicates) {

	}

}
