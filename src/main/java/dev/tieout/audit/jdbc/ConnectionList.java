package dev.tieout.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tieout.attribution.Ending;
import dev.tieout.audit.ConnectionLine;
import dev.tieout.audit.ConnectionState;
import dev.tieout.audit.Connections;
import dev.tieout.identity.EmailAddress;

/** Looks connections up. */
@Component
public final class ConnectionList {

	private static final String FROM = """
			  from connection n
			  join run r on r.run_no = n.run_no and r.posted_at is not null
			  join affiliate a on a.affiliate_no = n.affiliate_no
			  left join customer c on c.customer_no = n.customer_no
			 where n.superseded_by is null
			   and (:affiliate = '' or a.address = :affiliate)
			   and (:customer = '' or c.address = :customer)
			   and (:state = ''
			        or (:state = 'LIVE' and (n.ended_at is null or n.ended_at > :now))
			        or (n.ended_at <= :now and n.ending = :ending))
			""";

	private static final String COUNT = "select count(*) " + FROM;

	private static final String LINES = """
			select n.*, x.file, x.line
			  from (select n.*, c.address as customer, a.address as affiliate
			        %s
			         order by c.address collate "C", n.started_at, a.address collate "C"
			         limit :limit) as n
			  left join lateral (%s) as x on true
			 order by n.customer collate "C", n.started_at, n.affiliate collate "C"
			""".formatted(FROM, SqlParts.PLACE_OF_CONNECTION);

	private final JdbcClient jdbc;

	private final Clock clock;

	/**
	 * Creates the reader.
	 * @param dataSource the application's
	 * @param clock says what is live
	 */
	public ConnectionList(DataSource dataSource, Clock clock) {
		this.jdbc = JdbcClient.create(dataSource);
		this.clock = clock;
	}

	/**
	 * Returns connections.
	 * @param affiliate to whom, empty for everybody
	 * @param customer whose, empty for everybody's
	 * @param state in which state, empty for all
	 * @param limit how many at most; all of them are in the export
	 * @return the first by customer and start, and how many there are
	 */
	public Connections find(Optional<EmailAddress> affiliate, Optional<EmailAddress> customer,
			Optional<ConnectionState> state, int limit) {
		Instant now = this.clock.instant();
		Filter filter = new Filter(affiliate.map(EmailAddress::value).orElse(""),
				customer.map(EmailAddress::value).orElse(""), state);
		long count = filter.apply(this.jdbc.sql(COUNT), now).query(Long.class).single();
		List<ConnectionLine> lines = filter.apply(this.jdbc.sql(LINES), now)
			.param("limit", limit)
			.query((row, number) -> line(row, now))
			.list();
		return new Connections(lines, count);
	}

	static ConnectionLine line(ResultSet row, Instant now) throws SQLException {
		Optional<Instant> endedAt = Cells.instant(row, "ended_at");
		Optional<Ending> ending = Codes.optional(Codes.ENDINGS, row, "ending");
		return new ConnectionLine(Cells.textOrEmpty(row, "customer"), row.getString("affiliate"),
				Cells.requiredInstant(row, "started_at"), endedAt, ending, ConnectionState.at(endedAt, ending, now),
				Codes.required(Codes.ORIGINS, row, "origin"), row.getInt("orders_credited"),
				Cells.number(row, "order_limit"), Cells.instant(row, "expires_at"), Cells.place(row));
	}

	private record Filter(String affiliate, String customer, Optional<ConnectionState> state) {

		JdbcClient.StatementSpec apply(JdbcClient.StatementSpec statement, Instant now) {
			return statement.param("affiliate", this.affiliate)
				.param("customer", this.customer)
				.param("state", this.state.map(Enum::name).orElse(""))
				.param("ending", this.state.map(Filter::ending).orElse(-1))
				.param("now", Cells.parameter(now));
		}

		private static int ending(ConnectionState state) {
			return (state == ConnectionState.LIVE) ? -1 : Codes.ENDINGS.indexOf(Ending.valueOf(state.name()));
		}

	}

}
