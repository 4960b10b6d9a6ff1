package dev.tieout.proof;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The canonical forms are frozen: a test that fails here means that every seal ever made
 * would no longer hold.
 */
class CanonicalTextTests {

	static final SealedEntry ENTRY = new SealedEntry(17, 3, 0, "web", "#10\\01\t\u00e9", 9_000_000_123L, 42, 7,
			"ab".repeat(32), "USD", -1_250, 21, Instant.parse("2026-10-31T23:59:59.000001Z"),
			Instant.parse("2026-11-01T04:30:00.5Z"), LocalDate.of(2026, 10, 31), LocalDate.of(2026, 11, 1),
			LocalDate.of(2026, 11, 30), null, 5, 12, null);

	@Test
	void anEntryIsOneLine() {
		assertThat(ENTRY.canonical())
			.isEqualTo("17\t3\tACCRUAL\tweb\t#10\\\\01\\t\u00e9\t9000000123\t42\t7\t" + "ab".repeat(32)
					+ "\tUSD\t-1250\tCREDITED\t2026-10-31T23:59:59.000001Z\t2026-11-01T04:30:00.500000Z\t2026-10-31"
					+ "\t2026-11-01\t2026-11-30\t\\N\t5\t12\t\\N\n");
		assertThat(ENTRY.canonical().split("\t", -1)).hasSameSizeAs(SealedEntry.FIELDS);
	}

	@Test
	void timesThatNoFileCanNameAreWrittenToo() {
		CanonicalText text = new CanonicalText().field(Instant.MIN)
			.field(Instant.MAX)
			.field(LocalDate.MIN)
			.field(LocalDate.MAX)
			.field(LocalDate.of(12_026, 1, 2))
			.field(Instant.parse("-0001-01-01T00:00:00Z"))
			.field(Instant.EPOCH.minusNanos(1_000))
			.end();
		assertThat(text.toString()).isEqualTo("-infinity\tinfinity\t-infinity\tinfinity\t+12026-01-02\t"
				+ "-0001-01-01T00:00:00.000000Z\t1969-12-31T23:59:59.999999Z\n");
	}

	@Test
	void anEmptyTextIsNotTheSameAsNone() {
		assertThat(new CanonicalText().field("").field((String) null).field("\\N").end().toString())
			.isEqualTo("\t\\N\t\\\\N\n");
	}

	@Test
	void aSealIsLinesOfNamesAndValues() {
		EntriesDigest entries = new EntriesDigest();
		entries.add(ENTRY);
		PartDigest none = PartDigest.of("");
		Seal seal = new Seal(2, 3, Instant.parse("2026-11-01T04:30:00Z"), entries.result(), PartDigest.of("run\n"),
				PartDigest.of("a\nb\n"), none, "ed", "src", none, none, Sha256.NONE);
		assertThat(seal.text()).isEqualTo("""
				tieout-seal: 1
				seal: 2
				run: 3
				posted-at: 2026-11-01T04:30:00.000000Z
				entries: 1
				first-entry: 17
				last-entry: 17
				sum-USD: -1250
				entries-sha256: %s
				run-sha256: %s
				control-totals: 2
				control-totals-sha256: %s
				files: 0
				files-sha256: %s
				edition: ed
				edition-source-sha256: src
				operations: 0
				operations-sha256: %s
				closings: 0
				closings-sha256: %s
				previous: %s
				""".formatted(Sha256.of(ENTRY.canonical()), Sha256.of("run\n"), Sha256.of("a\nb\n"), none.sha256(),
				none.sha256(), none.sha256(), Sha256.NONE));
		assertThat(seal.hash()).isEqualTo(Sha256.of(seal.text()));
		assertThat(none.sha256()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	}

	@Test
	void sumsAreExactBeyondWhatFitsIntoALong() {
		EntriesDigest entries = new EntriesDigest();
		SealedEntry huge = new SealedEntry(1, 1, 0, "web", "1", 1, 1, 1, "", "USD", Long.MAX_VALUE, 21, Instant.EPOCH,
				Instant.EPOCH, LocalDate.EPOCH, LocalDate.EPOCH, LocalDate.EPOCH, null, 1, 1, null);
		entries.add(huge);
		entries.add(huge);
		assertThat(entries.result().sums())
			.isEqualTo(new TreeMap<>(Map.of("USD", BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.TWO))));
	}

	@Test
	void aSealIsKnownOutsideByOneLine() {
		KnownSeal seal = new KnownSeal(12, 14, Instant.parse("2026-11-01T04:30:00.000123Z"), 159, "0a".repeat(32));
		assertThat(seal.line())
			.isEqualTo("seal 12 run 14 posted 2026-11-01T04:30:00.000123Z entries 159 sha256 " + "0a".repeat(32));
		assertThat(KnownSeal.parse(seal.line())).contains(seal);
		assertThat(KnownSeal.parse(seal.line() + " ")).isEmpty();
		assertThat(KnownSeal.parse(seal.line().replace("2026-11", "2026-13"))).isEmpty();
	}

}
