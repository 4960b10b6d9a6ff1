package dev.tieout.operations;

import java.util.Objects;
import java.util.Optional;

import javax.sql.DataSource;

import dev.tieout.customers.jdbc.ForgottenCustomers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The verb forget: a customer's personal data go, decisions, limits and sums stay. */
public final class Forgetting {

	private final DataSource dataSource;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	public Forgetting(DataSource dataSource) {
		this.dataSource = dataSource;
		this.jdbc = JdbcClient.create(dataSource);
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
	}

	/**
	 * Blanks a customer's address, name and raw records.
	 * @param customer the customer's address, or the text that stood in its place
	 * @param reason why
	 * @param operator who asks
	 * @return the operation's record, which names the customer by number
	 * @throws RefusedException if the address is unknown
	 */
	public OperationReceipt forget(String customer, String reason, Operator operator) {
		byte[] key = OneProgram.of(this.jdbc).addressKey();
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			ForgottenCustomers.Forgotten found = new ForgottenCustomers(this.dataSource, key).forget(customer);
			if (found.customer().isEmpty() && found.records() == 0) {
				throw new RefusedException("No customer has the address '" + customer + "'.");
			}
			String who = found.customer().map((number) -> "customer " + number).orElse("nobody with a number");
			int operation = new OperationLog(this.jdbc).add(operator, "forget", who, reason, Optional.empty());
			return new OperationReceipt(operation,
					"""
							Operation %d: %s is forgotten: address, name and raw records (%d) are blank; decisions, limits and sums stay.
							Reports written before still hold the address: they are files outside the database, as are the shops' exports."""
						.formatted(operation, who, found.records()));
		}));
	}

}
