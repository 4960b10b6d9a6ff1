package dev.tieout.affiliates.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.tieout.affiliates.AffiliateLine;
import dev.tieout.affiliates.Cell;
import dev.tieout.attribution.AffiliateStatus;
import dev.tieout.bulk.CopyRows;
import dev.tieout.identity.Party;
import dev.tieout.identity.PartyNumbers;
import dev.tieout.records.Item;

/**
 * Writes the lines of affiliate files as they were read. What they mean is told later.
 */
public final class AffiliateLineRows {

	private final PartyNumbers affiliates;

	private final CopyRows rows = new CopyRows("affiliate_line", "file_no", "line", "affiliate_no", "name", "ref_code",
			"coupon", "group_name", "status", "effective_from");

	public AffiliateLineRows(PartyNumbers affiliates) {
		this.affiliates = affiliates;
	}

	/**
	 * Writes lines in the connection's transaction.
	 * @param file the file's number
	 * @param items what was read of it
	 * @param connection where to write
	 * @throws SQLException when the database refuses
	 */
	public void write(int file, List<Item.Accepted<AffiliateLine>> items, Connection connection) throws SQLException {
		long[] numbers = this.affiliates.numbersOf(items.stream()
			.map((item) -> new Party(item.value().address().value(), item.value().addressAsWritten(), ""))
			.toList());
		for (int i = 0; i < numbers.length; i++) {
			AffiliateLine line = items.get(i).value();
			this.rows.row().integer(file).number(items.get(i).line()).integer((int) numbers[i]);
			cell(line.name());
			cell(line.refCode());
			cell(line.coupon());
			cell(line.group());
			status(line.status());
			this.rows.instantOrNull(line.effectiveFrom().orElse(null));
		}
		this.rows.writeTo(connection);
	}

	/**
	 * NULL stands for a column the file does not have, an empty text for a blank cell.
	 */
	private void cell(Cell<String> cell) {
		if (cell instanceof Cell.Absent<String>) {
			this.rows.nothing();
		}
		else {
			this.rows.text(cell.value().orElse(""));
		}
	}

	private void status(Cell<AffiliateStatus> cell) {
		this.rows.textOrNull(cell.value().map(AffiliateStatus::word).orElse(""));
	}

}
