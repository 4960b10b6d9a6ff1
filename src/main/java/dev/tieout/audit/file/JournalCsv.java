package dev.tieout.audit.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import dev.tieout.audit.Journal;
import dev.tieout.audit.JournalEntry;
import dev.tieout.audit.JournalSink;
import dev.tieout.audit.Total;
import org.jspecify.annotations.Nullable;

/** A journal as CSV for a general ledger: two rows an entry, a debit and its credit. */
public final class JournalCsv implements JournalSink {

	static final String HEADER = "date,reference,account,affiliate_email,currency,debit,credit,period,type,store,order_id,"
			+ "ordered_on,description";

	private static final int BLOCK = 1 << 16;

	private final OutputStream out;

	private final CsvRows rows = new CsvRows();

	private @Nullable Journal journal;

	/**
	 * Creates a writer.
	 * @param out where it goes; not closed
	 */
	public JournalCsv(OutputStream out) {
		this.out = out;
	}

	@Override
	public void begin(Journal begun) throws IOException {
		this.journal = begun;
		this.out.write((HEADER + "\n").getBytes(StandardCharsets.US_ASCII));
	}

	@Override
	public void entry(JournalEntry entry) throws IOException {
		boolean owedMore = entry.amount().signum() > 0;
		row(entry, "Commission expense", owedMore);
		row(entry, "Affiliate payable", !owedMore);
		if (this.rows.size() >= BLOCK) {
			this.rows.writeTo(this.out);
		}
	}

	private void row(JournalEntry entry, String account, boolean debit) {
		Total amount = new Total(entry.amount().minor().abs(), entry.amount().currency());
		this.rows.date(entry.date())
			.number(entry.number())
			.text(account)
			.text(entry.affiliate())
			.text(amount.currency().getCurrencyCode());
		if (debit) {
			this.rows.money(amount).blank();
		}
		else {
			this.rows.blank().money(amount);
		}
		this.rows.text(Objects.requireNonNull(this.journal).month().toString())
			.text(entry.type().name())
			.text(entry.store())
			.text(entry.orderId())
			.date(entry.orderedOn())
			.text(entry.description())
			.endRow();
	}

	@Override
	public void end() throws IOException {
		this.rows.writeTo(this.out);
	}

}
