package dev.tieout.records;

import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Tests for {@link TimestampForm}. */
class TimestampFormTests {

	private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

	@ParameterizedTest
	@CsvSource({ "MM/dd/yyyy HH:mm, 04/10/2026 11:11, 2026-04-10T15:11:00Z",
			"M/d/yyyy h:mm a, 4/1/2026 1:05 pm, 2026-04-01T17:05:00Z", "dd.MM.uuuu, 10.04.2026, 2026-04-10T04:00:00Z",
			"yyyy-MM-dd HH:mm:ssXXX, 2026-04-10 11:11:26+05:30, 2026-04-10T05:41:26Z",
			"d MMM yyyy HH:mm, 8 Mar 2026 02:30, 2026-03-08T07:30:00Z",
			"d MMM yyyy HH:mm, 1 Nov 2026 01:30, 2026-11-01T05:30:00Z",
			"yyyy-MM-dd'y'HH, 2026-04-10y11, 2026-04-10T15:00:00Z" })
	void aPatternReadsItsForm(String pattern, String text, String expected) {
		assertThat(TimestampForm.pattern(pattern, NEW_YORK).parse(text)).map(Object::toString).contains(expected);
	}

	@ParameterizedTest
	@CsvSource({ "MM/dd/yyyy, 02/30/2026", "MM/dd/yyyy, 13/01/2026", "MM/dd/yyyy, 2026-01-01",
			"MM/dd/yyyy HH:mm, 01/01/2026", "MM/dd/yyyy, 01/01/2026 x" })
	void aPatternRefusesEverythingElse(String pattern, String text) {
		assertThat(TimestampForm.pattern(pattern, NEW_YORK).parse(text)).isEmpty();
	}

	@Test
	void aPatternThatIsNoneIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> TimestampForm.pattern("bogus", NEW_YORK));
	}

}
