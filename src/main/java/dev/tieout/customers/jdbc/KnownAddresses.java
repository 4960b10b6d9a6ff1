package dev.tieout.customers.jdbc;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.tieout.identity.AddressHash;
import dev.tieout.identity.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Tells which customers are affiliates or nobody's. Found by hash, so also when
 * forgotten.
 */
public final class KnownAddresses {

	private final JdbcClient jdbc;

	private final AddressHash hash;

	public KnownAddresses(JdbcClient jdbc, byte[] addressKey) {
		this.jdbc = jdbc;
		this.hash = new AddressHash(addressKey);
	}

	/**
	 * Returns the customers who are affiliates.
	 * @return the affiliate's number by the customer's
	 */
	public Map<Long, Integer> affiliates() {
		Map<Long, Integer> affiliates = new HashMap<>();
		this.jdbc
			.sql("select c.customer_no, a.affiliate_no from affiliate a join customer c using (hash) where a.usable")
			.query((row) -> {
				affiliates.put(row.getLong(1), row.getInt(2));
			});
		return affiliates;
	}

	/**
	 * Returns the customers with one of some addresses.
	 * @param addresses the program's {@code ignore-addresses}
	 * @return their numbers
	 */
	public Set<Long> customers(Collection<EmailAddress> addresses) {
		Object[] hashes = addresses.stream().map((address) -> (Object) this.hash.of(address.value())).toArray();
		return new HashSet<>(this.jdbc.sql("select customer_no from customer where hash = any(?)")
			.param(new SqlArrayValue("uuid", hashes))
			.query(Long.class)
			.list());
	}

}
