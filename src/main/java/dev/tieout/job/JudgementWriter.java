package dev.tieout.job;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;

import javax.sql.DataSource;

import dev.tieout.attribution.Affiliate;
import dev.tieout.attribution.Decision;
import dev.tieout.attribution.Order;
import dev.tieout.attribution.RequestOutcome;
import dev.tieout.audit.Masking;
import dev.tieout.audit.Place;
import dev.tieout.audit.file.CsvRows;
import dev.tieout.audit.file.DecisionRow;
import dev.tieout.bulk.AsynchronousCommit;
import dev.tieout.connections.jdbc.ResultRows;
import dev.tieout.ledger.Proposal;
import dev.tieout.ledger.jdbc.DecisionRows;
import dev.tieout.program.AttributionTest;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Writes a chunk of judgements: rows that count once the run is posted, and the report's
 * part.
 */
final class JudgementWriter implements ItemStreamWriter<Judgement> {

	private static final int MOST_COLLECTED = 20_000;

	private final CaseContext context;

	private final PartFile part;

	private final DataSource dataSource;

	private final Masking masking;

	private final DecisionRows decisions;

	private final ResultRows results;

	private final CsvRows csv = new CsvRows();

	private int collected;

	JudgementWriter(CaseContext context, PartFile part, DataSource dataSource) {
		this.context = context;
		this.part = part;
		this.dataSource = dataSource;
		this.masking = Masking.of(context.run().job().reports().maskCustomers());
		this.decisions = new DecisionRows(context.run().number());
		this.results = new ResultRows(context.run().number());
	}

	@Override
	public void write(Chunk<? extends Judgement> chunk) throws SQLException, IOException {
		Connection connection = DataSourceUtils.getConnection(this.dataSource);
		try {
			AsynchronousCommit.choose(connection);
			for (Judgement judgement : chunk) {
				add(judgement, connection);
			}
			writeTo(connection);
			this.results.writeTo(connection);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, this.dataSource);
		}
	}

	private void writeTo(Connection connection) throws SQLException, IOException {
		this.decisions.writeTo(connection);
		this.csv.writeTo(this.part.out());
		this.collected = 0;
	}

	/** A customer may have more orders than memory has room for as rows. */
	private void writeIfMany(Connection connection) throws SQLException, IOException {
		if (++this.collected == MOST_COLLECTED) {
			writeTo(connection);
		}
	}

	@Override
	public void open(ExecutionContext executionContext) {
		this.part.open(executionContext);
	}

	@Override
	public void update(ExecutionContext executionContext) {
		this.part.update(executionContext);
	}

	@Override
	public void close() {
		this.part.close();
	}

	private void add(Judgement judgement, Connection connection) throws SQLException, IOException {
		PinnedRun run = this.context.run();
		for (Judgement.Decided decided : judgement.decisions()) {
			if (run.isAbout(decided.order().order().placedAt())) {
				add(judgement, decided);
				writeIfMany(connection);
			}
		}
		for (Proposal proposal : judgement.proposals()) {
			this.decisions.add(proposal, run.isAbout(proposal.decision().order().placedAt()));
			writeIfMany(connection);
		}
		if (judgement.staysDue()) {
			this.decisions.addStaysDue(judgement.customer());
		}
		for (RequestOutcome outcome : judgement.outcomes()) {
			this.results.addOutcome(judgement.customer(), outcome);
		}
		this.results.addConnections(judgement.customer(), judgement.connections(), judgement.othersBefore());
	}

	private void add(Judgement judgement, Judgement.Decided decided) {
		if (decided.changed()) {
			String rules = this.context.rulesText(decided.decision().version());
			this.decisions.add(decided.standing(judgement.customer(), rules), decided.rules());
		}
		row(judgement, decided).appendTo(this.csv, this.masking);
	}

	private DecisionRow row(Judgement judgement, Judgement.Decided decided) {
		Decision decision = decided.decision();
		Order order = decided.order().order();
		String affiliate = (decision.affiliate() != 0) ? this.context.directory()
			.find(decision.affiliate())
			.map(Affiliate::address)
			.map((address) -> address.value())
			.orElse("") : "";
		Place place = new Place(this.context.files().getOrDefault(decided.order().file(), ""),
				OptionalLong.of(decided.order().line()));
		return new DecisionRow(order.store(), order.id(), decided.order().orderNumber(), order.placedAt(),
				judgement.address(), decision.reason(), affiliate,
				decision.source().map(AttributionTest::word).orElse(""), decision.connectionStartedAt(),
				decision.orderOfLimit(), decision.orderLimit(), decision.expiresAt(), order.sale().currency(),
				order.sale().total(), decision.base(), decision.commission(),
				this.context.rulesNames().getOrDefault(decided.rules(), ""), decided.run(), place);
	}

}
