package dev.tieout.orders.file;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

import dev.tieout.money.Amounts;
import dev.tieout.money.Money;
import dev.tieout.records.Column;
import dev.tieout.records.FileRecord;
import dev.tieout.records.Problems;
import dev.tieout.records.RejectReason;

/** Reads cells that hold amounts and says of a bad one what is bad about it. */
final class AmountCells {

	private static final String TOO_LARGE = "is more than 10^15 minor units";

	private AmountCells() {
	}

	/** Returns an amount in minor units, 0 where the cell is blank or bad. */
	static long optional(Column column, FileRecord record, Currency currency, Problems problems) {
		String text = column.text(record);
		return text.isEmpty() ? 0 : amount(column, text, currency, problems);
	}

	/** Returns an amount in minor units, 0 where a problem was added. */
	static long required(Column column, FileRecord record, Currency currency, Problems problems) {
		String text = column.text(record);
		if (text.isEmpty()) {
			problems.addMissing(column);
			return 0;
		}
		return amount(column, text, currency, problems);
	}

	/** Returns an amount that may be below zero, 0 where the cell is blank or bad. */
	static long signed(Column column, FileRecord record, Currency currency, Problems problems) {
		String text = column.text(record);
		if (text.isEmpty()) {
			return 0;
		}
		long amount = Amounts.parseSigned(text, currency.getDefaultFractionDigits());
		return (amount != Amounts.BAD) ? amount
				: bad(column, text, text.startsWith("-") ? text.substring(1) : text, currency, problems);
	}

	private static long amount(Column column, String text, Currency currency, Problems problems) {
		long amount = Amounts.parse(text, currency.getDefaultFractionDigits());
		return (amount != Amounts.BAD) ? amount : bad(column, text, text, currency, problems);
	}

	private static long bad(Column column, String text, String unsigned, Currency currency, Problems problems) {
		problems.add(RejectReason.BAD_AMOUNT, column, text, fault(unsigned, currency));
		return 0;
	}

	private static String fault(String text, Currency currency) {
		if (text.startsWith("-")) {
			return "is below 0";
		}
		if (!text.chars().allMatch((c) -> (c >= '0' && c <= '9') || c == '.')
				|| text.indexOf('.') != text.lastIndexOf('.') || text.equals(".")) {
			return "is no amount; digits with a dot for the decimals and no thousands separator were expected";
		}
		int digits = currency.getDefaultFractionDigits();
		int dot = text.indexOf('.');
		int decimals = (dot < 0) ? 0 : Math.max(Decimals.withoutTrailingZeros(text, dot) - dot - 1, 0);
		if (decimals > digits) {
			return "has " + decimals + ((decimals == 1) ? " decimal" : " decimals") + ", but "
					+ currency.getCurrencyCode() + " has " + digits;
		}
		return TOO_LARGE;
	}

	/**
	 * Returns an exact number of currency units in minor units.
	 * @param value for example the sum of line totals
	 * @param name what it is, for the message
	 * @return the amount, 0 where a problem was added
	 */
	static long minor(BigDecimal value, String name, Currency currency, Problems problems) {
		BigDecimal minor = value.movePointRight(currency.getDefaultFractionDigits());
		String plain = value.toPlainString();
		if (minor.signum() < 0) {
			problems.add(RejectReason.BAD_AMOUNT, name + " '" + plain + "' is below 0");
		}
		else if (minor.compareTo(BigDecimal.valueOf(Money.LIMIT)) > 0) {
			problems.add(RejectReason.BAD_AMOUNT, name + " '" + plain + "' " + TOO_LARGE);
		}
		else if (minor.stripTrailingZeros().scale() > 0) {
			problems.add(RejectReason.BAD_AMOUNT, name + " '" + plain + "' has more decimals than "
					+ currency.getCurrencyCode() + ", which has " + currency.getDefaultFractionDigits());
		}
		else {
			return minor.longValueExact();
		}
		return 0;
	}

	/** Returns a line's number, the default where the cell is blank or bad. */
	static BigDecimal ofLine(String name, String text, BigDecimal whereBlank, Problems problems) {
		if (text.isEmpty()) {
			return whereBlank;
		}
		Optional<BigDecimal> number = Decimals.parse(text);
		if (number.isEmpty()) {
			problems.add(RejectReason.BAD_AMOUNT, name + " " + Problems.quoted(text)
					+ " is no number of at least 0 with a dot, up to 10 decimals and less than 10^15");
		}
		return number.orElse(whereBlank);
	}

}
