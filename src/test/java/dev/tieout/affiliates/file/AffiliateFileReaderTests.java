package dev.tieout.affiliates.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tieout.affiliates.AffiliateLine;
import dev.tieout.affiliates.Cell;
import dev.tieout.attribution.AffiliateStatus;
import dev.tieout.records.Item;
import dev.tieout.records.Item.Accepted;
import dev.tieout.records.Item.Rejected;
import dev.tieout.records.ItemReader;
import dev.tieout.records.Reject;
import dev.tieout.records.RejectReason;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link AffiliateFileReader}. */
class AffiliateFileReaderTests {

	private static final String HEADER = "affiliate_email,name,ref_code,coupon,group,status,effective_from\n";

	@TempDir
	Path directory;

	@Test
	void aRowIsRead() throws IOException {
		AffiliateLine line = accepted(HEADER + " Star@Partners.example,Star Ltd,REF1,SAVE10,VIP,Blocked,2026-04-01\n");
		assertThat(line.address().value()).isEqualTo("star@partners.example");
		assertThat(line.addressAsWritten()).isEqualTo(" Star@Partners.example");
		assertThat(line.name()).isEqualTo(new Cell.Value<>("Star Ltd"));
		assertThat(line.refCode().value()).contains("ref1");
		assertThat(line.coupon().value()).contains("save10");
		assertThat(line.group().value()).as("groups keep their case").contains("VIP");
		assertThat(line.status().value()).contains(AffiliateStatus.BLOCKED);
		assertThat(line.effectiveFrom()).contains(Instant.parse("2026-04-01T00:00:00Z"));
	}

	@Test
	void anAbsentColumnIsNotABlankCell() throws IOException {
		AffiliateLine line = accepted("affiliate_email,coupon,status\na@x.example, ,\n");
		assertThat(line.name()).isEqualTo(new Cell.Absent<>());
		assertThat(line.coupon()).isEqualTo(new Cell.Blank<>());
		assertThat(line.status()).isEqualTo(new Cell.Blank<>());
		assertThat(line.effectiveFrom()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { ",,,,,, | MISSING_FIELD | affiliate_email is blank",
					"nobody,,,,,, | INVALID_EMAIL | affiliate_email 'nobody' must have exactly one @",
					"a@b@x.example,,,,,, | INVALID_EMAIL | exactly one @",
					"a@x.example,,,,,gone, | UNKNOWN_STATUS | status 'gone' is none of 'active', 'pending', 'blocked'",
					"a@x.example,,,,,,soon | BAD_TIMESTAMP | effective_from 'soon' is no timestamp",
					"a@x.example | MALFORMED_RECORD | the record has 1 cell, but the header has 7" })
	void aBadRowIsRejected(String row, RejectReason reason, String detail) throws IOException {
		Item<AffiliateLine> item = items(HEADER + row + "\n").get(0);
		assertThat(item).isInstanceOf(Rejected.class);
		Reject reject = ((Rejected<AffiliateLine>) item).rejects().get(0);
		assertThat(reject.reason()).isEqualTo(reason);
		assertThat(reject.detail()).contains(detail);
		assertThat(reject.line()).isEqualTo(2);
		assertThat(reject.record()).isEqualTo(row);
	}

	private AffiliateLine accepted(String content) throws IOException {
		return ((Accepted<AffiliateLine>) items(content).get(0)).value();
	}

	private List<Item<AffiliateLine>> items(String content) throws IOException {
		Path file = Files.writeString(this.directory.resolve("affiliates.csv"), content);
		try (ItemReader<AffiliateLine> reader = AffiliateFileReader.open(file, ZoneOffset.UTC)) {
			List<Item<AffiliateLine>> items = new ArrayList<>();
			for (Optional<Item<AffiliateLine>> next = reader.next(); next.isPresent(); next = reader.next()) {
				items.add(next.get());
			}
			assertThat(reader.recordsRead()).isEqualTo(items.size());
			return items;
		}
	}

}
