package dev.tieout.audit.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

import dev.tieout.audit.Total;
import org.dhatim.fastexcel.Worksheet;

/**
 * Rows of a sheet, with types: dates and amounts are numbers with a format. The first
 * rows tell how wide the columns are; from then on rows leave memory as they come.
 */
final class SheetRows implements RowOutput {

	/** Rows kept until their widths are known, and then rows between two writes. */
	private static final int BLOCK = 1_000;

	/** Keeps a number off the text in the next column. */
	private static final String GAP = "_ ";

	private static final int NARROWEST = 9;

	private static final int WIDEST = 80;

	/** Numbers in a workbook are exact to this many digits. */
	private static final int EXACT_DIGITS = 15;

	/** Workbooks count days from 1900 on. */
	private static final int FIRST_YEAR = 1901;

	private static final int LAST_YEAR = 9999;

	private final Worksheet sheet;

	private final ZoneId zone;

	private final int[] widths;

	private int row;

	private int column;

	private int written;

	private boolean widthsSet;

	/**
	 * Starts a sheet.
	 * @param sheet an empty one
	 * @param zone of its timestamps
	 * @param title what it holds, in the first row
	 * @param headings of the columns, in the second row
	 */
	SheetRows(Worksheet sheet, ZoneId zone, String title, List<String> headings) {
		this.sheet = sheet;
		this.zone = zone;
		this.widths = new int[headings.size()];
		Arrays.fill(this.widths, NARROWEST);
		sheet.inlineString(0, 0, SheetText.of(title));
		sheet.style(0, 0).bold().set();
		this.row = 1;
		for (String heading : headings) {
			heading(heading);
		}
		if (headings.stream().anyMatch((heading) -> heading.contains(" ("))) {
			sheet.rowHeight(1, 32);
		}
		sheet.freezePane(0, 2);
		sheet.repeatRows(0, 1);
		this.row = 2;
		this.column = 0;
	}

	private void heading(String heading) {
		this.sheet.inlineString(1, this.column, heading);
		this.sheet.style(1, this.column).bold().wrapText(true).verticalAlignment("top").fillColor("E4E9E6").set();
		for (String line : heading.split(" \\(")) {
			widen(line.length() + 3);
		}
		this.column++;
	}

	@Override
	public SheetRows text(String value) {
		if (!value.isEmpty()) {
			String text = SheetText.of(value);
			this.sheet.inlineString(this.row, this.column, text);
			widen(text.length());
		}
		this.column++;
		return this;
	}

	@Override
	public SheetRows blank() {
		this.column++;
		return this;
	}

	@Override
	public SheetRows number(long value) {
		return value(BigDecimal.valueOf(value), "0" + GAP);
	}

	/** A number for a person to read, with thousands separators. */
	SheetRows count(long value) {
		return value(BigDecimal.valueOf(value), "#,##0" + GAP);
	}

	@Override
	public SheetRows money(long minor, int digits) {
		return money(BigInteger.valueOf(minor), digits);
	}

	@Override
	public SheetRows money(Total total) {
		return money(total.minor(), total.currency().getDefaultFractionDigits());
	}

	private SheetRows money(BigInteger minor, int digits) {
		return value(new BigDecimal(minor, digits), "#,##0" + ((digits == 0) ? "" : "." + "0".repeat(digits)) + GAP);
	}

	/** One with more digits than a workbook keeps stays whole as text. */
	private SheetRows value(BigDecimal value, String format) {
		if (value.precision() > EXACT_DIGITS) {
			this.sheet.inlineString(this.row, this.column, value.toPlainString());
			this.sheet.style(this.row, this.column).horizontalAlignment("right").set();
		}
		else {
			this.sheet.value(this.row, this.column, value);
			this.sheet.style(this.row, this.column).format(format).set();
		}
		widen(value.precision() + Math.max(0, value.precision() - value.scale() - 1) / 3 + 3);
		this.column++;
		return this;
	}

	@Override
	public SheetRows instant(Instant instant) {
		LocalDateTime time = LocalDateTime.ofInstant(instant, this.zone);
		if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
			return text(instant.toString());
		}
		this.sheet.value(this.row, this.column, time.truncatedTo(ChronoUnit.SECONDS));
		this.sheet.style(this.row, this.column).format("yyyy-mm-dd hh:mm:ss").horizontalAlignment("left").set();
		widen("2026-10-31 10:00:00".length());
		this.column++;
		return this;
	}

	@Override
	public SheetRows date(LocalDate date) {
		if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
			return text(date.toString());
		}
		this.sheet.value(this.row, this.column, date);
		this.sheet.style(this.row, this.column).format("yyyy-mm-dd").horizontalAlignment("left").set();
		widen("2026-10-31".length());
		this.column++;
		return this;
	}

	@Override
	public void endRow() {
		this.row++;
		this.column = 0;
		if (this.row - this.written >= BLOCK) {
			flush();
			this.written = this.row;
		}
	}

	/** Ends the sheet; its file is whole when the workbook is. */
	void end() throws IOException {
		setWidths();
		if (this.row > 2) {
			this.sheet.setAutoFilter(1, 0, this.row - 1, this.widths.length - 1);
		}
		else {
			this.sheet.setAutoFilter(1, 0, 1, this.widths.length - 1);
		}
		this.sheet.pageOrientation("landscape");
		this.sheet.setFitToPage(true);
		this.sheet.fitToWidth((short) 1);
		this.sheet.fitToHeight((short) 0);
		this.sheet.finish();
	}

	private void flush() {
		setWidths();
		try {
			this.sheet.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void widen(int characters) {
		if (!this.widthsSet && this.column < this.widths.length) {
			this.widths[this.column] = Math.max(this.widths[this.column], Math.min(WIDEST, characters + 1));
		}
	}

	private void setWidths() {
		if (this.widthsSet) {
			return;
		}
		for (int i = 0; i < this.widths.length; i++) {
			this.sheet.width(i, this.widths[i]);
		}
		this.widthsSet = true;
	}

}
