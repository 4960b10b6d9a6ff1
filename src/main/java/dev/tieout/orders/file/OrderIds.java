package dev.tieout.orders.file;

import dev.tieout.records.Column;
import dev.tieout.records.FileRecord;
import dev.tieout.records.Problems;
import dev.tieout.records.RejectReason;

/** Reads order ids. */
final class OrderIds {

	private OrderIds() {
	}

	/** Returns an order's id, empty where it is blank. */
	static String read(Column column, FileRecord record, Problems problems) {
		String id = column.text(record);
		if (id.isEmpty()) {
			problems.addMissing(column);
		}
		else if (isShortened(id)) {
			problems.add(RejectReason.BAD_ORDER_ID, column, id,
					"is a number that a spreadsheet has shortened; export the file again and do not save it from there");
		}
		problems.checkLength(column, id);
		return id;
	}

	/** Returns whether an id looks like {@code 1.23457E+15}. */
	static boolean isShortened(String id) {
		int mark = Math.max(id.lastIndexOf("E+"), id.lastIndexOf("e+"));
		if (mark < 1 || mark + 2 == id.length() || !areDigits(id, mark + 2, id.length())) {
			return false;
		}
		int dot = id.indexOf('.');
		if (dot < 0) {
			return areDigits(id, 0, mark);
		}
		return dot > 0 && dot < mark - 1 && areDigits(id, 0, dot) && areDigits(id, dot + 1, mark);
	}

	private static boolean areDigits(String text, int from, int to) {
		for (int i = from; i < to; i++) {
			if (text.charAt(i) < '0' || text.charAt(i) > '9') {
				return false;
			}
		}
		return true;
	}

}
