package dev.tieout.operations;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import javax.sql.DataSource;

import dev.tieout.affiliates.jdbc.AffiliateRegistry;
import dev.tieout.attribution.RequestAction;
import dev.tieout.audit.RequestEffect;
import dev.tieout.connections.jdbc.OperatorRequests;
import dev.tieout.customers.jdbc.CustomerRegistry;
import dev.tieout.identity.EmailAddress;
import dev.tieout.identity.Party;
import dev.tieout.identity.Timestamps;
import dev.tieout.job.WhatIf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The verbs connect and disconnect: requests of operators, effective with the next run.
 */
public final class ConnectionOperations {

	private final DataSource dataSource;

	private final JdbcClient jdbc;

	private final JdbcTransactionManager transactions;

	private final Clock clock;

	public ConnectionOperations(DataSource dataSource, Clock clock) {
		this.dataSource = dataSource;
		this.jdbc = JdbcClient.create(dataSource);
		this.transactions = new JdbcTransactionManager(dataSource);
		this.clock = clock;
	}

	/**
	 * Asks to connect a customer to an affiliate.
	 * @param affiliate the affiliate's address
	 * @param customer the customer's address
	 * @param name the customer's name, empty if not given
	 * @param at from when, as in files; now if empty
	 * @param reason why
	 * @param operator who asks
	 * @return the operation's record
	 * @throws RefusedException if an address or the time is none, or no run was ever made
	 */
	public OperationReceipt connect(String affiliate, String customer, String name, Optional<String> at, String reason,
			Operator operator) {
		return request(RequestAction.CONNECT, affiliate, customer, name, at, reason, operator);
	}

	/**
	 * Asks to disconnect a customer from an affiliate.
	 * @param affiliate the affiliate's address
	 * @param customer the customer's address
	 * @param at from when, as in files; now if empty
	 * @param reason why
	 * @param operator who asks
	 * @return the operation's record
	 * @throws RefusedException if an address or the time is none, or no run was ever made
	 */
	public OperationReceipt disconnect(String affiliate, String customer, Optional<String> at, String reason,
			Operator operator) {
		return request(RequestAction.DISCONNECT, affiliate, customer, "", at, reason, operator);
	}

	/**
	 * Returns what a back-dated request would change, for whoever asks to see before
	 * recording it. Nothing is recorded.
	 * @param action what is asked for
	 * @param affiliate the affiliate's address
	 * @param customer the customer's address
	 * @param at from when, as in files
	 * @return the effect; empty where the request is not back-dated, or no run has posted
	 * @throws RefusedException if an address or the time is none, or no run was ever made
	 */
	public Optional<RequestEffect> backDated(RequestAction action, String affiliate, String customer,
			Optional<String> at) {
		EmailAddress earner = address("affiliate", affiliate);
		EmailAddress buyer = address("customer", customer);
		OneProgram program = OneProgram.of(this.jdbc);
		return at.map((text) -> instant(text, program.zone()))
			.filter((instant) -> instant.isBefore(this.clock.instant()))
			.flatMap((instant) -> new WhatIf(this.dataSource).of(action, earner, buyer, instant));
	}

	private OperationReceipt request(RequestAction action, String affiliate, String customer, String name,
			Optional<String> at, String reason, Operator operator) {
		EmailAddress earner = address("affiliate", affiliate);
		EmailAddress buyer = address("customer", customer);
		OneProgram program = OneProgram.of(this.jdbc);
		Instant instant = at.map((text) -> instant(text, program.zone()))
			.orElseGet(() -> this.clock.instant().truncatedTo(ChronoUnit.MICROS));
		int affiliateNumber = (int) new AffiliateRegistry(this.jdbc, this.transactions, program.addressKey())
			.numbersOf(List.of(new Party(earner.value(), affiliate, "")))[0];
		long customerNumber = new CustomerRegistry(this.dataSource, this.transactions, program.addressKey())
			.numbersOf(List.of(new Party(buyer.value(), customer, name)))[0];
		return Objects.requireNonNull(new TransactionTemplate(this.transactions).execute((status) -> {
			int operation = new OperationLog(this.jdbc).add(operator, action.word(),
					"customer %d, affiliate %s, at %s".formatted(customerNumber, earner, instant), reason,
					Optional.empty());
			boolean fresh = new OperatorRequests(this.jdbc).add(operation, customerNumber, affiliateNumber, action,
					instant);
			String known = isImported(affiliateNumber) ? ""
					: " The affiliate has not been imported yet: the request waits until it is.";
			return new OperationReceipt(operation, fresh
					? "Operation %d: %s as of %s. It becomes effective with the next run.%s".formatted(operation,
							action.word(), instant, known)
					: "Operation %d: the same request is held already, so nothing changes.".formatted(operation));
		}));
	}

	private boolean isImported(int affiliate) {
		return this.jdbc.sql("select exists (select from affiliate_row where affiliate_no = ?)")
			.param(affiliate)
			.query(Boolean.class)
			.single();
	}

	private static EmailAddress address(String what, String text) {
		return EmailAddress.parse(text)
			.orElseThrow(() -> new RefusedException("The %s '%s' is not an e-mail address.".formatted(what, text)));
	}

	private static Instant instant(String text, ZoneId zone) {
		return Timestamps.parse(text.strip(), zone)
			.orElseThrow(() -> new RefusedException(
					"--at '%s' is no time; expected ISO 8601 such as 2026-10-31 or 2026-10-31T12:00:00Z."
						.formatted(text)));
	}

}
