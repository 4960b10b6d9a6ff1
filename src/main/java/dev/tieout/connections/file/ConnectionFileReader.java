package dev.tieout.connections.file;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

import dev.tieout.attribution.RequestAction;
import dev.tieout.connections.ConnectionLine;
import dev.tieout.records.Column;
import dev.tieout.records.Columns;
import dev.tieout.records.FileRecord;
import dev.tieout.records.ItemReader;
import dev.tieout.records.Problems;
import dev.tieout.records.RecordMapper;
import dev.tieout.records.RejectReason;
import dev.tieout.records.SingleRecords;
import dev.tieout.records.TimestampForm;

/** Makes connection lines of a connections file's records. */
public final class ConnectionFileReader implements RecordMapper<ConnectionLine> {

	private final Column affiliate;

	private final Column customer;

	private final Column customerName;

	private final Column connectedAt;

	private final Column action;

	private final TimestampForm timestamps;

	private ConnectionFileReader(Columns columns, ZoneId zone) {
		this.affiliate = columns.required("affiliate_email");
		this.customer = columns.required("customer_email");
		this.customerName = columns.optional("customer_name");
		this.connectedAt = columns.optional("connected_at");
		this.action = columns.optional("action");
		this.timestamps = TimestampForm.iso(zone);
	}

	/**
	 * Opens a connections file, GoAffPro's included.
	 * @param file the file
	 * @param zone of timestamps without an offset
	 * @return the file's requests
	 * @throws dev.tieout.records.UnusableFileException when the file as a whole cannot be
	 * used
	 */
	public static ItemReader<ConnectionLine> open(Path file, ZoneId zone) {
		return SingleRecords.open(file, (columns) -> new ConnectionFileReader(columns, zone));
	}

	@Override
	public Optional<ConnectionLine> map(FileRecord record, Problems problems) {
		String affiliateEmail = address(this.affiliate, record, problems);
		String customerEmail = address(this.customer, record, problems);
		Optional<Instant> at = this.timestamps.optional(this.connectedAt, record, problems);
		RequestAction asked = action(record, problems);
		return Optional.of(new ConnectionLine(affiliateEmail, this.affiliate.written(record), customerEmail,
				this.customer.written(record), this.customerName.label(record), at, asked));
	}

	private static String address(Column column, FileRecord record, Problems problems) {
		String address = column.lowerCase(record);
		if (address.isEmpty()) {
			problems.addMissing(column);
		}
		problems.checkLength(column, address);
		return address;
	}

	private RequestAction action(FileRecord record, Problems problems) {
		String word = this.action.text(record);
		switch (word.toLowerCase(Locale.ROOT)) {
			case "", "connect" -> {
				return RequestAction.CONNECT;
			}
			case "disconnect" -> {
				return RequestAction.DISCONNECT;
			}
			default ->
				problems.add(RejectReason.UNKNOWN_ACTION, this.action, word, "is neither 'connect' nor 'disconnect'");
		}
		return RequestAction.CONNECT;
	}

}
