package dev.tieout.customers;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TracesTests {

	private static final Traces JOSE = Traces.of("JOSÉ@Home.Example", "José O\"Hara");

	@ParameterizedTest
	@ValueSource(strings = { "1,josé@home.example,2", "1;\"JOSÉ@HOME.EXAMPLE\"", "jose\u0301@home.example",
			"jo\u200bsé@home.example", "1,José O\"\"Hara", "JOSE\u0301 O\"HARA",
			"xxxx,josé@ho… (cut here; the record has 5000 characters)",
			"xxxx,JOS… (cut here; the record has 5000 characters)" })
	void theCustomerIsFoundHoweverWritten(String record) {
		assertThat(JOSE.areIn(record)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1,jose@home.example", "José Ohara", "José O\"Haras", "josé@home",
			"josé,x… (cut here; the record has 5000 characters)", "" })
	void othersAreNot(String record) {
		assertThat(JOSE.areIn(record)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1,Kim,paid", "Kim Lee" })
	void aNameOfOneWordMayBeAnybodys(String record) {
		assertThat(Traces.of("kim@x.example", "Kim").areIn(record)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1,no address,paid", "NO ADDRESS" })
	void aTextInPlaceOfAnAddressIsOneToo(String record) {
		assertThat(Traces.of("no address", "").areIn(record)).isTrue();
		assertThat(Traces.of("no address", "").areIn("piano addresses")).isFalse();
	}

}
