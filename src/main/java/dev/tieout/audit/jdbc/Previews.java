package dev.tieout.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.sql.DataSource;

import dev.tieout.audit.AffiliateTotal;
import dev.tieout.audit.ChangeFacts;
import dev.tieout.audit.ChangeFacts.Basis;
import dev.tieout.audit.DueCause;
import dev.tieout.audit.LeftDifference;
import dev.tieout.audit.OrderAnswer;
import dev.tieout.audit.OrderChange;
import dev.tieout.audit.PostedTotal;
import dev.tieout.audit.Preview;
import dev.tieout.audit.Total;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what a rerun posts or a dry run would post. Read again later it says the same.
 */
@Component
public final class Previews {

	private static final DueCause[] CAUSES = DueCause.values();

	private final JdbcClient jdbc;

	/**
	 * Creates the reader.
	 * @param dataSource the application's
	 */
	public Previews(DataSource dataSource) {
		this.jdbc = JdbcClient.create(dataSource);
	}

	/**
	 * Returns a run's preview.
	 * @param runNo the number of a rerun, plan or its application that has been proven
	 * @param limit how many orders and differences to list at most
	 * @return the preview; without anything for a run that did not come so far
	 */
	public Preview of(int runNo, int limit) {
		return new Preview(
				query(PreviewSql.ENTRIES, runNo)
					.query((row, number) -> new PostedTotal(Codes.required(Codes.ENTRY_TYPES, row, "type"),
							row.getLong("entries"), Cells.total(row, "amount")))
					.list(),
				query(PreviewSql.BY_AFFILIATE, runNo).query((row, number) -> affiliate(row)).list(),
				count(PreviewSql.JUDGED, runNo), count(PreviewSql.POSTED, runNo),
				count(PreviewSql.ANSWERED_OTHERWISE, runNo),
				query(PreviewSql.CHANGES, runNo).param("limit", limit).query((row, number) -> change(row)).list(),
				query(PreviewSql.LEFT_TOTALS, runNo).query(
						(row, number) -> new Preview.LeftTotal(row.getLong("differences"), Cells.total(row, "amount")))
					.list(),
				query(PreviewSql.LEFT, runNo).param("limit", limit).query((row, number) -> left(row)).list(),
				count(PreviewSql.CUSTOMERS_LEFT, runNo));
	}

	private static AffiliateTotal affiliate(ResultSet row) throws SQLException {
		return new AffiliateTotal(row.getString("address"), Cells.textOrEmpty(row, "name"), row.getLong("entries"),
				Cells.total(row, "accrued"), Cells.total(row, "adjusted"), Cells.total(row, "reversed"),
				Cells.total(row, "amount"));
	}

	private static OrderChange change(ResultSet row) throws SQLException {
		row.getLong("f_order_no");
		boolean judgedBefore = !row.wasNull();
		Optional<OrderAnswer> before = judgedBefore ? Optional.of(answer(row, "f_")) : Optional.empty();
		ChangeFacts facts = new ChangeFacts(judgedBefore ? Optional.of(basis(row, "f_")) : Optional.empty(),
				basis(row, ""), causes(row), Cells.text(row, "request"), Cells.text(row, "affiliate_row"));
		return new OrderChange(row.getString("store"), row.getString("order_id"), Cells.requiredDate(row, "placed_on"),
				before, answer(row, ""), facts.why());
	}

	private static OrderAnswer answer(ResultSet row, String side) throws SQLException {
		return new OrderAnswer(Codes.required(Codes.REASONS, row, side + "reason"), Cells.text(row, side + "affiliate"),
				Total.of(row.getLong(side + "commission"), Currency.getInstance(row.getString(side + "currency"))));
	}

	private static Basis basis(ResultSet row, String side) throws SQLException {
		return new Basis(row.getString(side + "file") + ":" + row.getInt(side + "line"), row.getString(side + "hash"),
				Cells.date(row, side + "effective_from"), row.getString(side + "content"),
				row.getInt(side + "calculation"), Cells.textOrEmpty(row, side + "rates"));
	}

	private static Set<DueCause> causes(ResultSet row) throws SQLException {
		Set<DueCause> causes = EnumSet.noneOf(DueCause.class);
		Cells.text(row, "causes")
			.ifPresent((codes) -> Arrays.stream(codes.split(","))
				.forEach((code) -> causes.add(CAUSES[Integer.parseInt(code)])));
		return causes;
	}

	private static LeftDifference left(ResultSet row) throws SQLException {
		return new LeftDifference(row.getString("store"), row.getString("order_id"),
				Cells.requiredDate(row, "placed_on"), row.getString("affiliate"), Cells.total(row, "amount"),
				Codes.required(Codes.REASONS, row, "reason"));
	}

	private long count(String sql, int runNo) {
		return query(sql, runNo).query(Long.class).single();
	}

	private JdbcClient.StatementSpec query(String sql, int runNo) {
		return this.jdbc.sql(sql).param("run", runNo);
	}

}
