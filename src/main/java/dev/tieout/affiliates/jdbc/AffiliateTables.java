package dev.tieout.affiliates.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

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
import org.springframework.jdbc.support.SqlArrayValue;

/** Reads affiliates, their dated rows and the lines a run has read. */
public final class AffiliateTables {

	private static final int BATCH = 20_000;

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
		List<Affiliate> affiliates = new ArrayList<>();
		int last = this.jdbc.sql("select coalesce(max(affiliate_no), 0) from affiliate").query(Integer.class).single();
		RepeatedTexts texts = new RepeatedTexts();
		for (int from = 0; from <= last; from += BATCH) {
			add(from, from + BATCH - 1, texts, affiliates);
		}
		return new AffiliateDirectory(affiliates);
	}

	/** In parts, because the driver holds a whole answer. */
	private void add(int from, int to, RepeatedTexts texts, List<Affiliate> affiliates) {
		Map<Integer, TreeMap<Instant, AffiliateRow>> rows = new HashMap<>();
		this.jdbc.sql("""
				select affiliate_no, effective_from, status, group_name, ref_code, coupon
				from affiliate_row
				where affiliate_no between ? and ?
				order by file_no, line
				""").params(from, to).query((row) -> {
			AffiliateRow said = said(row, texts::same);
			rows.computeIfAbsent(row.getInt(1), (key) -> new TreeMap<>()).put(said.from(), said);
		});
		this.jdbc.sql("""
				select affiliate_no, address from affiliate where usable and affiliate_no between ? and ?
				order by affiliate_no
				""").params(from, to).query((row) -> {
			int number = row.getInt(1);
			affiliates.add(new Affiliate(number, new EmailAddress(row.getString(2)),
					List.copyOf(rows.getOrDefault(number, new TreeMap<>()).values())));
		});
	}

	/** Whether any row has been imported. */
	boolean hasRows() {
		return this.jdbc.sql("select exists (select from affiliate_row)").query(Boolean.class).single();
	}

	/**
	 * Returns the affiliates of whom several have said one code, whenever that was: only
	 * among them codes can be held twice.
	 */
	int[] rivals(int run) {
		return numbers("""
				with said as (
				    select affiliate_no, 1 kind, coupon code from affiliate_row where coupon <> ''
				    union
				    select affiliate_no, 2, ref_code from affiliate_row where ref_code <> ''
				    union
				    select l.affiliate_no, 1, l.coupon from affiliate_line l join input_file f using (file_no)
				    where f.run_no = :run and f.state = 'reading' and f.read_to_end and l.coupon <> ''
				    union
				    select l.affiliate_no, 2, l.ref_code from affiliate_line l join input_file f using (file_no)
				    where f.run_no = :run and f.state = 'reading' and f.read_to_end and l.ref_code <> '')
				select distinct affiliate_no
				from said join (select kind, code from said group by 1, 2 having count(*) > 1) shared using (kind, code)
				order by 1
				""", run, new int[0]);
	}

	/** Returns the other affiliates of whom a run has read lines. */
	int[] others(int run, int[] rivals) {
		return numbers("""
				select distinct l.affiliate_no from affiliate_line l join input_file f using (file_no)
				where f.run_no = :run and f.state = 'reading' and f.read_to_end and l.affiliate_no <> all(:rivals)
				order by 1
				""", run, rivals);
	}

	private int[] numbers(String sql, int run, int[] rivals) {
		return this.jdbc.sql(sql)
			.param("run", run)
			.param("rivals", array(rivals))
			.query(Integer.class)
			.list()
			.stream()
			.mapToInt(Integer::intValue)
			.toArray();
	}

	/**
	 * Returns the rows of some affiliates in the order in which they were imported.
	 * @param affiliates the affiliates' numbers
	 * @return the rows of complete files
	 */
	List<DatedRow> rows(int[] affiliates) {
		return this.jdbc.sql("""
				select affiliate_no, effective_from, status, group_name, ref_code, coupon, name, file_no, line
				from affiliate_row
				join unnest(:affiliates) wanted (affiliate_no) using (affiliate_no)
				order by file_no, line
				""").param("affiliates", array(affiliates)).query((row, number) -> row(row)).list();
	}

	/**
	 * Returns the lines that a run has read of some affiliates, in reading order.
	 * @param run the run's number
	 * @param affiliates the affiliates' numbers
	 * @return the lines of files read to their end
	 */
	List<ReadLine> lines(int run, int[] affiliates) {
		return this.jdbc
			.sql("""
					select l.file_no, l.line, l.affiliate_no, a.address, l.name, l.ref_code, l.coupon, l.group_name, l.status,
					       l.effective_from
					from affiliate_line l
					join affiliate a using (affiliate_no)
					join input_file f using (file_no)
					join unnest(:affiliates) wanted (affiliate_no) using (affiliate_no)
					where f.run_no = :run and f.state = 'reading' and f.read_to_end
					order by f.position, l.line
					""")
			.param("run", run)
			.param("affiliates", array(affiliates))
			.query(AffiliateTables::line)
			.list();
	}

	private static SqlArrayValue array(int[] numbers) {
		return new SqlArrayValue("int4", Arrays.stream(numbers).boxed().toArray());
	}

	private static AffiliateRow said(ResultSet row, UnaryOperator<String> text) throws SQLException {
		return new AffiliateRow(instant(row, "effective_from"), status(row.getString("status")),
				text.apply(row.getString("group_name")), text.apply(row.getString("ref_code")),
				text.apply(row.getString("coupon")));
	}

	private static DatedRow row(ResultSet row) throws SQLException {
		return new DatedRow(row.getInt("affiliate_no"), said(row, UnaryOperator.identity()), row.getString("name"),
				row.getInt("file_no"), row.getLong("line"), -1);
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
