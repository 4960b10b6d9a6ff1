package dev.tieout.audit.jdbc;

import java.util.ArrayDeque;
import java.util.Currency;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.tieout.audit.Balance;
import dev.tieout.audit.Statement;
import dev.tieout.audit.StatementEntry;
import dev.tieout.audit.StatementPart;
import dev.tieout.audit.StatementSink;
import dev.tieout.audit.Total;

/**
 * Hands statements on with their entries, both of which come in the same order. A
 * statement whose entries do not come to its balance is an error: nobody is to sign it.
 */
final class StatementMerge {

	private final Deque<Statement> waiting;

	private final StatementSink sink;

	private final Map<Currency, Total> moved = new HashMap<>();

	private Optional<Statement> current = Optional.empty();

	StatementMerge(List<Statement> statements, StatementSink sink) {
		this.waiting = new ArrayDeque<>(statements);
		this.sink = sink;
	}

	void entry(String affiliate, StatementEntry entry) {
		while (this.current.filter((statement) -> statement.affiliate().equals(affiliate)).isEmpty()) {
			if (this.waiting.isEmpty()) {
				throw new IllegalStateException(
						"entry %d of %s stands in the ledger, but in no balance".formatted(entry.number(), affiliate));
			}
			next();
		}
		this.moved.merge(entry.amount().currency(), entry.amount(), Total::plus);
		Snapshot.handOn(() -> this.sink.entry(entry));
	}

	/** Ends the statement at hand and hands on all that have no entries. */
	void finish() {
		while (!this.waiting.isEmpty()) {
			next();
		}
		end();
	}

	private void next() {
		end();
		Statement statement = this.waiting.remove();
		this.current = Optional.of(statement);
		Snapshot.handOn(() -> this.sink.begin(statement));
	}

	private void end() {
		if (this.current.isPresent()) {
			this.current.get().parts().forEach((part) -> check(this.current.get(), part));
			this.moved.clear();
			Snapshot.handOn(this.sink::end);
		}
		this.current = Optional.empty();
	}

	private void check(Statement statement, StatementPart part) {
		Balance balance = part.balance();
		Total entries = this.moved.getOrDefault(part.currency(), Total.of(0, part.currency()));
		Total expected = balance.accrued().plus(balance.adjusted()).plus(balance.reversed());
		Total held = part.holds()
			.stream()
			.map((hold) -> hold.amount())
			.reduce(Total.of(0, part.currency()), Total::plus);
		if (!entries.equals(expected) || !balance.opening().plus(expected).equals(balance.closing())
				|| !held.equals(part.onHold())) {
			throw new IllegalStateException(
					"the statement of %s for %s does not add up in %s: its entries come to %s, its balance moved by %s; on hold are %s of %s"
						.formatted(statement.affiliate(), statement.month(), part.currency(), entries, expected, held,
								part.onHold()));
		}
	}

}
