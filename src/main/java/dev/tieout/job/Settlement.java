package dev.tieout.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.sql.DataSource;

import dev.tieout.affiliates.AffiliateImport.DuplicateCode;
import dev.tieout.affiliates.jdbc.AffiliateSettlement;
import dev.tieout.connections.jdbc.RequestSettlement;
import dev.tieout.orders.jdbc.OrderFile;
import dev.tieout.orders.jdbc.OrderSettlement;
import dev.tieout.orders.jdbc.OrderSettlement.Load;
import dev.tieout.records.LateRejects;
import dev.tieout.records.Reject;
import dev.tieout.records.RejectReason;
import dev.tieout.records.jdbc.RejectRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Completes files that have been read to their end: what only the whole file can tell is
 * rejected, the reject limit is judged, and whoever the rows concern becomes due. From
 * then on the rows count. Each call is one transaction and may be repeated.
 */
final class Settlement {

	private final PinnedRun run;

	private final Imports imports;

	private final RunTables tables;

	private final DataSource dataSource;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final StoppableWork work;

	private final RejectRows rejectRows = new RejectRows();

	Settlement(PinnedRun run, Imports imports, RunTables tables, DataSource dataSource, JdbcClient jdbc,
			TransactionTemplate transaction, StopFlag stop) {
		this.run = run;
		this.imports = imports;
		this.tables = tables;
		this.dataSource = dataSource;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.work = new StoppableWork(stop);
	}

	void settle(FileKind kind) {
		this.transaction.executeWithoutResult((status) -> {
			List<RegisteredFile> files = this.tables.toSettle(this.run.number(), kind);
			if (!files.isEmpty()) {
				this.work.on(this.dataSource, () -> {
					settle(kind, files);
					return true;
				});
			}
		});
	}

	private void settle(FileKind kind, List<RegisteredFile> files) {
		switch (kind) {
			case AFFILIATES -> settleAffiliates(files);
			case EXISTING_CUSTOMERS, CONNECTIONS -> files.forEach(this::settleRequests);
			case ORDERS -> settleOrders(files);
		}
	}

	/**
	 * A duplicate code is told only when all of the run's affiliate files have been read.
	 */
	private void settleAffiliates(List<RegisteredFile> files) {
		List<DuplicateCode> rejected = new AffiliateSettlement(this.jdbc, this.dataSource).settle(this.run.number(),
				this.run.startOfBusinessDate());
		Map<Integer, Map<Long, String>> duplicates = new TreeMap<>();
		rejected.forEach((duplicate) -> duplicates.computeIfAbsent(duplicate.file(), (file) -> new HashMap<>())
			.put(duplicate.line(), "%s '%s' is held by %s at that time".formatted(duplicate.column(), duplicate.code(),
					addressOf(duplicate.holder()))));
		for (RegisteredFile file : files) {
			Map<Long, String> details = duplicates.getOrDefault(file.number(), Map.of());
			if (!details.isEmpty()) {
				reject(file, Map.of("", LateRejects.of(file.path(), details, Map.of(), RejectReason.DUPLICATE_CODE)));
			}
		}
		files.forEach(this::completeOrFail);
	}

	private void settleRequests(RegisteredFile file) {
		if (completeOrFail(file)) {
			RequestSettlement settlement = new RequestSettlement(this.jdbc);
			if (file.kind() == FileKind.CONNECTIONS) {
				settlement.settleRequests(file.number(), this.run.number(), !this.tables.hasPosted());
			}
			else {
				settlement.settleExistingCustomers(file.number(), this.run.number());
			}
		}
	}

	private void settleOrders(List<RegisteredFile> files) {
		OrderSettlement settlement = new OrderSettlement(this.jdbc);
		boolean first = !this.tables.hasOrders();
		boolean repeated = !first || settlement.hasRepeatedOrders();
		Set<Integer> suspect = settlement.filesWithSplitOrders(files.stream().map(this.imports::orderFile).toList(),
				repeated);
		List<OrderFile> complete = new ArrayList<>();
		for (RegisteredFile file : files) {
			OrderFile orders = this.imports.orderFile(file);
			if (suspect.contains(file.number())) {
				reject(file, settlement.rejectSplitOrders(orders));
			}
			if (completeOrFail(file)) {
				complete.add(orders);
				if (!first) {
					settlement.noticeKeptRevisions(orders);
				}
			}
		}
		if (first) {
			settlement.settle(complete, this.run.number(), repeated ? Load.FIRST : Load.FIRST_WITHOUT_REPEATS,
					!this.tables.hasPosted());
		}
		else {
			complete.forEach((file) -> settlement.settle(List.of(file), this.run.number(), Load.LATER, false));
		}
	}

	private boolean completeOrFail(RegisteredFile file) {
		RunTables.FileCount count = this.tables.counts(file.number());
		var limit = this.run.job().inputs().rejectLimit();
		if (limit.isExceeded(count.rejected(), count.records())) {
			this.tables.fail(file.number(),
					"%s: %d of %d records were rejected, more than reject-limit allows (%s, at least 10 where it is a percentage): %s; each with its reason and text: tieout export rejects"
						.formatted(file.name(), count.rejected(), count.records(), limit,
								String.join(", ", this.tables.rejectReasons(file.number()))));
			return false;
		}
		this.tables.complete(file.number());
		return true;
	}

	private void reject(RegisteredFile file, Map<String, List<Reject>> rejects) {
		Connection connection = DataSourceUtils.getConnection(this.dataSource);
		try {
			for (Map.Entry<String, List<Reject>> order : rejects.entrySet()) {
				this.rejectRows.write(file.number(), order.getKey(), order.getValue(), connection);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("rejects of " + file.name() + " were not written: " + ex.getMessage(), ex);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, this.dataSource);
		}
		long records = rejects.values().stream().mapToLong(List::size).sum();
		if (records > 0) {
			this.tables.rejectLate(file.number(), records);
		}
	}

	private String addressOf(int affiliate) {
		return this.jdbc.sql("select address from affiliate where affiliate_no = ?")
			.param(affiliate)
			.query(String.class)
			.single();
	}

}
