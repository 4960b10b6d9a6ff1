package dev.tieout.job;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.tieout.affiliates.jdbc.AffiliateTables;
import dev.tieout.attribution.AffiliateDirectory;
import dev.tieout.attribution.CustomerTimeline;
import dev.tieout.attribution.Origin;
import dev.tieout.attribution.Replay;
import dev.tieout.attribution.Request;
import dev.tieout.attribution.RequestAction;
import dev.tieout.attribution.TimelineReplay;
import dev.tieout.audit.RequestEffect;
import dev.tieout.bulk.CustomerRange;
import dev.tieout.configuration.ProgramFile;
import dev.tieout.customers.jdbc.KnownAddresses;
import dev.tieout.identity.EmailAddress;
import dev.tieout.program.Program;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells what an operator's request would change, by the code that a run judges with: the
 * customer is read as a run reads one, and replayed without the request and with it,
 * under the accepted edition. Nothing is kept.
 */
public final class WhatIf {

	/** After every request there is: an operator's is the newest. */
	private static final long NEWEST = Long.MAX_VALUE;

	private final DataSource dataSource;

	private final JdbcClient jdbc;

	public WhatIf(DataSource dataSource) {
		this.dataSource = dataSource;
		this.jdbc = JdbcClient.create(dataSource);
	}

	/**
	 * Returns what a request would change.
	 * @param action what is asked for
	 * @param affiliate the affiliate's address
	 * @param customer the customer's address
	 * @param at from when on
	 * @return the effect; empty while no run has posted, for then nothing can change
	 */
	public Optional<RequestEffect> of(RequestAction action, EmailAddress affiliate, EmailAddress customer, Instant at) {
		return acceptedProgram().map((program) -> of(program, action, affiliate, customer, at));
	}

	private RequestEffect of(Program program, RequestAction action, EmailAddress affiliate, EmailAddress customer,
			Instant at) {
		AffiliateDirectory directory = new AffiliateTables(this.jdbc).directory();
		KnownAddresses addresses = new KnownAddresses(this.jdbc, addressKey());
		CustomerFacts facts = new CustomerFacts(addresses.affiliates(), addresses.customers(program.ignoreAddresses()),
				new RunTables(this.jdbc).stores(), Map.of());
		Optional<Long> number = addresses.customers(List.of(customer)).stream().findFirst();
		int earner = numberOf(affiliate);
		CustomerCase known = number.flatMap((one) -> read(one, facts))
			.orElseGet(() -> nothingOf(number.orElse(0L), affiliate.equals(customer) ? earner : 0, facts));
		Request request = new Request(NEWEST, earner, action, at, true, Origin.OPERATOR);
		TimelineReplay replay = new TimelineReplay(program, directory);
		Replay before = replay.replay(known.timeline());
		boolean repeated = known.timeline().requests().stream().anyMatch((held) -> isSame(held, request));
		Replay after = repeated ? before : replay.replay(with(known.timeline(), request));
		return new Effects(known, directory, program.zone(), firstOpenMonth()).of(request, before, after,
				number.filter(this::isDue).isPresent());
	}

	private static boolean isSame(Request held, Request asked) {
		return held.affiliate() == asked.affiliate() && held.action() == asked.action() && held.dated()
				&& held.at().equals(asked.at());
	}

	private static CustomerTimeline with(CustomerTimeline timeline, Request request) {
		return new CustomerTimeline(timeline.customer(), timeline.buyer(), timeline.ownAffiliate(),
				timeline.existingSince(), timeline.orders(),
				Stream.concat(timeline.requests().stream(), Stream.of(request)).toList());
	}

	/** Reads as a run that judges this customer alone. */
	private Optional<CustomerCase> read(long customer, CustomerFacts facts) {
		try (CaseConnections connections = CaseConnections.open(this.dataSource, "");
				CustomerCases cases = new CustomerCases(connections, CustomerRange.one(customer), facts)) {
			return cases.next();
		}
		catch (SQLException ex) {
			throw new IllegalStateException("the customer cannot be read: " + ex.getMessage(), ex);
		}
	}

	private static CustomerCase nothingOf(long customer, int ownAffiliate, CustomerFacts facts) {
		CustomerTimeline timeline = new CustomerTimeline(customer, facts.buyer(customer, true), ownAffiliate,
				Optional.empty(), List.of(), List.of());
		return new CustomerCase(timeline, "", List.of(), List.of(), List.of(), List.of(), List.of(), false);
	}

	private Optional<Program> acceptedProgram() {
		return this.jdbc.sql(
				"select e.source_text from program p join edition e on e.edition_no = p.accepted_edition where p.last_posted_run is not null")
			.query(String.class)
			.optional()
			.map((text) -> ProgramFile.parse(text, "the accepted edition").program());
	}

	private byte[] addressKey() {
		return this.jdbc.sql("select address_key from program").query((row, number) -> row.getBytes(1)).single();
	}

	/** 0 for somebody whom no file and no request has named. */
	private int numberOf(EmailAddress affiliate) {
		return this.jdbc.sql("select affiliate_no from affiliate where address = ?")
			.param(affiliate.value())
			.query(Integer.class)
			.optional()
			.orElse(0);
	}

	private boolean isDue(long customer) {
		return this.jdbc.sql("select exists (select from due_customer where customer_no = ?)")
			.param(customer)
			.query(Boolean.class)
			.single();
	}

	private Optional<YearMonth> firstOpenMonth() {
		return this.jdbc.sql("""
				select greatest((max(month) filter (where closed) + interval '1 month')::date, min(month)) from period
				""")
			.query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
			.single()
			.map(YearMonth::from);
	}

}
