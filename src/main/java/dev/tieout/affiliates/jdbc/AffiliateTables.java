package dev.tieout.affiliates.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.tieout.affiliates.AffiliateLine;
import dev.tieout.affiliates.Cell;
import dev.tieout.affiliates.DatedRow;
import dev.tieout.affiliates.ReadLine;
import dev.tieout.attribution.Affiliate;
import dev.tieout.attribution.AffiliateDirectory;
import dev.tieout.attribution.AffiliateRow;
import dev.tieout.attribution.AffiliateStatus;
import dev.tieout.identity.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads affiliates, their dated rows and the lines a run has read. */
public final class AffiliateTables {

	private final JdbcClient jdbc;

	public AffiliateTables(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns all affiliates with the rows that complete files gave them; of several rows
	 * of one instant the last imported counts.
	 * @return the directory
	 */
	public AffiliateDirectory directory() {
		Map<Integer, TreeMap<Instant, AffiliateRow>> rows = new LinkedHashMap<>();
		rows().forEach((row) -> rows.computeIfAbsent(row.affiliate(), (key) -> new TreeMap<>())
			.put(row.row().from(), row.row()));
		List<Affiliate> affiliates = new ArrayList<>();
		this.jdbc.sql("select affiliate_no, address from affiliate where usable order by affiliate_no").query((row) -> {
			int number = row.getInt(1);
			affiliates.add(new Affiliate(number, new EmailAddress(row.getString(2)),
					List.copyOf(rows.getOrDefault(number, new TreeMap<>()).values())));
		});
		return new AffiliateDirectory(affiliates);
	}

	/**
	 * Returns all rows in the order in which they were imported.
	 * @return the rows of complete files
	 */
	public List<DatedRow> rows() {
		return this.jdbc.sql("""
				select affiliate_no, effective_from, status, group_name, ref_code, coupon, name, file_no, line
				from affiliate_row
				order by file_no, line
				""").query((row, number) -> row(row)).list();
	}

	/**
	 * Returns the lines that a run has read of affiliate files, in reading order.
	 * @param run the run's number
	 * @return the lines of files read to their end
	 */
	public List<ReadLine> lines(int run) {
		return this.jdbc
			.sql("""
					select l.file_no, l.line, l.affiliate_no, a.address, l.name, l.ref_code, l.coupon, l.group_name, l.status,
					       l.effective_from
					from affiliate_line l
					join affiliate a using (affiliate_no)
					join input_file f using (file_no)
					where f.run_no = ? and f.state = 'reading' and f.read_to_end
					order by f.position, l.line
					""")
			.param(run)
			.query(AffiliateTables::line)
			.list();
	}

	private static DatedRow row(ResultSet row) throws SQLException {
		AffiliateRow said = new AffiliateRow(instant(row, "effective_from"), status(row.getString("status")),
				row.getString("group_name"), row.getString("ref_code"), row.getString("coupon"));
		return new DatedRow(row.getInt("affiliate_no"), said, row.getString("name"), row.getInt("file_no"),
				row.getLong("line"), -1);
	}

	private static ReadLine line(ResultSet row, int number) throws SQLException {
		String address = row.getString("address");
		String status = row.getString("status");
		AffiliateLine line = new AffiliateLine(new EmailAddress(address), address, cell(row.getString("name")),
				cell(row.getString("ref_code")), cell(row.getString("coupon")), cell(row.getString("group_name")),
				(status != null) ? new Cell.Value<>(status(status)) : new Cell.Absent<>(),
				Optional.ofNullable(row.getObject("effective_from", OffsetDateTime.class))
					.map(OffsetDateTime::toInstant));
		return new ReadLine(row.getInt("affiliate_no"), row.getInt("file_no"), row.getLong("line"), number, line);
	}

	private static Cell<String> cell(@Nullable String text) {
		if (text == null) {
			return new Cell.Absent<>();
		}
		return text.isEmpty() ? new Cell.Blank<>() : new Cell.Value<>(text);
	}

	private static AffiliateStatus status(String word) {
		return AffiliateStatus.valueOf(word.toUpperCase(Locale.ROOT));
	}

	/** The driver answers {@code -infinity} with {@link OffsetDateTime#MIN}. */
	private static Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return time.equals(OffsetDateTime.MIN) ? Instant.MIN : time.toInstant();
	}

}
