package dev.tieout.orders.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import dev.tieout.attribution.OrderStatus;
import dev.tieout.records.LateRejects;
import dev.tieout.records.Reject;
import dev.tieout.records.RejectReason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Settles files of orders that have been read to their end: which revision of each order
 * counts, whom the order belongs to, and who is due. To be called in the transaction that
 * completes the files. Only orders with several revisions are looked at one by one.
 */
public final class OrderSettlement {

	private static final OrderStatus[] STATUSES = OrderStatus.values();

	private final JdbcClient jdbc;

	private final RevisionChanges changes;

	public OrderSettlement(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.changes = new RevisionChanges(jdbc);
	}

	/**
	 * Makes ready for settling a first load, of which it is not known whether an order
	 * stands in it twice: an index on all of it tells sooner than grouping its rows.
	 * @return whether some order stands there in several places, in one file or in
	 * several
	 */
	public boolean hasRepeatedOrders() {
		this.jdbc.sql("select ensure_order_id_index()").query((row) -> {
		});
		// The planner knows nothing yet of what was just loaded.
		this.jdbc.sql("set local enable_hashagg = off").update();
		this.jdbc.sql("set local enable_sort = off").update();
		boolean repeated = this.jdbc
			.sql("select exists (select from order_revision group by order_id, store_no having count(*) > 1)")
			.query(Boolean.class)
			.single();
		this.jdbc.sql("set local enable_hashagg to default").update();
		this.jdbc.sql("set local enable_sort to default").update();
		return repeated;
	}

	/**
	 * Returns which of some files may hold an order in two places: one look at all of
	 * them is cheaper than one at each.
	 * @param files the files
	 * @param repeated whether an order's id may stand in several of their rows
	 * @return the numbers of those to be looked at by {@link #rejectSplitOrders}
	 */
	public Set<Integer> filesWithSplitOrders(List<OrderFile> files, boolean repeated) {
		SqlArrayValue numbers = new SqlArrayValue("integer",
				files.stream().map((file) -> (Object) file.number()).toArray());
		Set<Integer> suspect = new HashSet<>(this.jdbc.sql("""
				select distinct file_no from reject where file_no = any(:files) and order_key is not null
				union
				select f.file_no from input_file f join store s using (store_no)
				where f.file_no = any(:files) and s.format = 'SHOPIFY'
				""").param("files", numbers).query(Integer.class).list());
		if (repeated) {
			suspect.addAll(this.jdbc.sql("""
					select distinct file_no
					from (select file_no from order_revision where file_no = any(:files)
					      group by file_no, order_id having count(*) > 1) split
					""").param("files", numbers).query(Integer.class).list());
		}
		return suspect;
	}

	/**
	 * Takes back orders whose key stands in two places of the file (SPLIT_ORDER).
	 * @param file the file
	 * @return the rejects by order key, to be written
	 */
	public Map<String, List<Reject>> rejectSplitOrders(OrderFile file) {
		String key = file.keyedByNumber() ? "coalesce(order_number, order_id)" : "order_id";
		record Part(String key, long line, int records) {
		}
		List<Part> parts = this.jdbc.sql("""
				with accepted as (
				    select order_id, %s as key, line, records from order_revision where file_no = :file),
				twice as (
				    select order_id from accepted group by order_id having count(*) > 1),
				split as (
				    select key from accepted group by key having count(*) > 1
				    union
				    select key from accepted join reject r on r.file_no = :file and r.order_key = key
				    union
				    select key from accepted where order_id in (select order_id from twice))
				select key, line, records from accepted where key in (select key from split) order by line
				""".formatted(key))
			.param("file", file.number())
			.query((row, number) -> new Part(row.getString(1), row.getLong(2), row.getInt(3)))
			.list();
		if (parts.isEmpty()) {
			return Map.of();
		}
		NavigableMap<Long, String> keys = new TreeMap<>();
		Map<Long, String> details = new HashMap<>();
		Map<Long, Integer> following = new HashMap<>();
		for (Part part : parts) {
			keys.put(part.line(), part.key());
			details.put(part.line(), "order '" + part.key()
					+ "' stands in this file in more than one place; the records of an order must be adjacent");
			following.put(part.line(), part.records() - 1);
		}
		Map<String, List<Reject>> rejects = new LinkedHashMap<>();
		for (Reject reject : LateRejects.of(file.path(), details, following, RejectReason.SPLIT_ORDER)) {
			rejects.computeIfAbsent(keys.floorEntry(reject.line()).getValue(), (any) -> new ArrayList<>()).add(reject);
		}
		Object[] lines = parts.stream().map((part) -> (Object) part.line()).toArray();
		this.jdbc.sql("delete from order_revision where file_no = ? and line = any(?)")
			.param(file.number())
			.param(new SqlArrayValue("bigint", lines))
			.update();
		this.jdbc.sql("delete from notice where file_no = ? and line = any(?)")
			.param(file.number())
			.param(new SqlArrayValue("bigint", lines))
			.update();
		return rejects;
	}

	/**
	 * Lists rejected orders of which a former revision goes on counting.
	 * @param file the file
	 */
	public void noticeKeptRevisions(OrderFile file) {
		this.jdbc
			.sql("""
					insert into notice (file_no, line, kind, order_no, detail)
					select :file, min(j.line), 'KEPT_FORMER_REVISION', r.order_no,
					       'order ' || r.order_id || ': rejected here, so the revision of ' || f.name || ', line ' || r.line || ' goes on counting'
					from reject j
					join order_revision r on r.store_no = :store and r.superseded_by is null
					     and case when :byNumber then r.order_number else r.order_id end = j.order_key
					join input_file f on f.file_no = r.file_no and f.state in ('complete', 'posted')
					where j.file_no = :file and j.order_key is not null
					group by r.order_no, r.order_id, f.name, r.line
					""")
			.param("file", file.number())
			.param("store", file.store())
			.param("byNumber", file.keyedByNumber())
			.update();
	}

	/**
	 * Settles files together.
	 * @param files files of complete reading, in reading order
	 * @param run the run's number
	 * @param load what is known of them
	 * @param everyone whether the run judges everyone in any case, so that nobody need be
	 * told
	 */
	public void settle(List<OrderFile> files, int run, Load load, boolean everyone) {
		Object[] numbers = files.stream().map((file) -> (Object) file.number()).toArray();
		List<Long> revised = switch (load) {
			case FIRST_WITHOUT_REPEATS -> List.of();
			case FIRST -> revisedAmong(numbers);
			case LATER -> wasResumed(run) ? revisedMeanwhile(numbers) : revisedBefore(numbers);
		};
		Map<Integer, Long> repeated = new TreeMap<>();
		for (int from = 0; from < revised.size(); from += 5_000) {
			settle(revised.subList(from, Math.min(from + 5_000, revised.size())), numbers, run, repeated);
		}
		repeated.forEach((file, records) -> this.jdbc.sql(
				"update input_file set accepted = accepted - :records, unchanged = unchanged + :records where file_no = :file")
			.param("records", records)
			.param("file", file)
			.update());
		if (!everyone) {
			makeDue(numbers, run);
		}
	}

	/** One revision number of each order that stands in several of these files. */
	private List<Long> revisedAmong(Object[] files) {
		if (files.length < 2) {
			return List.of();
		}
		return this.jdbc.sql("""
				select min(revision_no) from order_revision where file_no = any(?)
				group by order_id, store_no having count(*) > 1
				""").param(new SqlArrayValue("integer", files)).query(Long.class).list();
	}

	private List<Long> revisedBefore(Object[] files) {
		return this.jdbc
			.sql("select revision_no from order_revision where file_no = any(?) and order_no <> revision_no")
			.param(new SqlArrayValue("integer", files))
			.query(Long.class)
			.list();
	}

	/**
	 * What was known when a file was read is known of each of its orders; while a run
	 * rests, others may make more orders known.
	 */
	private List<Long> revisedMeanwhile(Object[] files) {
		return this.jdbc
			.sql("""
					select r.revision_no from order_revision r
					where r.file_no = any(:files)
					      and (r.order_no <> r.revision_no
					           or exists (select from order_revision k join input_file f using (file_no)
					                      where k.order_id = r.order_id and k.store_no = r.store_no and k.file_no <> r.file_no
					                            and f.state in ('complete', 'posted')))
					""")
			.param("files", new SqlArrayValue("integer", files))
			.query(Long.class)
			.list();
	}

	private boolean wasResumed(int run) {
		return this.jdbc.sql("select exists (select from operation where run_no = ? and verb = 'resume')")
			.param(run)
			.query(Boolean.class)
			.single();
	}

	private void settle(List<Long> revisions, Object[] files, int run, Map<Integer, Long> repeated) {
		List<SettledOrder> orders = new ArrayList<>();
		for (List<Revision> order : load(revisions, files).values()) {
			orders.add(new SettledOrder(order));
		}
		this.changes.apply(orders, run);
		orders.forEach((order) -> order.repeated()
			.forEach((revision) -> repeated.merge(revision.file(), (long) revision.records(), Long::sum)));
	}

	/**
	 * All revisions of the orders that these belong to, each order's in order of arrival:
	 * what stood before comes first, whatever the number of its file.
	 */
	private Map<String, List<Revision>> load(List<Long> revisions, Object[] files) {
		Map<String, List<Revision>> orders = new HashMap<>();
		this.jdbc
			.sql("""
					select r.*, r.file_no = any(:files) as fresh
					from (select distinct order_id, store_no from order_revision
					      where revision_no = any(:revisions) and file_no = any(:files)) named
					join order_revision r using (order_id, store_no)
					join input_file f on f.file_no = r.file_no and (f.state in ('complete', 'posted') or f.file_no = any(:files))
					order by fresh, r.file_no, r.line
					""")
			.param("files", new SqlArrayValue("integer", files))
			.param("revisions", new SqlArrayValue("bigint", revisions.toArray()))
			.query((row) -> {
				orders
					.computeIfAbsent(row.getInt("store_no") + "/" + row.getString("order_id"),
							(key) -> new ArrayList<>())
					.add(revision(row));
			});
		return orders;
	}

	private static Revision revision(ResultSet row) throws SQLException {
		long own = row.getLong("own_customer_no");
		boolean same = row.wasNull();
		row.getLong("superseded_by");
		boolean counts = row.wasNull();
		boolean fresh = row.getBoolean("fresh");
		return new Revision(row.getInt("store_no"), row.getString("order_id"), row.getLong("revision_no"),
				row.getLong("order_no"), row.getLong("customer_no"), same ? row.getLong("customer_no") : own,
				row.getObject("revised_at", OffsetDateTime.class).toInstant(), row.getInt("file_no"),
				row.getInt("line"), row.getInt("records"), row.getObject("content_hash", UUID.class),
				STATUSES[row.getInt("status")], row.getLong("refunded"), counts && !fresh, fresh);
	}

	/**
	 * A customer whom this run has made due for an order already need not be told twice.
	 * Told apart as a set: what a first run made due may lie in the table as millions of
	 * dead rows, which must not be looked through for each customer.
	 */
	private void makeDue(Object[] files, int run) {
		this.jdbc.sql("""
				insert into due_customer (customer_no, cause, run_no)
				select customer_no, 0, :run
				from (select customer_no from order_revision where file_no = any(:files) and superseded_by is null
				      except
				      select customer_no from due_customer where run_no = :run and cause = 0) due
				""").param("files", new SqlArrayValue("integer", files)).param("run", run).update();
	}

	/** What is known of files before they are settled. */
	public enum Load {

		/**
		 * No order was known before: several of the files may hold one order under
		 * different numbers.
		 */
		FIRST,

		/** No order was known before, and each stands in the files once. */
		FIRST_WITHOUT_REPEATS,

		/** Each order was looked up when it was read. */
		LATER

	}

}
