package dev.tieout.job;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.tieout.bulk.Reach;
import dev.tieout.configuration.JobFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a run's steps read and write about runs and files. */
public final class RunTables {

	private final JdbcClient jdbc;

	public RunTables(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns what a run was registered with.
	 * @param run the run's number
	 * @return the run
	 */
	public PinnedRun pinned(int run) {
		return this.jdbc.sql("select * from run where run_no = ?").param(run).query((row, number) -> {
			JobFile job = JobFile.parse(row.getString("job_text"), Path.of(row.getString("job_path")),
					row.getString("program_text"));
			return new PinnedRun(run, RunKind.of(row.getString("kind")), range(row), row.getBoolean("dry_run"), job,
					row.getInt("edition_no"), row.getObject("business_date", LocalDate.class), row.getInt("chunk_size"),
					row.getInt("partitions"), row.getBoolean("restate"), row.getLong("lock_token"));
		}).single();
	}

	/**
	 * Returns the files that a run is to read, in reading order.
	 * @param run the run's number
	 * @param kind which of them
	 * @return the files, those already read included
	 */
	List<RegisteredFile> toRead(int run, FileKind kind) {
		return this.jdbc.sql("""
				select * from input_file
				where run_no = ? and kind = ? and state in ('registered', 'reading', 'complete', 'failed', 'empty')
				order by position
				""").param(run).param(kind.word()).query(RunTables::file).list();
	}

	/**
	 * The files that have been read to their end and wait to be settled, in reading
	 * order.
	 */
	List<RegisteredFile> toSettle(int run, FileKind kind) {
		return this.jdbc
			.sql("""
					select * from input_file where run_no = ? and kind = ? and state = 'reading' and read_to_end order by position
					""")
			.param(run)
			.param(kind.word())
			.query(RunTables::file)
			.list();
	}

	/** Whether any order counts yet. */
	boolean hasOrders() {
		return this.jdbc
			.sql("""
					select exists (select from input_file where kind = 'orders' and state in ('complete', 'posted') and accepted > 0)
					""")
			.query(Boolean.class)
			.single();
	}

	/** Whether a run has posted. */
	boolean hasPosted() {
		return this.jdbc.sql("select last_posted_run is not null from program").query(Boolean.class).single();
	}

	/** Whether nothing had been posted when a run began to judge. */
	boolean sawNoneBefore(int run) {
		return this.jdbc.sql("select saw_posted_run is null from run where run_no = ?")
			.param(run)
			.query(Boolean.class)
			.single();
	}

	Map<Integer, String> stores() {
		Map<Integer, String> stores = new HashMap<>();
		this.jdbc.sql("select store_no, code from store").query((row) -> {
			stores.put(row.getInt(1), row.getString(2));
		});
		return stores;
	}

	boolean isKeyedByNumber(int store) {
		return this.jdbc.sql("select format = 'SHOPIFY' from store where store_no = ?")
			.param(store)
			.query(Boolean.class)
			.single();
	}

	void count(int file, long records, long unchanged, long rejected, long blankLines, long lastLine, long bytesRead) {
		this.jdbc
			.sql("""
					update input_file
					set state = 'reading', records = records + :records, unchanged = unchanged + :unchanged,
					    accepted = accepted + :accepted, rejected = rejected + :rejected, blank_lines = :blank, last_line = :last,
					    bytes_read = :bytes
					where file_no = :file
					""")
			.param("records", records)
			.param("unchanged", unchanged)
			.param("accepted", records - unchanged - rejected)
			.param("rejected", rejected)
			.param("blank", blankLines)
			.param("last", lastLine)
			.param("bytes", bytesRead)
			.param("file", file)
			.update();
	}

	void readToEnd(int file, long blankLines) {
		this.jdbc.sql(
				"update input_file set state = 'reading', read_to_end = true, bytes_read = bytes, blank_lines = ? where file_no = ?")
			.params(blankLines, file)
			.update();
	}

	void fail(int file, String detail) {
		this.jdbc.sql("update input_file set state = 'failed', detail = ? where file_no = ?")
			.params(detail, file)
			.update();
	}

	void complete(int file) {
		this.jdbc.sql("""
				update input_file set state = case when records = 0 then 'empty' else 'complete' end,
				       detail = case when records = 0 then 'EMPTY_FILE: no records' else detail end
				where file_no = ?
				""").param(file).update();
	}

	void rejectLate(int file, long records) {
		this.jdbc
			.sql("""
					update input_file set accepted = accepted - :records, rejected = rejected + :records where file_no = :file
					""")
			.param("records", records)
			.param("file", file)
			.update();
	}

	/** Files of a run that should have been settled by now, but were not. */
	List<String> unsettled(int run) {
		return this.jdbc.sql(
				"select name from input_file where run_no = ? and state in ('registered', 'reading') order by position")
			.param(run)
			.query(String.class)
			.list();
	}

	FileCount counts(int file) {
		return this.jdbc.sql("select records, rejected from input_file where file_no = ?")
			.param(file)
			.query((row, number) -> new FileCount(row.getLong(1), row.getLong(2)))
			.single();
	}

	/**
	 * Why a file's records were rejected, most often first; no cell is told, for it may
	 * be a customer's address.
	 */
	List<String> rejectReasons(int file) {
		return this.jdbc.sql("""
				select reason || ': ' || count(*) || ', the first in line ' || min(line)
				from reject where file_no = ? group by reason order by count(*) desc, reason
				""").param(file).query(String.class).list();
	}

	/**
	 * How many of all customers a run judges. Below an eighth of them looking each up
	 * takes less than reading all, with tables in memory well below where the two meet.
	 * Customers are numbered with few gaps.
	 */
	Reach reach(int run) {
		return this.jdbc.sql("""
				select case when saw_posted_run is null then 'EVERYONE'
				            when 8 * judged < all_of_them then 'FEW'
				            when 2 * judged < all_of_them then 'SOME'
				            else 'MANY' end
				from run,
				     (select count(distinct customer_no) judged from scope where run_no = :run) s,
				     (select coalesce(max(customer_no), 0) all_of_them from customer) c
				where run_no = :run
				""").param("run", run).query((row, number) -> Reach.valueOf(row.getString(1))).single();
	}

	List<String> failures(int run) {
		return this.jdbc.sql("select detail from input_file where run_no = ? and state = 'failed' order by position")
			.param(run)
			.query(String.class)
			.list();
	}

	private static Optional<OrderRange> range(ResultSet row) throws SQLException {
		LocalDate to = row.getObject("range_to", LocalDate.class);
		boolean whole = row.getBoolean("whole_customers");
		return Optional.ofNullable(row.getObject("range_from", LocalDate.class))
			.map((from) -> new OrderRange(from, to, whole));
	}

	private static RegisteredFile file(ResultSet row, int number) throws SQLException {
		return new RegisteredFile(row.getInt("file_no"), FileKind.of(row.getString("kind")), row.getInt("position"),
				row.getInt("store_no"), row.getString("name"), Path.of(row.getString("path")), row.getString("reading"),
				row.getLong("bytes"), row.getObject("modified_at", OffsetDateTime.class).toInstant(),
				row.getString("sha256"), row.getObject("dated", OffsetDateTime.class).toInstant());
	}

	/**
	 * How many records a file has and how many of them were rejected.
	 */
	record FileCount(long records, long rejected) {

	}

}
