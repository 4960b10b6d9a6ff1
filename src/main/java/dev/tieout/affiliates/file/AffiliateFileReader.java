package dev.tieout.affiliates.file;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

import dev.tieout.affiliates.AffiliateLine;
import dev.tieout.affiliates.Cell;
import dev.tieout.attribution.AffiliateStatus;
import dev.tieout.identity.EmailAddress;
import dev.tieout.records.Column;
import dev.tieout.records.Columns;
import dev.tieout.records.FileRecord;
import dev.tieout.records.ItemReader;
import dev.tieout.records.Problems;
import dev.tieout.records.RecordMapper;
import dev.tieout.records.RejectReason;
import dev.tieout.records.SingleRecords;
import dev.tieout.records.TimestampForm;

/** Makes affiliate lines of an affiliates file's records. */
public final class AffiliateFileReader implements RecordMapper<AffiliateLine> {

	private final Column email;

	private final Column name;

	private final Column refCode;

	private final Column coupon;

	private final Column group;

	private final Column status;

	private final Column effectiveFrom;

	private final TimestampForm timestamps;

	private AffiliateFileReader(Columns columns, ZoneId zone) {
		this.email = columns.required("affiliate_email");
		this.name = columns.optional("name");
		this.refCode = columns.optional("ref_code");
		this.coupon = columns.optional("coupon");
		this.group = columns.optional("group");
		this.status = columns.optional("status");
		this.effectiveFrom = columns.optional("effective_from");
		this.timestamps = TimestampForm.iso(zone);
	}

	/**
	 * Opens an affiliates file.
	 * @param file the file
	 * @param zone of timestamps without an offset
	 * @return the file's rows
	 * @throws dev.tieout.records.UnusableFileException when the file as a whole cannot be
	 * used
	 */
	public static ItemReader<AffiliateLine> open(Path file, ZoneId zone) {
		return SingleRecords.open(file, (columns) -> new AffiliateFileReader(columns, zone));
	}

	@Override
	public Optional<AffiliateLine> map(FileRecord record, Problems problems) {
		Optional<EmailAddress> address = address(record, problems);
		Cell<String> code = code(this.refCode, record, problems);
		Cell<String> couponCode = code(this.coupon, record, problems);
		Cell<String> groupName = text(this.group, record);
		problems.checkLength(this.group, this.group.text(record));
		Cell<AffiliateStatus> standing = status(record, problems);
		Optional<Instant> from = this.timestamps.optional(this.effectiveFrom, record, problems);
		return address.map((who) -> new AffiliateLine(who, this.email.written(record), text(this.name, record), code,
				couponCode, groupName, standing, from));
	}

	private Optional<EmailAddress> address(FileRecord record, Problems problems) {
		String text = this.email.text(record);
		if (text.isEmpty()) {
			problems.addMissing(this.email);
			return Optional.empty();
		}
		problems.checkLength(this.email, text);
		Optional<EmailAddress> address = EmailAddress.parse(text);
		if (address.isEmpty()) {
			problems.add(RejectReason.INVALID_EMAIL, this.email.name() + " '" + Column.cut(text)
					+ "' must have exactly one @ with something on both sides and no white space");
		}
		return address;
	}

	private static Cell<String> code(Column column, FileRecord record, Problems problems) {
		Cell<String> cell = text(column, record);
		if (cell instanceof Cell.Value<String>) {
			problems.checkLength(column, column.text(record));
			return new Cell.Value<>(column.lowerCase(record));
		}
		return cell;
	}

	private static Cell<String> text(Column column, FileRecord record) {
		if (!column.isPresent()) {
			return new Cell.Absent<>();
		}
		String text = column.label(record);
		return text.isEmpty() ? new Cell.Blank<>() : new Cell.Value<>(text);
	}

	private Cell<AffiliateStatus> status(FileRecord record, Problems problems) {
		Cell<String> cell = text(this.status, record);
		if (cell instanceof Cell.Absent<String>) {
			return new Cell.Absent<>();
		}
		if (cell instanceof Cell.Value<String> word) {
			String lower = word.content().toLowerCase(Locale.ROOT);
			for (AffiliateStatus known : AffiliateStatus.values()) {
				if (known.word().equals(lower)) {
					return new Cell.Value<>(known);
				}
			}
			problems.add(RejectReason.UNKNOWN_STATUS, this.status, word.content(),
					"is none of 'active', 'pending', 'blocked'");
		}
		return new Cell.Blank<>();
	}

}
