package dev.tieout.identity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EmailAddressTests {

	@ParameterizedTest(name = "''{0}'' is {1}")
	@CsvSource(quoteCharacter = '"',
			value = { "kim@x.example, kim@x.example", "KIM@X.Example, kim@x.example",
					"\"\u00a0kim@x.example \", kim@x.example", "\ufeffk\u200bim@x.example, kim@x.example",
					"k.i.m+shop@x.example, k.i.m+shop@x.example", "a@b, a@b", "e\u0301@x.example, \u00e9@x.example",
					"'kim'@x.example, 'kim'@x.example" })
	void anAddressIsComparedInOneForm(String text, String value) {
		assertThat(EmailAddress.parse(text)).contains(new EmailAddress(value)).get().hasToString(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "kim", "@", "@x.example", "kim@", "kim@@x.example", "kim@x@y.example",
			"kim @x.example", "kim@x .example", "k\u00a0im@x.example", "kim@x\t.example", "kim\u0085@x.example",
			"\u200b@x.example" })
	void whatIsNoAddressIsNone(String text) {
		assertThat(EmailAddress.parse(text)).isEmpty();
	}

	@Test
	void anAddressCannotBeMadeOfWhatIsNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress("kim"))
			.withMessage("'kim' is not an e-mail address");
	}

}
