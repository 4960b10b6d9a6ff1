package dev.tieout.audit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MaskingTests {

	@ParameterizedTest
	@CsvSource({ "ann@example.com,a***@example.com", "a@b,a***@b", "@b,***@b", "no address,n***", "a@@b.c,a***@b.c",
			"😀x@b.c,😀***@b.c", "'',''" })
	void anAddressShowsItsFirstCharacterAndItsDomain(String address, String masked) {
		assertThat(Masking.CUSTOMERS.customer(address)).isEqualTo(masked);
		assertThat(Masking.NONE.customer(address)).isEqualTo(address);
	}

	@Test
	void addressesInASentenceAreMaskedWhereverTheyStand() {
		assertThat(Masking.CUSTOMERS
			.sentence("'ann@x.example' and o'neil@y.example, <bob@z.example>; email:joe@w.example."))
			.isEqualTo("'a***@x.example' and o***@y.example, <b***@z.example>; email:j***@w.example.");
		assertThat(Masking.CUSTOMERS.sentence("column 'Total' is blank")).isEqualTo("column 'Total' is blank");
	}

	@Test
	void whatStoodInPlaceOfAnAddressIsMaskedInQuotes() {
		assertThat(Masking.CUSTOMERS.sentenceWithQuotes("'Ann O'Neil at home' is no address, nor is 'b@@c'"))
			.isEqualTo("'A***' is no address, nor is 'b***@c'");
		assertThat(Masking.CUSTOMERS.sentenceWithQuotes("an open 'quote")).isEqualTo("an open 'q***");
	}

	@Test
	void aRecordKeepsWhatCannotBeAName() {
		assertThat(Masking.CUSTOMERS.record(
				"1007,#1007,2026-04-10T11:11:26Z,Kim Lee,\"Lee, Kim\",kim@mail.example,USD,paid,-1.00,A-7,ann10,Ron,12 Main St"))
			.isEqualTo(
					"1007,#1007,2026-04-10T11:11:26Z,K***,\"L***,K***\",k***@mail.example,USD,paid,-1.00,A-7,ann10,R***,1***");
	}

	@Test
	void aRecordIsMaskedWhateverSeparatesItsCells() {
		assertThat(Masking.CUSTOMERS.record("Kim Lee\tkim@mail.example;Kim Lee <kim@mail.example>\nname:Mug|sku:M7"))
			.isEqualTo("K***\tk***@mail.example;K***@mail.example>\nname:M***|sku:M7");
	}

}
