package dev.tieout.customers.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import dev.tieout.bulk.AsynchronousCommit;
import dev.tieout.bulk.CopyRows;
import dev.tieout.customers.NumberCache;
import dev.tieout.identity.AddressHash;
import dev.tieout.identity.EmailAddress;
import dev.tieout.identity.Party;
import dev.tieout.identity.PartyNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers customers in the table {@code customer}. New ones are committed at once, apart
 * from the caller's transaction: a number that two files need at the same time is then
 * never in doubt, and a customer without orders harms nothing.
 */
public final class CustomerRegistry implements PartyNumbers {

	private static final int REMEMBERED = 4_000_000;

	private static final int BLOCK = 5_000;

	private static final String UNIQUE_VIOLATION = "23505";

	private final DataSource dataSource;

	private final JdbcClient jdbc;

	private final TransactionTemplate ownTransaction;

	private final ThreadLocal<AddressHash> hashes;

	private final NumberCache cache = new NumberCache(REMEMBERED);

	private final CopyRows rows = new CopyRows("customer", "customer_no", "hash", "usable", "address", "as_written",
			"name");

	private @Nullable Boolean knowsAll;

	private long nextNumber;

	private long lastNumber = -1;

	public CustomerRegistry(DataSource dataSource, PlatformTransactionManager transactions, byte[] addressKey) {
		this.dataSource = dataSource;
		this.jdbc = JdbcClient.create(dataSource);
		this.ownTransaction = new TransactionTemplate(transactions);
		this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.hashes = ThreadLocal.withInitial(() -> new AddressHash(addressKey));
	}

	@Override
	public long[] numbersOf(List<Party> parties) {
		AddressHash hash = this.hashes.get();
		UUID[] keys = new UUID[parties.size()];
		for (int i = 0; i < keys.length; i++) {
			keys[i] = hash.of(parties.get(i).address());
		}
		return numbers(parties, keys);
	}

	private synchronized long[] numbers(List<Party> parties, UUID[] keys) {
		long[] numbers = new long[keys.length];
		Map<UUID, Party> unknown = new LinkedHashMap<>();
		for (int i = 0; i < keys.length; i++) {
			numbers[i] = this.cache.get(keys[i]);
			if (numbers[i] == 0) {
				unknown.putIfAbsent(keys[i], parties.get(i));
			}
		}
		if (unknown.isEmpty()) {
			return numbers;
		}
		Map<UUID, Long> found = registered(unknown);
		found.forEach(this.cache::put);
		for (int i = 0; i < keys.length; i++) {
			if (numbers[i] == 0) {
				numbers[i] = Objects.requireNonNull(found.get(keys[i]), "a customer was registered without a number");
			}
		}
		return numbers;
	}

	private Map<UUID, Long> registered(Map<UUID, Party> unknown) {
		if (knowsAll()) {
			Optional<Map<UUID, Long>> loaded = loaded(unknown);
			if (loaded.isPresent()) {
				return loaded.get();
			}
			this.knowsAll = false;
		}
		Map<UUID, Long> found = new HashMap<>();
		this.ownTransaction.executeWithoutResult((status) -> register(unknown, found));
		return found;
	}

	/**
	 * Of a table that was empty, everybody in it is remembered: nobody need be looked up.
	 */
	private boolean knowsAll() {
		if (this.knowsAll == null) {
			this.knowsAll = this.jdbc.sql("select not exists (select from customer)").query(Boolean.class).single();
		}
		return this.knowsAll;
	}

	/**
	 * Loads new customers, or nobody where one of them is in the table after all: another
	 * command may have registered them, or there were more than can be remembered.
	 */
	private Optional<Map<UUID, Long>> loaded(Map<UUID, Party> unknown) {
		return Objects.requireNonNull(this.ownTransaction.execute((status) -> {
			Connection connection = DataSourceUtils.getConnection(this.dataSource);
			try {
				return Optional.of(load(unknown, connection));
			}
			catch (SQLException refused) {
				if (UNIQUE_VIOLATION.equals(refused.getSQLState())) {
					status.setRollbackOnly();
					return Optional.<Map<UUID, Long>>empty();
				}
				throw new UncategorizedSQLException("customers were not registered", null, refused);
			}
			finally {
				DataSourceUtils.releaseConnection(connection, this.dataSource);
			}
		}));
	}

	/** Whatever names these customers commits after them: never is there one without. */
	private Map<UUID, Long> load(Map<UUID, Party> unknown, Connection connection) throws SQLException {
		AsynchronousCommit.choose(connection);
		Map<UUID, Long> numbers = new HashMap<>();
		unknown.forEach((hash, party) -> {
			long number = nextNumber();
			numbers.put(hash, number);
			this.rows.row()
				.number(number)
				.uuid(hash)
				.flag(EmailAddress.isAddress(party.address()))
				.text(party.address())
				.text(party.asWritten())
				.text(party.name());
		});
		this.rows.writeTo(connection);
		return numbers;
	}

	private void register(Map<UUID, Party> unknown, Map<UUID, Long> found) {
		look(unknown.keySet(), found);
		Map<UUID, Party> fresh = new LinkedHashMap<>(unknown);
		fresh.keySet().removeAll(found.keySet());
		if (!fresh.isEmpty()) {
			insert(fresh);
			look(fresh.keySet(), found);
		}
	}

	private void look(Collection<UUID> keys, Map<UUID, Long> found) {
		this.jdbc.sql("select hash, customer_no from customer where hash = any(?)")
			.param(new SqlArrayValue("uuid", keys.toArray()))
			.query((row) -> {
				found.put(row.getObject(1, UUID.class), row.getLong(2));
			});
	}

	/**
	 * Another command may have registered one of them meanwhile: then its number counts.
	 */
	private void insert(Map<UUID, Party> fresh) {
		List<Long> numbers = new ArrayList<>();
		fresh.forEach((key, party) -> numbers.add(nextNumber()));
		Collection<Party> parties = fresh.values();
		this.jdbc.sql("""
				insert into customer (customer_no, hash, usable, address, as_written, name)
				select * from unnest(?::bigint[], ?::uuid[], ?::boolean[], ?::text[], ?::text[], ?::text[])
				on conflict (hash) do nothing
				""")
			.param(new SqlArrayValue("bigint", numbers.toArray()))
			.param(new SqlArrayValue("uuid", fresh.keySet().toArray()))
			.param(new SqlArrayValue("boolean",
					parties.stream().map((party) -> (Object) EmailAddress.isAddress(party.address())).toArray()))
			.param(new SqlArrayValue("text", parties.stream().map(Party::address).toArray()))
			.param(new SqlArrayValue("text", parties.stream().map(Party::asWritten).toArray()))
			.param(new SqlArrayValue("text", parties.stream().map(Party::name).toArray()))
			.update();
	}

	private long nextNumber() {
		if (this.nextNumber > this.lastNumber) {
			this.nextNumber = this.jdbc.sql("select nextval('customer_numbers')").query(Long.class).single();
			this.lastNumber = this.nextNumber + BLOCK - 1;
		}
		return this.nextNumber++;
	}

}
