package dev.tieout.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tieout.audit.ConnectionLine;
import dev.tieout.audit.DueCause;
import dev.tieout.audit.Explanation.Customer;
import dev.tieout.audit.Explanation.Entry;
import dev.tieout.audit.Explanation.Judgement;
import dev.tieout.audit.Explanation.Request;
import dev.tieout.audit.Explanation.Revision;
import dev.tieout.audit.Explanation.Standing;
import dev.tieout.audit.OrderMatch;

/**
 * Reads what explains one order. Everything is reached through the order's id or the
 * customers it has belonged to: these are what the tables are indexed by.
 */
final class OrderFacts {

	private static final List<DueCause> CAUSES = List.of(DueCause.values());

	private final JdbcClient jdbc;

	private final OrderMatch order;

	private final Instant now;

	/** Whom the order belongs to. */
	private final long owner;

	/** Whom it has ever belonged to. */
	private final List<Long> owners;

	OrderFacts(JdbcClient jdbc, OrderMatch order, Instant now) {
		this.jdbc = jdbc;
		this.order = order;
		this.now = now;
		this.owner = query(OrderSql.OWNER).query(Long.class).single();
		this.owners = query(OrderSql.OWNERS).query(Long.class).list();
	}

	private JdbcClient.StatementSpec query(String sql) {
		return this.jdbc.sql(sql)
			.param("order", this.order.number())
			.param("store", this.order.store())
			.param("id", this.order.orderId());
	}

	Optional<Customer> customer() {
		return this.jdbc.sql(OrderSql.CUSTOMER)
			.param("owner", this.owner)
			.query((row, number) -> new Customer(row.getLong("customer_no"), Cells.textOrEmpty(row, "address"),
					Cells.textOrEmpty(row, "name"), row.getBoolean("usable"),
					Cells.instant(row, "forgotten_at").isPresent()))
			.optional();
	}

	List<Revision> revisions() {
		return query(OrderSql.REVISIONS).query((row, number) -> revision(row)).list();
	}

	static Revision revision(ResultSet row) throws SQLException {
		return new Revision(Cells.place(row), row.getInt("run_no"), Cells.requiredInstant(row, "revised_at"),
				Codes.required(Codes.STATUSES, row, "status"), Cells.total(row, "total"), Cells.total(row, "refunded"),
				Cells.textOrEmpty(row, "coupons"), Cells.textOrEmpty(row, "ref_code"), row.getBoolean("counts"));
	}

	List<Request> requests() {
		return reversed(this.jdbc.sql(OrderSql.REQUESTS)
			.param("owner", this.owner)
			.query((row, number) -> request(row))
			.list());
	}

	static Request request(ResultSet row) throws SQLException {
		return new Request(Cells.place(row), Cells.requiredInstant(row, "at"), row.getBoolean("dated"),
				Codes.required(Codes.ACTIONS, row, "action"), row.getString("affiliate"),
				Codes.outcome(row, "outcome_name"), Cells.text(row, "other"));
	}

	List<ConnectionLine> connections() {
		return reversed(this.jdbc.sql(OrderSql.CONNECTIONS)
			.param("owner", this.owner)
			.query((row, number) -> ConnectionList.line(row, this.now))
			.list());
	}

	private static <T> List<T> reversed(List<T> newestFirst) {
		List<T> oldestFirst = new ArrayList<>(newestFirst);
		Collections.reverse(oldestFirst);
		return oldestFirst;
	}

	List<Judgement> decisions() {
		return query(OrderSql.DECISIONS).param("owners", this.owners)
			.param("placed_at", Cells.parameter(this.order.placedAt()))
			.query((row, number) -> judgement(row))
			.list();
	}

	static Judgement judgement(ResultSet row) throws SQLException {
		String group = Cells.textOrEmpty(row, "group_name");
		Optional<Standing> standing = Cells.text(row, "status").map((status) -> new Standing(status, group));
		return new Judgement(row.getBoolean("counts"), row.getInt("run_no"),
				Codes.required(Codes.REASONS, row, "reason"), Cells.text(row, "affiliate"), standing,
				Codes.optional(Codes.SOURCES, row, "source"), Cells.instant(row, "connection_started_at"),
				row.getInt("order_of_limit"), Cells.number(row, "order_limit"), Cells.instant(row, "expires_at"),
				Cells.total(row, "order_total"), Cells.total(row, "base"), Cells.textOrEmpty(row, "rates"),
				Cells.total(row, "commission"), row.getBoolean("new_customer"), row.getString("hash"),
				Cells.date(row, "effective_from"), row.getInt("calculation"), Cells.place(row));
	}

	List<Entry> entries() {
		return query(OrderSql.ENTRIES).param("owners", this.owners).query((row, number) -> entry(row)).list();
	}

	private static Entry entry(ResultSet row) throws SQLException {
		long corrects = row.getLong("corrects");
		OptionalLong corrected = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(corrects);
		return new Entry(row.getLong("entry_no"), row.getInt("run_no"), Codes.required(Codes.ENTRY_TYPES, row, "type"),
				row.getString("affiliate"), Cells.total(row, "amount"), Codes.required(Codes.REASONS, row, "reason"),
				YearMonth.from(row.getObject("period", LocalDate.class)), Cells.requiredDate(row, "payable_on"),
				Cells.requiredInstant(row, "posted_at"), corrected, Cells.place(row));
	}

	List<DueCause> due() {
		return this.jdbc.sql("select distinct cause from due where customer_no = :owner order by cause")
			.param("owner", this.owner)
			.query((row, number) -> Codes.required(CAUSES, row, "cause"))
			.list();
	}

}
