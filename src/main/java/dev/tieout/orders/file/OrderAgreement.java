package dev.tieout.orders.file;

import java.util.List;
import java.util.Locale;

import dev.tieout.records.Column;
import dev.tieout.records.FileRecord;
import dev.tieout.records.Problems;
import dev.tieout.records.RejectReason;

/** Whether a later record of an order says of it what the first one says. */
final class OrderAgreement {

	private final List<OrderColumn> columns;

	OrderAgreement(List<OrderColumn> columns) {
		this.columns = columns.stream().filter((column) -> column.column().isPresent()).toList();
	}

	/** Adds a problem for each value that is neither blank nor a repetition. */
	void check(FileRecord first, FileRecord later, Problems problems) {
		for (OrderColumn column : this.columns) {
			String value = column.column().text(later);
			if (!value.isEmpty() && !isSame(column.column().text(first), value)) {
				problems.add(RejectReason.SPLIT_ORDER, detail(column, first, value));
			}
		}
	}

	private static String detail(OrderColumn compared, FileRecord first, String value) {
		Column column = compared.column();
		String shown = compared.personal() ? "" : " " + Problems.quoted(value);
		String expected = compared.personal() ? "what it is" : Problems.quoted(column.text(first));
		return column.name() + shown + " is not " + expected + " in line " + first.line()
				+ ", where the order starts; it must be repeated or left blank";
	}

	private static boolean isSame(String first, String later) {
		return first.equals(later) || canonical(first).equals(canonical(later));
	}

	/** Case is no other value, nor are an amount's trailing zeros. */
	private static String canonical(String text) {
		int dot = text.indexOf('.');
		boolean number = dot >= 0 && text.chars().allMatch((c) -> (c >= '0' && c <= '9') || c == '.');
		return number ? text.substring(0, Decimals.withoutTrailingZeros(text, dot)) : text.toLowerCase(Locale.ROOT);
	}

}
