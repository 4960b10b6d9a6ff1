package dev.tieout.orders.file;

import java.util.ArrayList;
import java.util.List;

import dev.tieout.orders.OrderContent;
import dev.tieout.records.FileRecord;
import dev.tieout.records.Item;
import dev.tieout.records.Item.Accepted;
import dev.tieout.records.Item.Rejected;
import dev.tieout.records.Problems;
import dev.tieout.records.Reject;
import dev.tieout.records.RejectReason;

/** Puts an order together from its records; one bad record rejects all of them. */
final class OrderAssembly {

	private final OrderLayout layout;

	private final OrderReading reading;

	private final OrderAgreement agreement;

	OrderAssembly(OrderLayout layout, OrderReading reading) {
		this.layout = layout;
		this.reading = reading;
		this.agreement = new OrderAgreement(layout.orderColumns());
	}

	/**
	 * Returns the order that records make.
	 * @param key what they have in common
	 * @param records adjacent, at least one
	 * @return the order, or all its records as rejects
	 */
	Item<OrderContent> assemble(String key, List<FileRecord> records) {
		FileRecord first = records.get(0);
		OrderDraft draft = new OrderDraft(this.reading.programCurrency());
		List<Problems> problems = new ArrayList<>(records.size());
		boolean fine = true;
		for (FileRecord record : records) {
			Problems found = new Problems();
			read(first, record, draft, found);
			problems.add(found);
			fine &= found.isEmpty();
		}
		if (fine && draft.lines().size() > OrderFileReader.MOST_RECORDS) {
			problems.get(0)
				.add(RejectReason.MALFORMED_RECORD, "the order has " + draft.lines().size() + " lines, but at most "
						+ OrderFileReader.MOST_RECORDS + " are read");
			fine = false;
		}
		if (fine) {
			this.layout.complete(first, draft, problems.get(0));
			fine = problems.get(0).isEmpty();
		}
		return fine ? new Accepted<>(first.line(), records.size(), key, draft.content(this.reading.pricesIncludeTax()))
				: rejected(key, records, problems);
	}

	private void read(FileRecord first, FileRecord record, OrderDraft draft, Problems problems) {
		if (record.isMalformed()) {
			problems.add(RejectReason.MALFORMED_RECORD, record.malformation());
			return;
		}
		if (record == first) {
			this.layout.readOrder(record, draft, problems);
		}
		else if (!first.isMalformed()) {
			this.agreement.check(first, record, problems);
		}
		this.layout.readLines(record, draft, problems);
	}

	private Item<OrderContent> rejected(String key, List<FileRecord> records, List<Problems> problems) {
		int bad = 0;
		while (problems.get(bad).isEmpty()) {
			bad++;
		}
		RejectReason reason = problems.get(bad).reason();
		String detail = "rejected with its order, whose record in line " + records.get(bad).line() + " is bad";
		List<Reject> rejects = new ArrayList<>(records.size());
		for (int i = 0; i < records.size(); i++) {
			Problems own = problems.get(i);
			rejects.add(own.isEmpty() ? records.get(i).reject(reason, detail) : own.reject(records.get(i)));
		}
		String id = this.layout.id().text(records.get(0));
		return new Rejected<>(records.get(0).line(), records.size(), storable(key), storable(id), rejects);
	}

	/** A bad record's id may be anything; what is stored and looked up may not. */
	private static String storable(String id) {
		String kept = (id.length() > Problems.TEXT_LIMIT) ? id.substring(0, Problems.TEXT_LIMIT) : id;
		return kept.replace('\0', '\uFFFD');
	}

}
