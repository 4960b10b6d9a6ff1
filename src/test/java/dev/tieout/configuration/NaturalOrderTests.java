package dev.tieout.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NaturalOrderTests {

	@Test
	void comparesDigitsAsNumbersAndAllElseByCodePoint() {
		List<String> names = List.of("", "10", "A", "orders", "orders-9", "orders-09", "orders-10", "orders-10-a",
				"orders-99999999999999999999", "orders-100000000000000000000", "orders_1", "\uff5e", "\ud83d\ude00");
		assertThat(names.stream().sorted(NaturalOrder.OF_NAMES.reversed()).sorted(NaturalOrder.OF_NAMES).toList())
			.containsExactly("", "10", "A", "orders", "orders-09", "orders-9", "orders-10", "orders-10-a",
					"orders-99999999999999999999", "orders-100000000000000000000", "orders_1", "\uff5e",
					"\ud83d\ude00");
	}

	@Test
	void aLeadingZeroDecidesLast() {
		assertThat(Stream.of("a1-2", "a01-1").sorted(NaturalOrder.OF_NAMES)).containsExactly("a01-1", "a1-2");
	}

	@Test
	void comparesBaseNamesBeforeDirectories() {
		assertThat(Stream.of("a/orders-10.csv", "b/orders-9.csv", "b10/x.csv", "b9/x.csv")
			.map(Path::of)
			.sorted(NaturalOrder.OF_FILES)
			.map(Path::toString)).containsExactly("b/orders-9.csv", "a/orders-10.csv", "b9/x.csv", "b10/x.csv");
	}

}
