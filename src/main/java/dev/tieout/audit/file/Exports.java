package dev.tieout.audit.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

import dev.tieout.audit.Balance;
import dev.tieout.audit.Export;
import dev.tieout.audit.ExportScope;
import dev.tieout.audit.Masking;
import dev.tieout.audit.jdbc.Balances;
import dev.tieout.audit.jdbc.ExportRows;

/** Writes the CSV exports of files.md. */
@Component
public final class Exports {

	private static final int BLOCK = 1 << 16;

	private static final List<String> NOTICE_COLUMNS = List.of("file", "line", "kind", "detail");

	private final ExportRows rows;

	private final Balances balances;

	private final Clock clock;

	/**
	 * Creates the writer.
	 * @param dataSource the application's
	 * @param clock says what is live and released
	 */
	public Exports(DataSource dataSource, Clock clock) {
		this.rows = new ExportRows(dataSource);
		this.balances = new Balances(dataSource, clock);
		this.clock = clock;
	}

	/**
	 * Writes an export with its header. Rows are streamed; memory does not grow with
	 * them.
	 * @param export which one
	 * @param scope all of it, or one run's (balances are always those of all runs), or,
	 * of ledger and balances, as of a day
	 * @param masking whether customers are named
	 * @param out where it goes; not closed
	 * @return how many rows were written
	 * @throws IOException if {@code out} does not take them
	 * @throws DataAccessException if the database cannot be read
	 */
	public long write(Export export, ExportScope scope, Masking masking, OutputStream out) throws IOException {
		writeHeader(export, out);
		CsvRows csv = new CsvRows();
		try {
			long count = (export == Export.BALANCES) ? balances(day(scope), csv)
					: stream(export, scope, masking, csv, out);
			csv.writeTo(out);
			return count;
		}
		catch (SQLException ex) {
			throw new UncategorizedSQLException("export of " + export.word(), null, ex);
		}
	}

	/**
	 * Writes the header of an export.
	 * @param export which one
	 * @param out where it goes
	 * @throws IOException if {@code out} does not take it
	 */
	public static void writeHeader(Export export, OutputStream out) throws IOException {
		out.write((export.header() + "\n").getBytes(StandardCharsets.US_ASCII));
	}

	/** Writes an export's rows somewhere else than into CSV, at most so many. */
	void writeRows(Export export, ExportScope scope, Masking masking, int limit, RowOutput out) throws IOException {
		RowFormat format = RowFormat.of(export, masking);
		reading(export.word(),
				() -> this.rows.read(export, scope, this.clock.instant(), limit, (row) -> format.append(row, out)));
	}

	/** Reads file, line, kind and detail of what was noticed in a run's files. */
	void readNotices(int runNo, int limit, ExportRows.Reader reader) throws IOException {
		reading("notices", () -> this.rows.readNotices(runNo, limit, reader));
	}

	/** Reads a run's connection lines that did not do what they asked for. */
	void readExceptionalRequests(int runNo, int limit, ExportRows.Reader reader) throws IOException {
		reading("connection lines", () -> this.rows.readExceptionalRequests(runNo, limit, reader));
	}

	private static void reading(String what, Reading reading) throws IOException {
		try {
			reading.read();
		}
		catch (SQLException ex) {
			throw new UncategorizedSQLException(what, null, ex);
		}
	}

	private long stream(Export export, ExportScope scope, Masking masking, CsvRows csv, OutputStream out)
			throws IOException, SQLException {
		RowFormat format = RowFormat.of(export, masking);
		ExportRows.Reader reader = (row) -> {
			format.append(row, csv);
			if (csv.size() >= BLOCK) {
				csv.writeTo(out);
			}
		};
		Optional<LocalDate> day = day(scope);
		if (day.isEmpty()) {
			return this.rows.read(export, scope, this.clock.instant(), ExportRows.ALL, reader);
		}
		if (export != Export.LEDGER) {
			throw new IllegalArgumentException("'" + export.word() + "' is not kept as of a day");
		}
		return this.rows.readLedger(day.get(), reader);
	}

	private static Optional<LocalDate> day(ExportScope scope) {
		return (scope instanceof ExportScope.AsOf asOf) ? Optional.of(asOf.day()) : Optional.empty();
	}

	/**
	 * Writes what was noticed in a run's files: {@code file,line,kind,detail}.
	 * @param runNo the run
	 * @param masking whether customers are named
	 * @param out where it goes; not closed
	 * @return how many rows were written
	 * @throws IOException if {@code out} does not take them
	 * @throws DataAccessException if the database cannot be read
	 */
	public long writeNotices(int runNo, Masking masking, OutputStream out) throws IOException {
		ColumnFormat format = new ColumnFormat(NOTICE_COLUMNS, masking);
		out.write((String.join(",", NOTICE_COLUMNS) + "\n").getBytes(StandardCharsets.US_ASCII));
		CsvRows csv = new CsvRows();
		try {
			long count = this.rows.readNotices(runNo, ExportRows.ALL, (row) -> {
				format.append(row, csv);
				if (csv.size() >= BLOCK) {
					csv.writeTo(out);
				}
			});
			csv.writeTo(out);
			return count;
		}
		catch (SQLException ex) {
			throw new UncategorizedSQLException("notices of run " + runNo, null, ex);
		}
	}

	private long balances(Optional<LocalDate> asOf, CsvRows csv) {
		long count = 0;
		for (Balance balance : this.balances.asTheyStand(asOf)) {
			csv.text(balance.affiliate())
				.text(balance.name())
				.text(balance.closing().currency().getCurrencyCode())
				.money(balance.opening())
				.money(balance.accrued())
				.money(balance.adjusted())
				.money(balance.reversed())
				.money(balance.closing())
				.money(balance.released())
				.endRow();
			count++;
		}
		return count;
	}

	@FunctionalInterface
	private interface Reading {

		long read() throws SQLException, IOException;

	}

}
