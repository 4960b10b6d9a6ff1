package dev.tieout.connections.file;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import dev.tieout.connections.ExistingCustomerLine;
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

/** Makes entries of the records of any file with a column of customers' addresses. */
public final class ExistingCustomerFileReader implements RecordMapper<ExistingCustomerLine> {

	private final Column email;

	private final Column since;

	private final TimestampForm timestamps;

	private ExistingCustomerFileReader(Columns columns, ZoneId zone) {
		this.email = columns.required("customer_email", "Customer Email", "Email");
		this.since = columns.optional("customer_since");
		this.timestamps = TimestampForm.iso(zone);
	}

	/**
	 * Opens a file of existing customers.
	 * @param file the file
	 * @param zone of timestamps without an offset
	 * @return the file's entries
	 * @throws dev.tieout.records.UnusableFileException when the file as a whole cannot be
	 * used
	 */
	public static ItemReader<ExistingCustomerLine> open(Path file, ZoneId zone) {
		return SingleRecords.open(file, (columns) -> new ExistingCustomerFileReader(columns, zone));
	}

	@Override
	public Optional<ExistingCustomerLine> map(FileRecord record, Problems problems) {
		Optional<EmailAddress> address = address(record, problems);
		Optional<Instant> from = this.timestamps.optional(this.since, record, problems);
		return address.map((who) -> new ExistingCustomerLine(who, this.email.written(record), from));
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
			// The value stands in the record; a detail must not hold a customer's
			// address.
			problems.add(RejectReason.INVALID_EMAIL,
					this.email.name() + " must have exactly one @ with something on both sides and no white space");
		}
		return address;
	}

}
