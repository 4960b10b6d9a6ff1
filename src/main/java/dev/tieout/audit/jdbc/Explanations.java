package dev.tieout.audit.jdbc;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tieout.audit.Explained;
import dev.tieout.audit.Explanation;
import dev.tieout.audit.OrderMatch;
import dev.tieout.identity.PlainText;

/** Finds orders, and all that explains them. */
@Component
public final class Explanations {

	private static final String MATCHES = """
			select distinct on (o.order_no) o.order_no, s.code, o.order_id, o.order_number, o.placed_at
			  from order_revision o
			  join store s on s.store_no = o.store_no
			  join input_file f on f.file_no = o.file_no and f.state in ('complete', 'posted')
			 where %s
			 order by o.order_no, o.superseded_by nulls first, o.revision_no desc
			 limit :limit
			""";

	private static final String BY_ID_IN_STORE = MATCHES.formatted("s.code = :store and o.order_id = :id");

	/**
	 * Order ids have an index; order numbers have none and cost a look at every order.
	 */
	private static final String BY_ID_OR_NUMBER = MATCHES
		.formatted("o.order_id = :id or o.order_number in (:id, '#' || :id)");

	private static final int MATCHES_SHOWN = 50;

	private final JdbcClient jdbc;

	private final Clock clock;

	/**
	 * Creates the reader.
	 * @param dataSource the application's
	 * @param clock says which connections are live
	 */
	public Explanations(DataSource dataSource, Clock clock) {
		this.jdbc = JdbcClient.create(dataSource);
		this.clock = clock;
	}

	/**
	 * Explains an order.
	 * @param orderRef store code, slash and order id; or an order id; or an order number,
	 * with or without its {@code #}
	 * @return the explanation, or the orders to choose from, or none
	 */
	public Explained of(String orderRef) {
		List<OrderMatch> matches = find(PlainText.of(orderRef));
		return switch (matches.size()) {
			case 0 -> new Explained.None(orderRef);
			case 1 -> new Explained.One(explain(matches.get(0)));
			default -> new Explained.Several(matches);
		};
	}

	private List<OrderMatch> find(String reference) {
		int slash = reference.indexOf('/');
		if (slash > 0) {
			List<OrderMatch> found = match(BY_ID_IN_STORE, reference.substring(0, slash),
					reference.substring(slash + 1));
			if (!found.isEmpty()) {
				return found;
			}
		}
		return match(BY_ID_OR_NUMBER, "", reference);
	}

	private List<OrderMatch> match(String sql, String store, String id) {
		return this.jdbc.sql(sql)
			.param("store", store)
			.param("id", id)
			.param("limit", MATCHES_SHOWN)
			.query((row, number) -> new OrderMatch(row.getLong("order_no"), row.getString("code"),
					row.getString("order_id"), Cells.textOrEmpty(row, "order_number"),
					Cells.requiredInstant(row, "placed_at")))
			.list();
	}

	/**
	 * Explains an order that was chosen.
	 * @param order one of the matches
	 * @return all that is known about it
	 */
	public Explanation explain(OrderMatch order) {
		OrderFacts facts = new OrderFacts(this.jdbc, order, this.clock.instant());
		return new Explanation(order, zone(), facts.customer(), facts.revisions(), facts.requests(),
				facts.connections(), facts.decisions(), facts.entries(), facts.due());
	}

	private ZoneId zone() {
		return this.jdbc.sql("select zone from program")
			.query((row, number) -> ZoneId.of(row.getString("zone")))
			.optional()
			.orElseGet(this.clock::getZone);
	}

}
