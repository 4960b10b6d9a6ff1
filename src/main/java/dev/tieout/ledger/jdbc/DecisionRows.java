package dev.tieout.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

import dev.tieout.bulk.CopyRows;
import dev.tieout.ledger.Proposal;
import dev.tieout.ledger.StandingDecision;

/**
 * Writes a run's decisions and proposals. They count once the run is posted. Orders that
 * name nobody, most of them, are written without the columns they would leave empty: each
 * column costs time in every load.
 */
public final class DecisionRows {

	private static final String[] SHORT = { "order_no", "customer_no", "order_total", "run_no", "rules_no", "file_no",
			"line", "reason", "new_customer", "currency" };

	private final int run;

	private final CopyRows unreferred = new CopyRows("decision", SHORT);

	private final CopyRows referred = new CopyRows("decision", "order_no", "customer_no", "order_total", "run_no",
			"rules_no", "file_no", "line", "reason", "new_customer", "currency", "source", "affiliate_no",
			"connection_started_at", "order_of_limit", "order_limit", "expires_at", "base", "commission", "rates");

	private final CopyRows proposals = new CopyRows("ledger_proposal", "run_no", "order_no", "customer_no",
			"affiliate_no", "amount", "net_before", "entries_before", "corrects", "ordered_at", "payable_on", "file_no",
			"line", "reason", "unasked", "posts", "currency", "order_id");

	private final CopyRows staying = new CopyRows("stays_due", "run_no", "customer_no");

	public DecisionRows(int run) {
		this.run = run;
	}

	/**
	 * Adds a decision.
	 * @param decision the decision
	 * @param rules the number of the version's row in {@code rules}
	 */
	public void add(StandingDecision decision, int rules) {
		if (decision.source().isEmpty()) {
			start(this.unreferred, decision, rules);
			return;
		}
		CopyRows row = start(this.referred, decision, rules).small(decision.source().get().ordinal())
			.integer(decision.affiliate())
			.instantOrNull(decision.connectionStartedAt().orElse(null))
			.integer(decision.orderOfLimit());
		decision.orderLimit().ifPresentOrElse(row::integer, row::nothing);
		row.instantOrNull(decision.expiresAt().orElse(null))
			.number(decision.base())
			.number(decision.commission())
			.textOrNull(decision.rates());
	}

	/**
	 * Adds a proposal.
	 * @param proposal the difference
	 * @param posts whether this run is to post it
	 */
	public void add(Proposal proposal, boolean posts) {
		this.proposals.row()
			.integer(this.run)
			.number(proposal.decision().order().number())
			.number(proposal.customer())
			.integer(proposal.affiliate())
			.number(proposal.amount())
			.number(proposal.netBefore())
			.integer(proposal.entriesBefore());
		if (proposal.corrects() == 0) {
			this.proposals.nothing();
		}
		else {
			this.proposals.number(proposal.corrects());
		}
		this.proposals.instant(proposal.decision().order().placedAt())
			.date(proposal.payableOn())
			.integer(proposal.place().file())
			.integer(proposal.place().line())
			.small(proposal.decision().reason().ordinal())
			.flag(proposal.unasked())
			.flag(posts)
			.text(proposal.currency())
			.text(proposal.decision().order().id());
	}

	/**
	 * Adds a customer of whom something differs that this run does not post.
	 * @param customer the customer's number
	 */
	public void addStaysDue(long customer) {
		this.staying.row().integer(this.run).number(customer);
	}

	/**
	 * Writes what was added, in the connection's transaction.
	 * @param connection where to write
	 * @throws SQLException when the database refuses
	 */
	public void writeTo(Connection connection) throws SQLException {
		this.unreferred.writeTo(connection);
		this.referred.writeTo(connection);
		this.proposals.writeTo(connection);
		this.staying.writeTo(connection);
	}

	private CopyRows start(CopyRows rows, StandingDecision decision, int rules) {
		return rows.row()
			.number(decision.order())
			.number(decision.customer())
			.number(decision.orderTotal())
			.integer(this.run)
			.integer(rules)
			.integer(decision.place().file())
			.integer(decision.place().line())
			.small(decision.reason().ordinal())
			.flag(decision.newCustomer())
			.text(decision.currency());
	}

}
