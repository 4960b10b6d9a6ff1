package dev.tieout.orders.file;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import dev.tieout.identity.PlainText;
import dev.tieout.money.Money;
import dev.tieout.records.Column;
import dev.tieout.records.FileRecord;
import dev.tieout.records.Problems;
import dev.tieout.records.RejectReason;
import dev.tieout.records.TimestampForm;

/** What all layouts read in the same way. */
final class OrderCells {

	private static final int MOST_CODES = 1_000;

	private final Currency programCurrency;

	private final TimestampForm timestamps;

	private final StatusWords statuses;

	private String lastCurrencyWord = "";

	private Optional<Currency> lastCurrency = Optional.empty();

	OrderCells(OrderReading reading) {
		this.programCurrency = reading.programCurrency();
		this.timestamps = reading.timestampPattern()
			.map((pattern) -> TimestampForm.pattern(pattern, reading.zone()))
			.orElseGet(() -> TimestampForm.iso(reading.zone()));
		this.statuses = StatusWords.of(reading);
	}

	TimestampForm timestamps() {
		return this.timestamps;
	}

	StatusWords statuses() {
		return this.statuses;
	}

	/** Returns a currency that must be given, or empty where a problem was added. */
	Optional<Currency> currency(Column column, FileRecord record, Problems problems) {
		String word = column.text(record);
		if (word.isEmpty()) {
			problems.addMissing(column);
			return Optional.empty();
		}
		if (!word.equals(this.lastCurrencyWord)) {
			this.lastCurrency = Money.currency(word);
			this.lastCurrencyWord = word;
		}
		if (this.lastCurrency.isEmpty()) {
			problems.add(RejectReason.UNKNOWN_CURRENCY, column, word,
					"is no currency of ISO 4217 with minor units, such as 'USD'");
		}
		return this.lastCurrency;
	}

	/** Returns a currency, the program's where the cell is blank. */
	Optional<Currency> currencyOrProgram(Column column, FileRecord record, Problems problems) {
		return column.text(record).isEmpty() ? Optional.of(this.programCurrency) : currency(column, record, problems);
	}

	/** Puts the customer's address into an order. */
	static void customer(Column column, FileRecord record, OrderDraft draft, Problems problems) {
		draft.emailAsWritten = column.written(record);
		draft.email = column.lowerCase(record);
		problems.checkLength(column, draft.email);
	}

	/** Returns the codes of a cell, split at commas, blank ones left out. */
	static List<String> codes(Column column, FileRecord record, Problems problems) {
		String text = column.text(record);
		if (text.isEmpty()) {
			return List.of();
		}
		List<String> codes = new ArrayList<>(1);
		for (String part : text.split(",")) {
			addCode(column, part, codes, problems);
		}
		return codes;
	}

	/** Adds a code in the form in which codes are compared, unless it is blank. */
	static void addCode(Column column, String written, List<String> codes, Problems problems) {
		String code = PlainText.lowerCase(written);
		if (!code.isEmpty()) {
			problems.checkLength(column, code);
			codes.add(code);
		}
		if (codes.size() == MOST_CODES + 1) {
			problems.add(RejectReason.MALFORMED_RECORD,
					column.name() + " has more than " + MOST_CODES + " codes, which no order has");
		}
	}

}
