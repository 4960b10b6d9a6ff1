package dev.tieout.audit.file;

import dev.tieout.audit.PlannedEntry;

/** The rows of the file beside a plan that has all its entries (files.md, Plans). */
final class PlanCsv {

	static final String HEADER = "type,store,order_id,ordered_at,customer,affiliate_email,currency,amount,reason,period,payable_on,corrects,file,line\n";

	private final CsvRows rows = new CsvRows();

	/** The rows so far, to be written. */
	CsvRows rows() {
		return this.rows;
	}

	void add(PlannedEntry entry) {
		this.rows.text(entry.type().name())
			.text(entry.store())
			.text(entry.order())
			.instant(entry.orderedAt())
			.number(entry.customer())
			.text(entry.affiliate())
			.text(entry.amount().currency().getCurrencyCode())
			.money(entry.amount())
			.text(entry.reason().name())
			.text(entry.period().toString())
			.date(entry.payableOn())
			.number(entry.corrects())
			.text(entry.file())
			.number(entry.line())
			.endRow();
	}

}
