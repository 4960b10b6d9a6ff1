package dev.tieout.operations;

import java.util.Objects;
import java.util.Optional;

import javax.sql.DataSource;

import dev.tieout.customers.jdbc.ForgottenCustomers;
import dev.tieout.identity.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The verb forget: a customer's personal data go, decisions, limits and sums stay. */
public final class Forgetting {

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	public Forgetting(DataSource dataSource) {
		this.jdbc = JdbcClient.create(dataSource);
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
	}

	/**
	 * Blanks a customer's address, name and raw records.
	 * @param customer the customer's address
	 * @param reason why
	 * @param operator who asks
	 * @return the operation's record, which names the customer by number
	 * @throws RefusedException if the address is none, or unknown
	 */
	public OperationReceipt forget(String customer, String reason, Operator operator) {
		EmailAddress address = EmailAddress.parse(customer)
			.orElseThrow(() -> new RefusedException("'" + customer + "' is not an e-mail address."));
		byte[] key = OneProgram.of(this.jdbc).addressKey();
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			long number = new ForgottenCustomers(this.jdbc, key).forget(address)
				.orElseThrow(() -> new RefusedException("No customer has the address '" + customer + "'."));
			int operation = new OperationLog(this.jdbc).add(operator, "forget", "customer " + number, reason,
					Optional.empty());
			return new OperationReceipt(operation,
					"""
							Operation %d: customer %d is forgotten: address, name and raw records are blank; decisions, limits and sums stay.
							Reports written before still hold the address: they are files outside the database, as are the shops' exports."""
						.formatted(operation, number));
		}));
	}

}
