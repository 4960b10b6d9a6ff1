package dev.tieout.affiliates;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

import dev.tieout.attribution.AffiliateRow;
import dev.tieout.attribution.AffiliateStatus;
import org.jspecify.annotations.Nullable;

/**
 * One affiliate's rows, those of earlier runs and what the lines of this run make of them
 * (rules.md 3).
 */
final class AffiliateHistory {

	private final List<DatedRow> former = new ArrayList<>();

	private final List<ReadLine> lines = new ArrayList<>();

	private final Set<Integer> rejected = new HashSet<>();

	private final Set<Integer> unchanged = new HashSet<>();

	private NavigableMap<Instant, DatedRow> rows = new TreeMap<>();

	void addFormer(DatedRow row) {
		this.former.add(row);
	}

	void addLine(ReadLine line) {
		this.lines.add(line);
	}

	/** Leaves a line out and says everything anew without it. */
	void reject(int read, Instant undated) {
		this.rejected.add(read);
		apply(undated);
	}

	/**
	 * Applies the lines in reading order. Each is completed from what holds at its
	 * instant; of several of one instant the last counts as a whole, so they do not
	 * complete each other.
	 * @param undated from when a line without a date holds
	 */
	void apply(Instant undated) {
		NavigableMap<Instant, DatedRow> earlier = new TreeMap<>();
		this.former.forEach((row) -> earlier.put(row.from(), row));
		this.rows = new TreeMap<>(earlier);
		this.unchanged.clear();
		for (ReadLine line : this.lines) {
			if (!this.rejected.contains(line.read())) {
				apply(line, line.line().effectiveFrom().orElse(undated), earlier);
			}
		}
	}

	private void apply(ReadLine line, Instant from, NavigableMap<Instant, DatedRow> earlier) {
		this.rows.remove(from);
		DatedRow standing = earlier.get(from);
		if (standing != null) {
			this.rows.put(from, standing);
		}
		Map.Entry<Instant, DatedRow> held = this.rows.floorEntry(from);
		DatedRow row = completed(line, from, (held != null) ? held.getValue() : null);
		if (held != null && row.says(held.getValue())) {
			this.unchanged.add(line.read());
		}
		else {
			this.rows.put(from, row);
		}
	}

	private static DatedRow completed(ReadLine line, Instant from, @Nullable DatedRow held) {
		AffiliateLine said = line.line();
		AffiliateRow row = new AffiliateRow(from,
				said.status().value().orElse((held != null) ? held.row().status() : AffiliateStatus.ACTIVE),
				cleared(said.group(), (held != null) ? held.row().group() : ""),
				cleared(said.refCode(), (held != null) ? held.row().referralCode() : ""),
				cleared(said.coupon(), (held != null) ? held.row().coupon() : ""));
		String name = said.name().value().orElse((held != null) ? held.name() : "");
		return new DatedRow(line.affiliate(), row, name, line.file(), line.lineNumber(), line.read());
	}

	/** A blank cell clears; an absent column leaves what holds. */
	private static String cleared(Cell<String> cell, String held) {
		return (cell instanceof Cell.Absent<String>) ? held : cell.value().orElse("");
	}

	NavigableMap<Instant, DatedRow> rows() {
		return this.rows;
	}

	/** The rows that this run adds. */
	List<DatedRow> added() {
		return this.rows.values().stream().filter((row) -> row.read() >= 0).toList();
	}

	List<ReadLine> unchangedLines() {
		return this.lines.stream().filter((line) -> this.unchanged.contains(line.read())).toList();
	}

}
