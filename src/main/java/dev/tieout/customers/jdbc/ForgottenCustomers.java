package dev.tieout.customers.jdbc;

import java.util.Optional;

import dev.tieout.identity.AddressHash;
import dev.tieout.identity.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Blanks a customer's personal data (files.md, Personal data). The hash stays, so that a
 * shop that goes on exporting the address does not bring it back, and limits still hold.
 */
public final class ForgottenCustomers {

	private final JdbcClient jdbc;

	private final AddressHash hash;

	public ForgottenCustomers(JdbcClient jdbc, byte[] addressKey) {
		this.jdbc = jdbc;
		this.hash = new AddressHash(addressKey);
	}

	/**
	 * Blanks address, name and raw records of a customer in the caller's transaction.
	 * @param address the customer's address
	 * @return the customer's number, or empty where the address is unknown
	 */
	public Optional<Long> forget(EmailAddress address) {
		record Known(long number, Optional<String> asWritten, Optional<String> name) {
		}
		Optional<Known> known = this.jdbc
			.sql("select customer_no, as_written, name from customer where hash = ? for update")
			.param(this.hash.of(address.value()))
			.query((row, number) -> new Known(row.getLong(1), Optional.ofNullable(row.getString(2)),
					Optional.ofNullable(row.getString(3))))
			.optional();
		known.ifPresent((customer) -> {
			this.jdbc
				.sql("""
						update customer set address = null, as_written = null, name = null, forgotten_at = coalesce(forgotten_at, now())
						where customer_no = ?
						""")
				.param(customer.number())
				.update();
			this.jdbc.sql(
					"update reject set record = '(forgotten)' where strpos(lower(record), ?) > 0 or strpos(record, ?) > 0")
				.params(address.value(), customer.asWritten().orElse(address.value()))
				.update();
		});
		return known.map(Known::number);
	}

}
