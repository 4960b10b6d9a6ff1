package dev.tieout.audit.file;

import java.sql.ResultSet;
import java.sql.SQLException;

import dev.tieout.audit.Export;
import dev.tieout.audit.Masking;

/** How a row of the database becomes a row of an export. */
interface RowFormat {

	void append(ResultSet row, RowOutput csv) throws SQLException;

	static RowFormat of(Export export, Masking masking) {
		return switch (export) {
			case DECISIONS -> new DecisionFormat(masking);
			case CONNECTION_LINES -> new RequestFormat(masking);
			case LEDGER, CONNECTIONS, REJECTS, FILES, OPERATIONS -> new ColumnFormat(export.columns(), masking);
			case BALANCES -> throw new IllegalArgumentException("balances are no rows of the database");
		};
	}

}
