package dev.tieout.audit.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Currency;

import dev.tieout.audit.Journal;
import dev.tieout.audit.JournalEntry;
import dev.tieout.audit.JournalSink;
import dev.tieout.audit.StatementWords;
import dev.tieout.audit.Total;

/**
 * A journal in hledger's plain-text format, with all accounts and currencies declared.
 * Payable is a credit, so its amounts are less than 0. Whatever is not a letter, a digit
 * or harmless stands as percent sign and two hexadecimal digits: an address cannot make a
 * sub-account, a comment or another amount.
 */
public final class JournalHledger implements JournalSink {

	private static final String EXPENSE = "expenses:commission";

	private static final String PAYABLE = "liabilities:affiliates:";

	private static final int BLOCK = 1 << 16;

	private final OutputStream out;

	private final StringBuilder text = new StringBuilder();

	/**
	 * Creates a writer.
	 * @param out where it goes; not closed
	 */
	public JournalHledger(OutputStream out) {
		this.out = out;
	}

	@Override
	public void begin(Journal journal) {
		this.text.append("; Commission journal of program ")
			.append(word(journal.program()))
			.append(", posted to ")
			.append(journal.month())
			.append("; amounts in the currency that stands beside them.\n; Dates are those of ")
			.append(journal.zone())
			.append(": the order's where it lies in the month, else the month's first day. In parentheses the ledger's entry.\n; ")
			.append(standing(journal))
			.append("\n\ndecimal-mark .\n");
		for (Currency currency : journal.currencies()) {
			this.text.append("commodity 1000.")
				.append("0".repeat(currency.getDefaultFractionDigits()))
				.append(' ')
				.append(currency.getCurrencyCode())
				.append('\n');
		}
		if (!journal.affiliates().isEmpty()) {
			this.text.append("account ").append(EXPENSE).append("  ; type: X\n");
		}
		for (String affiliate : journal.affiliates()) {
			this.text.append("account ").append(PAYABLE).append(word(affiliate)).append("  ; type: L\n");
		}
	}

	private static String standing(Journal journal) {
		String asOf = journal.asOf().map((day) -> " As of the end of " + day + ".").orElse("");
		return journal.closing()
			.map((closing) -> "Closing " + closing.number() + " of "
					+ StatementWords.time(closing.closedAt(), journal.zone()) + ".")
			.orElseGet(() -> "Not closed yet"
					+ journal.seenAt().map((at) -> ", as of " + StatementWords.time(at, journal.zone())).orElse("")
					+ ".")
				+ asOf;
	}

	@Override
	public void entry(JournalEntry entry) throws IOException {
		Total negative = new Total(entry.amount().minor().negate(), entry.amount().currency());
		this.text.append('\n')
			.append(entry.date())
			.append(" * (")
			.append(entry.number())
			.append(") ")
			.append(AddressWord.escaped(entry.description(), "@._+-/#, "))
			.append('\n');
		posting(EXPENSE, entry.amount());
		posting(PAYABLE + word(entry.affiliate()), negative);
		if (this.text.length() >= BLOCK) {
			end();
		}
	}

	private void posting(String account, Total amount) {
		this.text.append("    ")
			.append(account)
			.append("  ")
			.append(amount.toPlainString())
			.append(' ')
			.append(amount.currency().getCurrencyCode())
			.append('\n');
	}

	/** An account's name as hledger takes it, for whoever compares balances with it. */
	static String word(String text) {
		return AddressWord.escaped(text, "@._+-");
	}

	@Override
	public void end() throws IOException {
		this.out.write(this.text.toString().getBytes(StandardCharsets.UTF_8));
		this.text.setLength(0);
	}

}
