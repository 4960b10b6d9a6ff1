package dev.tieout.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The CSV exports with their columns in order (files.md, Exports). */
public enum Export {

	DECISIONS("store,order_id,order_number,ordered_at,customer,decision,affiliate_email,source,connection_started_at,"
			+ "order_of_limit,expires_at,currency,order_total,base,commission,rules,run,file,line"),

	LEDGER("entry,run,type,store,order_id,ordered_at,affiliate_email,currency,amount,reason,posted_at,business_date,"
			+ "period,payable_on,corrects,file,line"),

	CONNECTIONS("customer,affiliate_email,started_at,ended_at,state,origin,orders_credited,order_limit,expires_at,"
			+ "file,line"),

	CONNECTION_LINES("file,line,affiliate_email,customer,connected_at,action,outcome,detail"),

	REJECTS("file,line,reason,detail,record"),

	FILES("file,sha256,kind,store,records,accepted,unchanged,rejected,state,run"),

	BALANCES("affiliate_email,name,currency,opening,accrued,adjusted,reversed,closing,released"),

	OPERATIONS("operation,at,operator,as,verb,detail,reason,run");

	private final String header;

	Export(String header) {
		this.header = header;
	}

	/**
	 * Returns the export a word names.
	 * @param word as on the command line
	 * @return the export, or empty where there is none of that name
	 */
	public static Optional<Export> named(String word) {
		return Arrays.stream(values()).filter((export) -> export.word().equals(word)).findFirst();
	}

	/**
	 * Returns this export's name on the command line, which is also its file's.
	 * @return for example {@code connection-lines}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Returns the name of its file in a run's folder.
	 * @return for example {@code connection-lines.csv}
	 */
	public String fileName() {
		return word() + ".csv";
	}

	/**
	 * Returns the header.
	 * @return its names with commas between
	 */
	public String header() {
		return this.header;
	}

	/**
	 * Returns the header's names.
	 * @return in order
	 */
	public List<String> columns() {
		return List.of(this.header.split(","));
	}

}
