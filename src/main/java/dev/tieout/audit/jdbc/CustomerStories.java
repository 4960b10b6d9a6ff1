package dev.tieout.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tieout.audit.CustomerStory;
import dev.tieout.audit.CustomerStory.Counts;
import dev.tieout.audit.CustomerStory.OrderStory;
import dev.tieout.audit.DueCause;
import dev.tieout.audit.Explanation.Customer;
import dev.tieout.audit.Explanation.Judgement;
import dev.tieout.audit.OrderMatch;
import dev.tieout.identity.AddressHash;
import dev.tieout.identity.EmailAddress;

/** Finds customers, and all that happened to them. */
@Component
public final class CustomerStories {

	/** By its hash, which is indexed and stays when the address is forgotten. */
	private static final String CUSTOMER = """
			select customer_no, address, name, usable, forgotten_at from customer where hash = :hash
			""";

	private static final String NEWEST = """
			select o.order_no, o.order_id, o.order_number, o.placed_at, o.revised_at, o.status, o.total, o.refunded,
			       o.currency, o.coupons, o.ref_code, o.store_no, o.line, f.name as file, f.run_no, true as counts
			  from order_revision o
			  join input_file f on f.file_no = o.file_no and f.state in ('complete', 'posted')
			 where o.customer_no = :owner and o.superseded_by is null
			 order by o.placed_at desc, o.order_no desc
			 limit 1000
			""";

	private static final String ORDERS = """
			select o.*, s.code from (%s) as o join store s on s.store_no = o.store_no
			 order by o.placed_at desc, o.order_no desc
			""".formatted(NEWEST);

	private static final String DECISIONS = """
			select d.*, true as counts, a.address as affiliate, w.status, w.group_name, e.hash, u.effective_from,
			       u.calculation, f.name as file
			  from (%s) as o
			  join decision d on d.customer_no = :owner and d.order_no = o.order_no and d.superseded_by is null
			  %s
			""".formatted(NEWEST, SqlParts.GROUNDS_OF_DECISION.formatted("o.placed_at"));

	private static final String COUNTS = """
			select (select count(*)
			          from connection_request q
			          left join input_file f on f.file_no = q.file_no
			         where q.customer_no = :owner and (q.file_no is null or f.state in ('complete', 'posted'))) as requests,
			       (select count(*)
			          from connection n
			          join run r on r.run_no = n.run_no and r.posted_at is not null
			         where n.customer_no = :owner and n.superseded_by is null) as connections,
			       (select count(*)
			          from order_revision o
			          join input_file f on f.file_no = o.file_no and f.state in ('complete', 'posted')
			         where o.customer_no = :owner and o.superseded_by is null) as orders
			""";

	private static final List<DueCause> CAUSES = List.of(DueCause.values());

	private final JdbcClient jdbc;

	private final Clock clock;

	/**
	 * Creates the reader.
	 * @param dataSource the application's
	 * @param clock says which connections are live
	 */
	public CustomerStories(DataSource dataSource, Clock clock) {
		this.jdbc = JdbcClient.create(dataSource);
		this.clock = clock;
	}

	/**
	 * Tells a customer's story.
	 * @param address the customer's, also one that was forgotten
	 * @return empty where nobody of that address is known
	 */
	public Optional<CustomerStory> of(EmailAddress address) {
		return this.jdbc.sql("select address_key, zone from program")
			.query((row, number) -> story(address, row.getBytes("address_key"), ZoneId.of(row.getString("zone"))))
			.optional()
			.flatMap((found) -> found);
	}

	private Optional<CustomerStory> story(EmailAddress address, byte[] key, ZoneId zone) {
		return this.jdbc.sql(CUSTOMER)
			.param("hash", new AddressHash(key).of(address.value()))
			.query((row, number) -> new Customer(row.getLong("customer_no"), Cells.textOrEmpty(row, "address"),
					Cells.textOrEmpty(row, "name"), row.getBoolean("usable"),
					Cells.instant(row, "forgotten_at").isPresent()))
			.optional()
			.map((customer) -> story(customer, zone));
	}

	private CustomerStory story(Customer customer, ZoneId zone) {
		long owner = customer.number();
		return new CustomerStory(zone, customer,
				oldestFirst(about(OrderSql.REQUESTS, owner).query((row, number) -> OrderFacts.request(row)).list()),
				oldestFirst(about(OrderSql.CONNECTIONS, owner)
					.query((row, number) -> ConnectionList.line(row, this.clock.instant()))
					.list()),
				orders(owner),
				about(COUNTS, owner).query((row, number) -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3)))
					.single(),
				about("select distinct cause from due where customer_no = :owner order by cause", owner)
					.query((row, number) -> Codes.required(CAUSES, row, "cause"))
					.list(),
				Optional.empty());
	}

	private List<OrderStory> orders(long owner) {
		Map<Long, Judgement> decisions = new HashMap<>();
		about(DECISIONS, owner).query((row) -> {
			decisions.put(row.getLong("order_no"), OrderFacts.judgement(row));
		});
		return oldestFirst(about(ORDERS, owner).query((row, number) -> order(row, decisions)).list());
	}

	private static OrderStory order(ResultSet row, Map<Long, Judgement> decisions) throws SQLException {
		OrderMatch order = new OrderMatch(row.getLong("order_no"), row.getString("code"), row.getString("order_id"),
				Cells.textOrEmpty(row, "order_number"), Cells.requiredInstant(row, "placed_at"));
		return new OrderStory(order, OrderFacts.revision(row), Optional.ofNullable(decisions.get(order.number())));
	}

	private JdbcClient.StatementSpec about(String sql, long owner) {
		return this.jdbc.sql(sql).param("owner", owner);
	}

	private static <T> List<T> oldestFirst(List<T> newestFirst) {
		List<T> reversed = new ArrayList<>(newestFirst);
		Collections.reverse(reversed);
		return reversed;
	}

}
