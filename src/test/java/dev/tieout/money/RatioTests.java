package dev.tieout.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RatioTests {

	@ParameterizedTest(name = "{0}/{1} rounds to {2}")
	@CsvSource({ "0, 1, 0", "1, 2, 1", "-1, 2, -1", "3, 2, 2", "-3, 2, -2", "5, 2, 3", "1, 3, 0", "2, 3, 1",
			"499999, 1000000, 0", "500000, 1000000, 1", "500001, 1000000, 1", "-499999, 1000000, 0", "7, -2, -4",
			"9223372036854775807, 1, 9223372036854775807", "-9223372036854775808, 1, -9223372036854775808",
			"9223372036854775807, 2, 4611686018427387904" })
	void aHalfGoesAwayFromZero(long numerator, long denominator, long rounded) {
		assertThat(Ratio.of(numerator, denominator).rounded()).isEqualTo(rounded);
	}

	@Test
	void roundingIsThatOfBigDecimal() {
		Random random = new Random(7);
		for (int i = 0; i < 20_000; i++) {
			BigInteger numerator = new BigInteger(1 + random.nextInt(120), random);
			BigInteger denominator = new BigInteger(62, random).add(numerator.shiftRight(60)).add(BigInteger.ONE);
			long expected = new BigDecimal(numerator).divide(new BigDecimal(denominator), 0, RoundingMode.HALF_UP)
				.longValueExact();
			assertThat(new Ratio(numerator, denominator).rounded()).isEqualTo(expected);
			assertThat(new Ratio(numerator.negate(), denominator).rounded()).isEqualTo(-expected);
		}
	}

	@Test
	void hugeNumbersAreExactAndOnesThatFitNoLongAreRefused() {
		Ratio huge = new Ratio(BigInteger.TEN.pow(60).add(BigInteger.ONE), BigInteger.TEN.pow(60));
		assertThat(huge.minus(Ratio.ONE)).isEqualTo(new Ratio(BigInteger.ONE, BigInteger.TEN.pow(60)));
		Ratio tooBig = Ratio.of(Long.MAX_VALUE).plus(Ratio.of(1, 2));
		assertThatExceptionOfType(ArithmeticException.class).isThrownBy(tooBig::rounded);
	}

	@Test
	void equalNumbersAreEqual() {
		assertThat(Ratio.of(6, 8)).isEqualTo(Ratio.of(3, 4)).isEqualTo(Ratio.of(-3, -4));
		assertThat(Ratio.of(0, 5)).isEqualTo(Ratio.ZERO);
		assertThat(Ratio.of(1, 3).plus(Ratio.of(2, 3))).isEqualTo(Ratio.ONE);
		assertThat(Ratio.of(2, 3).times(Ratio.of(3, 2))).isEqualTo(Ratio.ONE);
		assertThat(Ratio.of(2, 3).dividedBy(Ratio.of(-2, 3))).isEqualTo(Ratio.of(-1));
	}

	@Test
	void nothingIsDividedByZero() {
		assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Ratio.of(1, 0));
		assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Ratio.ONE.dividedBy(Ratio.ZERO));
	}

}
