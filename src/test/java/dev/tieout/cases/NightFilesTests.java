package dev.tieout.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class NightFilesTests {

	@TempDir
	Path directory;

	@Test
	void anOrdersLinesAreAdjacentRecordsAndCellsAreQuotedWhereTheyMust() throws IOException {
		OrderCells order = new OrderCells(Map.of("order_id", "1", "store", "shop", "coupon_code", "a, \"b\""),
				List.of(Map.of("line_sku", "MUG"), Map.of("line_sku", "CAP")));
		Night night = new Night(LocalDate.of(2025, 1, 1), List.of(), List.of(), List.of(), List.of(order));
		assertThat(NightFiles.write(this.directory, 3, night, 2)).singleElement()
			.satisfies((file) -> assertThat(file).hasFileName("orders-shop-3-1.csv").hasContent("""
					coupon_code,line_discount,line_name,line_price,line_quantity,line_sku,order_id,night
					"a, ""b""\",,,,,MUG,1,3
					,,,,,CAP,1,3
					"""));
	}

	@Test
	void everyNightOfEveryCaseHasFilesOfItsOwn() throws IOException {
		for (Case example : CaseFile.cases()) {
			Path folder = Files.createDirectory(this.directory.resolve(example.id()));
			for (int night = 1; night <= example.nights().size(); night++) {
				assertThat(NightFiles.write(folder, night, example.nights().get(night - 1), 1))
					.allSatisfy((file) -> assertThat(Files.readAllLines(file)).hasSizeGreaterThan(1));
			}
		}
	}

	@Test
	void aJobReadsTheFilesOfEveryStore() {
		assertThat(NightFiles.job(Set.of("web", "shop"))).contains("orders-shop-*.csv", "orders-web-*.csv");
	}

}
