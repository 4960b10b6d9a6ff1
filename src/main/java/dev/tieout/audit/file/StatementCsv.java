package dev.tieout.audit.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

import dev.tieout.audit.Hold;
import dev.tieout.audit.Statement;
import dev.tieout.audit.StatementEntry;
import dev.tieout.audit.StatementPart;
import dev.tieout.audit.StatementWords;
import dev.tieout.audit.Total;
import org.jspecify.annotations.Nullable;

/**
 * A statement as CSV. Rows of kind {@code opening} and {@code entry} add up to the row
 * {@code closing}; that is {@code released} and {@code on-hold} together.
 */
final class StatementCsv extends StatementParts {

	static final String HEADER = "affiliate_email,name,period,closing,as_of,row,currency,amount,entry,type,reason,why,"
			+ "store,order_id,order_number,ordered_on,posted_at,payable_on,released";

	private static final int BLOCK = 1 << 16;

	private static final int ENTRY_CELLS = 11;

	private final OutputStream out;

	private final CsvRows rows = new CsvRows();

	private @Nullable Statement statement;

	StatementCsv(OutputStream out) {
		this.out = out;
	}

	@Override
	void head(Statement begun) throws IOException {
		this.statement = begun;
		this.out.write((HEADER + "\n").getBytes(StandardCharsets.US_ASCII));
	}

	@Override
	void openPart(StatementPart part) {
		start("opening", part.balance().opening());
		blanks(ENTRY_CELLS);
	}

	@Override
	void row(StatementEntry entry) throws IOException {
		start("entry", entry.amount());
		this.rows.number(entry.number())
			.text(entry.type().name())
			.text(entry.reason().name())
			.text(StatementWords.why(entry))
			.text(entry.store())
			.text(entry.orderId())
			.text(entry.orderNumber())
			.date(entry.orderedOn())
			.instant(entry.postedAt())
			.date(entry.payableOn())
			.text(isReleased(entry.payableOn()) ? "yes" : "no")
			.endRow();
		if (this.rows.size() >= BLOCK) {
			this.rows.writeTo(this.out);
		}
	}

	@Override
	void closePart(StatementPart part) {
		start("closing", part.balance().closing());
		blanks(ENTRY_CELLS);
		start("released", part.balance().released());
		blanks(ENTRY_CELLS);
		for (Hold hold : part.holds()) {
			start("on-hold", hold.amount());
			for (int i = 0; i < ENTRY_CELLS - 2; i++) {
				this.rows.blank();
			}
			this.rows.date(hold.until()).text("no").endRow();
		}
	}

	@Override
	void foot() throws IOException {
		this.rows.writeTo(this.out);
	}

	private void start(String kind, Total amount) {
		Statement shown = Objects.requireNonNull(this.statement);
		this.rows.text(shown.affiliate()).text(shown.name()).text(shown.month().toString());
		shown.closing().ifPresentOrElse((closing) -> this.rows.number(closing.number()), this.rows::blank);
		Optional<LocalDate> day = shown.asOf();
		if (day.isPresent()) {
			this.rows.date(day.get());
		}
		else {
			shown.seenAt().ifPresentOrElse(this.rows::instant, this.rows::blank);
		}
		this.rows.text(kind).text(amount.currency().getCurrencyCode()).money(amount);
	}

	private void blanks(int cells) {
		for (int i = 0; i < cells; i++) {
			this.rows.blank();
		}
		this.rows.endRow();
	}

	private boolean isReleased(LocalDate payableOn) {
		return !payableOn.isAfter(Objects.requireNonNull(this.statement).releasedBy());
	}

}
