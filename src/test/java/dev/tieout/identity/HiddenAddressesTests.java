package dev.tieout.identity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HiddenAddressesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "status 'kim@x.example' is none | status '(an address)' is none",
					"<a@b>,c@d;(e@f) | <(an address)>,(an address);((an address))", "kim@x.example | (an address)",
					"a@b@c d | (an address) d", "@ | (an address)", "no address | no address",
					"x @y z@ | x (an address) (an address)" })
	void whatMayBeAnAddressIsHidden(String text, String shown) {
		assertThat(HiddenAddresses.in(text)).isEqualTo(shown);
	}

	@Test
	void aLongTextTakesNoLongTime() {
		String text = "x".repeat(2_000_000) + " @ " + "y".repeat(2_000_000) + "@";
		assertThat(HiddenAddresses.in(text)).isEqualTo("x".repeat(2_000_000) + " (an address) (an address)");
	}

}
