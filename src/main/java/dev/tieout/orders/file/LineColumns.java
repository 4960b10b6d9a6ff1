package dev.tieout.orders.file;

import java.math.BigDecimal;
import java.util.stream.Stream;

import dev.tieout.orders.OrderLine;
import dev.tieout.records.Column;
import dev.tieout.records.FileRecord;
import dev.tieout.records.Problems;

/** The columns of layouts in which a record holds one line. */
record LineColumns(Column sku, Column name, Column quantity, Column price, Column discount) {

	/** Returns whether a record is a line: any of its line cells is not blank. */
	boolean isLine(FileRecord record) {
		return isGiven(this.sku, record) || isGiven(this.name, record) || isGiven(this.quantity, record)
				|| isGiven(this.price, record) || isGiven(this.discount, record);
	}

	private static boolean isGiven(Column column, FileRecord record) {
		return column.isPresent() && !column.text(record).isEmpty();
	}

	Stream<Column> columns() {
		return Stream.of(this.sku, this.name, this.quantity, this.price, this.discount);
	}

	OrderLine read(FileRecord record, Problems problems) {
		BigDecimal count = number(this.quantity, record, BigDecimal.ONE, problems);
		BigDecimal each = number(this.price, record, BigDecimal.ZERO, problems);
		BigDecimal off = number(this.discount, record, BigDecimal.ZERO, problems);
		problems.checkLength(this.sku, this.sku.text(record));
		return OrderLine.of(this.sku.text(record), this.name.label(record), count, each, off);
	}

	private static BigDecimal number(Column column, FileRecord record, BigDecimal whereBlank, Problems problems) {
		return AmountCells.ofLine(column.name(), column.text(record), whereBlank, problems);
	}

}
