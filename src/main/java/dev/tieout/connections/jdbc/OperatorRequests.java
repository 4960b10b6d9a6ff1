package dev.tieout.connections.jdbc;

import java.time.Instant;
import java.time.ZoneOffset;

import dev.tieout.attribution.RequestAction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests that operators make by command. They become effective with the next run. */
public final class OperatorRequests {

	private static final int CAUSE_REQUEST = 1;

	private final JdbcClient jdbc;

	public OperatorRequests(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds a request in the caller's transaction and makes the customer due. The same
	 * request again is no event (rules.md 4.1).
	 * @param operation the command's number
	 * @param customer the customer's number
	 * @param affiliate the affiliate's number
	 * @param action what is asked for
	 * @param at when; it counts as dated
	 * @return whether it is new
	 */
	public boolean add(int operation, long customer, int affiliate, RequestAction action, Instant at) {
		boolean held = this.jdbc
			.sql("""
					select exists (select from connection_request
					               where customer_no = ? and affiliate_no = ? and action = ? and dated and at = ? and standing = 0
					                     and (file_no is null or file_no in
					                          (select file_no from input_file where state in ('complete', 'posted'))))
					""")
			.params(customer, affiliate, action.ordinal(), at.atOffset(ZoneOffset.UTC))
			.query(Boolean.class)
			.single();
		int sequence = this.jdbc.sql("select nextval(pg_get_serial_sequence('input_file', 'file_no'))")
			.query(Integer.class)
			.single();
		this.jdbc
			.sql("""
					insert into connection_request (request_no, customer_no, affiliate_no, action, at, dated, standing, operation_no)
					values (?, ?, ?, ?, ?, true, ?, ?)
					""")
			.params(RequestNumber.of(sequence, 0), customer, affiliate, action.ordinal(), at.atOffset(ZoneOffset.UTC),
					held ? 1 : 0, operation)
			.update();
		if (!held) {
			this.jdbc.sql("insert into due_customer (customer_no, cause) values (?, ?)")
				.params(customer, CAUSE_REQUEST)
				.update();
		}
		return !held;
	}

}
