package dev.tieout.audit.jdbc;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tieout.audit.Balance;
import dev.tieout.audit.Closing;
import dev.tieout.audit.Hold;
import dev.tieout.audit.Statement;
import dev.tieout.audit.StatementEntry;
import dev.tieout.audit.StatementPart;
import dev.tieout.audit.StatementSink;
import dev.tieout.audit.Total;
import dev.tieout.identity.EmailAddress;

/**
 * Reads statements. Entries are streamed, and all of a reading is one snapshot: totals
 * and entries are those of the same moment.
 */
@Component
public final class Statements {

	private final Snapshot snapshot;

	private final JdbcClient jdbc;

	/** Reads within the snapshot's transaction, for it is the same data source. */
	private final Balances balances;

	private final Clock clock;

	/**
	 * Creates the reader.
	 * @param dataSource the application's
	 * @param clock says which day it is
	 */
	public Statements(DataSource dataSource, Clock clock) {
		this.snapshot = new Snapshot(dataSource);
		this.jdbc = this.snapshot.jdbc();
		this.balances = new Balances(dataSource, clock);
		this.clock = clock;
	}

	/**
	 * Reads one affiliate's statement.
	 * @param affiliate whose
	 * @param month the posting period
	 * @param asOf leaves out what was posted after that day and releases by it
	 * @param sink takes it
	 * @return whether the affiliate was known by then
	 * @throws IOException if the sink cannot write
	 */
	public boolean read(EmailAddress affiliate, YearMonth month, Optional<LocalDate> asOf, StatementSink sink)
			throws IOException {
		return this.snapshot.read(() -> {
			Cutoff cutoff = new Cutoffs(this.jdbc, this.clock).of(month, asOf);
			Optional<String> name = known(affiliate, cutoff);
			if (name.isEmpty()) {
				return 0;
			}
			List<Statement> statements = statements(Optional.of(affiliate), cutoff);
			if (statements.isEmpty()) {
				statements = List.of(empty(affiliate, name.get(), cutoff));
			}
			return read(statements, Optional.of(affiliate), cutoff, sink);
		}) > 0;
	}

	/**
	 * Reads the statements of all affiliates that have entries by then.
	 * @param month the posting period
	 * @param asOf leaves out what was posted after that day and releases by it
	 * @param sink takes them, by address
	 * @return how many there were
	 * @throws IOException if the sink cannot write
	 */
	public int readAll(YearMonth month, Optional<LocalDate> asOf, StatementSink sink) throws IOException {
		return (int) this.snapshot.read(() -> {
			Cutoff cutoff = new Cutoffs(this.jdbc, this.clock).of(month, asOf);
			return read(statements(Optional.empty(), cutoff), Optional.empty(), cutoff, sink);
		});
	}

	private int read(List<Statement> statements, Optional<EmailAddress> affiliate, Cutoff cutoff, StatementSink sink) {
		StatementMerge merge = new StatementMerge(statements, sink);
		about(StatementSql.ENTRIES, affiliate, cutoff).param("zone", cutoff.zone().getId()).query((row) -> {
			merge.entry(row.getString("address"), entry(row));
		});
		merge.finish();
		return statements.size();
	}

	private Optional<String> known(EmailAddress affiliate, Cutoff cutoff) {
		return cutoff.apply(this.jdbc.sql(StatementSql.KNOWN))
			.param("affiliate", affiliate.value())
			.query((row, number) -> Cells.textOrEmpty(row, "name"))
			.optional();
	}

	private List<Statement> statements(Optional<EmailAddress> affiliate, Cutoff cutoff) {
		Map<String, List<Hold>> holds = new LinkedHashMap<>();
		about(StatementSql.HOLDS, affiliate, cutoff).param("released", cutoff.releasedBy()).query((row) -> {
			holds
				.computeIfAbsent(row.getString("address") + ' ' + row.getString("currency"),
						(pair) -> new ArrayList<>())
				.add(new Hold(Cells.requiredDate(row, "payable_on"), Cells.total(row, "amount")));
		});
		Map<String, List<Balance>> balances = new LinkedHashMap<>();
		for (Balance balance : this.balances.of(affiliate, cutoff)) {
			balances.computeIfAbsent(balance.affiliate(), (address) -> new ArrayList<>()).add(balance);
		}
		Head head = head(cutoff);
		return balances.values()
			.stream()
			.map((ofOne) -> head.statement(ofOne.get(0).affiliate(), ofOne.get(0).name(),
					ofOne.stream().map((balance) -> part(balance, holds)).toList()))
			.toList();
	}

	private static StatementPart part(Balance balance, Map<String, List<Hold>> holds) {
		String pair = balance.affiliate() + ' ' + balance.closing().currency().getCurrencyCode();
		return new StatementPart(balance, holds.getOrDefault(pair, List.of()));
	}

	private Statement empty(EmailAddress affiliate, String name, Cutoff cutoff) {
		Currency currency = this.jdbc.sql("select currency from program")
			.query((row, number) -> Currency.getInstance(row.getString(1)))
			.single();
		Total zero = Total.of(0, currency);
		Balance balance = new Balance(affiliate.value(), name, zero, zero, zero, zero, zero, zero);
		return head(cutoff).statement(affiliate.value(), name, List.of(new StatementPart(balance, List.of())));
	}

	private Head head(Cutoff cutoff) {
		String program = this.jdbc.sql("select name from program").query(String.class).optional().orElse("");
		return new Head(program, cutoff, new Closings(this.jdbc).newest(cutoff.month(), cutoff.until()));
	}

	private JdbcClient.StatementSpec about(String sql, Optional<EmailAddress> affiliate, Cutoff cutoff) {
		return cutoff.apply(this.jdbc.sql(sql))
			.param("month", cutoff.month().atDay(1))
			.param("affiliate", affiliate.map(EmailAddress::value).orElse(""));
	}

	private static StatementEntry entry(ResultSet row) throws SQLException {
		return new StatementEntry(row.getLong("entry_no"), Codes.required(Codes.ENTRY_TYPES, row, "type"),
				Codes.required(Codes.REASONS, row, "reason"), Cells.textOrEmpty(row, "store"),
				row.getString("order_id"), Cells.textOrEmpty(row, "order_number"),
				Cells.requiredDate(row, "ordered_on"), YearMonth.from(Cells.requiredDate(row, "period")),
				Cells.requiredInstant(row, "posted_at"), Cells.requiredDate(row, "payable_on"),
				Cells.total(row, "amount"), refund(row));
	}

	private static Optional<StatementEntry.Refund> refund(ResultSet row) throws SQLException {
		long refunded = row.getLong("refunded");
		if (row.wasNull() || refunded == 0) {
			return Optional.empty();
		}
		Currency currency = Currency.getInstance(row.getString("order_currency"));
		return Optional
			.of(new StatementEntry.Refund(Total.of(refunded, currency), Total.of(row.getLong("total"), currency)));
	}

	/** What all statements of a reading have in common. */
	private record Head(String program, Cutoff cutoff, Optional<Closing> newest) {

		Statement statement(String affiliate, String name, List<StatementPart> parts) {
			return new Statement(this.program, this.cutoff.zone(), this.cutoff.month(), this.cutoff.closing(),
					this.newest.filter((closing) -> closing.reopened().isPresent()), this.cutoff.asOf(),
					this.cutoff.isSettled() ? Optional.empty() : Optional.of(this.cutoff.now()),
					this.cutoff.releasedBy(), affiliate, name, parts);
		}

	}

}
