package dev.tieout.affiliates.jdbc;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.tieout.identity.AddressHash;
import dev.tieout.identity.EmailAddress;
import dev.tieout.identity.Party;
import dev.tieout.identity.PartyNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers whoever is named as an affiliate, imported or not: a request may wait for its
 * affiliate (rules.md 4.1). New ones are committed at once, apart from the caller's
 * transaction.
 */
public final class AffiliateRegistry implements PartyNumbers {

	/** More are not kept: they are looked up again. */
	private static final int MOST_KEPT = 50_000;

	private final JdbcClient jdbc;

	private final TransactionTemplate ownTransaction;

	private final AddressHash hash;

	private final Map<String, Long> numbers = new HashMap<>();

	public AffiliateRegistry(JdbcClient jdbc, PlatformTransactionManager transactions, byte[] addressKey) {
		this.jdbc = jdbc;
		this.ownTransaction = new TransactionTemplate(transactions);
		this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.hash = new AddressHash(addressKey);
	}

	@Override
	public synchronized long[] numbersOf(List<Party> parties) {
		if (this.numbers.size() > MOST_KEPT) {
			this.numbers.clear();
		}
		Map<String, Party> unknown = new LinkedHashMap<>();
		for (Party party : parties) {
			if (!this.numbers.containsKey(party.address())) {
				unknown.put(party.address(), party);
			}
		}
		if (!unknown.isEmpty()) {
			this.ownTransaction.executeWithoutResult((status) -> register(unknown));
		}
		return parties.stream()
			.mapToLong((party) -> Objects.requireNonNull(this.numbers.get(party.address()),
					"an affiliate was registered without a number"))
			.toArray();
	}

	private void register(Map<String, Party> unknown) {
		SqlArrayValue hashes = new SqlArrayValue("uuid",
				unknown.keySet().stream().map((address) -> (Object) this.hash.of(address)).toArray());
		this.jdbc.sql("""
				insert into affiliate (hash, address, usable)
				select * from unnest(?::uuid[], ?::text[], ?::boolean[])
				on conflict (hash) do nothing
				""")
			.param(hashes)
			.param(new SqlArrayValue("text", unknown.keySet().toArray()))
			.param(new SqlArrayValue("boolean",
					unknown.keySet().stream().map((a) -> (Object) EmailAddress.isAddress(a)).toArray()))
			.update();
		// By the hash, which has the index.
		this.jdbc.sql("select address, affiliate_no from affiliate where hash = any(?)").param(hashes).query((row) -> {
			this.numbers.put(row.getString(1), row.getLong(2));
		});
	}

}
