package dev.tieout.orders.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Writes what settling orders came to. */
final class RevisionChanges {

	private final JdbcClient jdbc;

	RevisionChanges(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void apply(List<SettledOrder> orders, int run) {
		dropRepeated(orders);
		store(orders);
		orders.forEach(this::notice);
		List<SettledOrder> moved = orders.stream()
			.filter((order) -> order.customerBefore() != 0 && order.customerBefore() != order.customer())
			.toList();
		moved.forEach(this::move);
		makeDue(orders, run);
	}

	private void dropRepeated(List<SettledOrder> orders) {
		List<Long> repeated = new ArrayList<>();
		Set<Integer> files = new LinkedHashSet<>();
		orders.forEach((order) -> order.repeated().forEach((revision) -> {
			repeated.add(revision.number());
			files.add(revision.file());
		}));
		if (!repeated.isEmpty()) {
			this.jdbc.sql("delete from order_revision where revision_no = any(?) and file_no = any(?)")
				.param(new SqlArrayValue("bigint", repeated.toArray()))
				.param(new SqlArrayValue("integer", files.toArray()))
				.update();
		}
	}

	/**
	 * Every kept revision learns its order's number, and by which one it is superseded.
	 * Found by the order's id: a former revision's file may have millions of lines.
	 */
	private void store(List<SettledOrder> orders) {
		List<Row> rows = new ArrayList<>();
		for (SettledOrder order : orders) {
			Revision counting = order.counting();
			for (Revision revision : order.kept()) {
				boolean counts = revision.number() == counting.number();
				long own = (revision.ownCustomer() > 0) ? revision.ownCustomer() : -order.order();
				long customer = counts ? order.customer() : own;
				rows.add(new Row(revision, order.order(), customer, (own != customer) ? own : null,
						counts ? null : counting.number()));
			}
		}
		if (rows.isEmpty()) {
			return;
		}
		this.jdbc
			.sql("""
					update order_revision r
					set order_no = n.order_no, customer_no = n.customer_no, own_customer_no = n.own, superseded_by = n.superseded_by
					from unnest(?::text[], ?::integer[], ?::bigint[], ?::integer[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
					     as n (order_id, store_no, revision_no, file_no, order_no, customer_no, own, superseded_by)
					where r.order_id = n.order_id and r.store_no = n.store_no and r.revision_no = n.revision_no and r.file_no = n.file_no
					""")
			.param(array("text", rows, (row) -> row.revision().orderId()))
			.param(array("integer", rows, (row) -> row.revision().store()))
			.param(array("bigint", rows, (row) -> row.revision().number()))
			.param(array("integer", rows, (row) -> row.revision().file()))
			.param(array("bigint", rows, Row::order))
			.param(array("bigint", rows, Row::customer))
			.param(array("bigint", rows, Row::own))
			.param(array("bigint", rows, Row::supersededBy))
			.update();
	}

	private void notice(SettledOrder order) {
		for (SettledOrder.Regression regression : order.regressions()) {
			notice(regression.revision(), order.order(), "REVISION_REGRESSES", regression.what());
		}
		if (order.isAddressWithdrawn() && order.counting().fresh()) {
			notice(order.counting(), order.order(), "ADDRESS_WITHDRAWN",
					"came without an address, so the former one goes on counting");
		}
	}

	private void notice(Revision revision, long order, String kind, String what) {
		this.jdbc.sql("insert into notice (file_no, line, kind, order_no, detail) values (?, ?, ?, ?, ?)")
			.params(revision.file(), revision.line(), kind, order, "order " + revision.orderId() + ": " + what)
			.update();
	}

	/**
	 * Former decisions and entries stay under the former customer; this tells where to
	 * look.
	 */
	private void move(SettledOrder order) {
		this.jdbc.sql("delete from order_move where order_no = ? and from_customer_no = ?")
			.params(order.order(), order.customer())
			.update();
		this.jdbc.sql("update order_move set to_customer_no = ? where order_no = ?")
			.params(order.customer(), order.order())
			.update();
		this.jdbc.sql("""
				insert into order_move (order_no, from_customer_no, to_customer_no) values (?, ?, ?)
				on conflict (order_no, from_customer_no) do update set to_customer_no = excluded.to_customer_no
				""").params(order.order(), order.customerBefore(), order.customer()).update();
	}

	private void makeDue(List<SettledOrder> orders, int run) {
		Set<Long> due = new LinkedHashSet<>();
		for (SettledOrder order : orders) {
			if (order.isDue()) {
				due.add(order.customer());
				if (order.customerBefore() != 0) {
					due.add(order.customerBefore());
				}
			}
		}
		if (!due.isEmpty()) {
			this.jdbc.sql("insert into due_customer (customer_no, cause, run_no) select unnest(?::bigint[]), 0, ?")
				.param(new SqlArrayValue("bigint", due.toArray()))
				.param(run)
				.update();
		}
	}

	private static SqlArrayValue array(String type, List<Row> rows, Function<Row, @Nullable Object> column) {
		return new SqlArrayValue(type, rows.stream().map(column).toArray());
	}

	/** A revision's row as it is to be. */
	private record Row(Revision revision, long order, long customer, @Nullable Long own, @Nullable Long supersededBy) {

	}

}
