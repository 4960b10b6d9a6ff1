package dev.tieout.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

import dev.tieout.attribution.Reason;

import static org.assertj.core.api.Assertions.assertThat;

class EntriesDigestTests {

	@Test
	void theCanonicalFormIsTheDocumentedOne() {
		assertThat(EntriesDigest.canonical(SamplePlan.entry(1)))
			.isEqualTo("ADJUSTMENT\tweb\t#1\t2026-03-04T10:11:12Z\t4711\tann@partners.example\t-1051\tUSD\tCREDITED\t"
					+ "2026-04\t2026-04-03\t12\torders-1.csv\t3\n");
		assertThat(EntriesDigest.canonical(SamplePlan.first()))
			.isEqualTo("ACCRUAL\tweb\t=1+1\t2026-03-04T10:11:12.500Z\t-3\tbob@partners.example\t500\tJPY\tCREDITED\t"
					+ "2026-03\t2026-03-04\t\ta,b.csv\t2\n");
	}

	@Test
	void theDigestIsTheSha256OfAllLines() {
		EntriesDigest digest = new EntriesDigest();
		assertThat(digest.sha256Hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
		digest.add(SamplePlan.first());
		digest.add(SamplePlan.entry(1));
		assertThat(digest.count()).isEqualTo(2);
		String forward = digest.sha256Hex();
		digest.add(SamplePlan.entry(1));
		digest.add(SamplePlan.first());
		assertThat(digest.sha256Hex()).as("order matters").isNotEqualTo(forward);
	}

	@Test
	void everyFieldMattersAndNoTextRunsIntoTheNext() {
		List<PlannedEntry> all = List.of(entry("web", "1", 5, "USD", "f"), entry("web", "1", 6, "USD", "f"),
				entry("we", "b1", 5, "USD", "f"), entry("web", "1", 5, "EUR", "f"), entry("web", "1", 5, "USD", "g"),
				entry("a\tb", "c", 5, "USD", "f"), entry("a", "b\tc", 5, "USD", "f"),
				entry("a\\tb", "c", 5, "USD", "f"), entry("web", "1\n", 5, "USD", "f"),
				entry("web", "1\r", 5, "USD", "f"), entry("web", "1\\n", 5, "USD", "f"));
		assertThat(all.stream().map(EntriesDigest::canonical)).doesNotHaveDuplicates();
		assertThat(all.stream().map(EntriesDigest::canonical))
			.allMatch((line) -> line.indexOf('\n') == line.length() - 1);
	}

	private static PlannedEntry entry(String store, String order, long amount, String currency, String file) {
		return new PlannedEntry(EntryType.ACCRUAL, store, order, Instant.EPOCH, 1, "ann@partners.example",
				Total.of(amount, Currency.getInstance(currency)), Reason.CREDITED, YearMonth.of(2026, 3),
				LocalDate.of(2026, 3, 4), OptionalLong.empty(), file, 2);
	}

}
