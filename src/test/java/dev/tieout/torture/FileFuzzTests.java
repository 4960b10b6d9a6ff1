package dev.tieout.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import dev.tieout.orders.OrderContent;
import dev.tieout.records.Item;
import dev.tieout.records.ItemReader;
import dev.tieout.records.Reject;
import dev.tieout.records.UnusableFileException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files that are right, spoilt at random, through the readers of all kinds and layouts:
 * each either fails as a whole, with a sentence, or all its records are accepted or
 * rejected with a reason.
 */
@ExtendWith(Replay.class)
class FileFuzzTests {

	private static final int LONGEST_SENTENCE = 2_000;

	private static final int LONGEST_TEXT = 500;

	@TempDir
	Path folder = Path.of("");

	@Test
	@Timeout(value = 3, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void noFileIsMoreThanARunCanRead() throws IOException {
		int files = Torture.amount("files", 2_000, 200_000);
		SplittableRandom random = Torture.dice("files");
		TreeMap<String, Integer> came = new TreeMap<>();
		long records = 0;
		for (int i = 0; i < files; i++) {
			FileKinds.Kind kind = FileKinds.ALL.get(i % FileKinds.ALL.size());
			byte[] spoilt = new Mutator(random.split()).spoil(Corpus.file(kind.corpus()), Treats.OF_TABLES);
			Path file = Files.write(this.folder.resolve("spoilt.csv"), spoilt);
			try {
				records += read(kind, file);
				came.merge("read to the end", 1, Integer::sum);
			}
			catch (UnusableFileException unusable) {
				assertThat(unusable.getMessage()).startsWith("spoilt.csv").hasSizeLessThan(LONGEST_SENTENCE);
				came.merge("failed: " + unusable.code(), 1, Integer::sum);
			}
			catch (RuntimeException | AssertionError | StackOverflowError thrown) {
				Path kept = Torture.FOLDER.resolve("spoilt-%d-%s".formatted(i, kind.corpus()));
				Files.createDirectories(Torture.FOLDER);
				Files.write(kept, spoilt);
				throw new AssertionError("file %d, kept as %s: %s".formatted(i, kept, thrown), thrown);
			}
		}
		Figures.note("hostile files", "files fuzzed through the readers", files);
		Figures.note("hostile files", "their records, each accepted or rejected", records);
		came.forEach((how, count) -> Figures.note("hostile files", "files " + how, count));
		assertThat(came).containsKeys("read to the end", "failed: NOT_UTF8", "failed: UNCLOSED_QUOTE",
				"failed: MISSING_COLUMN");
	}

	private static long read(FileKinds.Kind kind, Path file) {
		List<Item<?>> items = new ArrayList<>();
		try (ItemReader<?> reader = kind.reader().apply(file)) {
			long records = 0;
			long line = 0;
			for (Optional<? extends Item<?>> next = reader.next(); next.isPresent(); next = reader.next()) {
				Item<?> item = next.get();
				assertThat(item.line()).isGreaterThan(line);
				line = item.line();
				records += item.records();
				check(item);
				items.add(item);
			}
			assertThat(reader.recordsRead()).isEqualTo(records);
			assertThat(reader.isEmpty()).isEqualTo(records == 0);
			assertThat(reader.next()).isEmpty();
			again(kind, file, items);
			return records;
		}
	}

	/** A reading that was cut off goes on with the same items. */
	private static void again(FileKinds.Kind kind, Path file, List<Item<?>> items) {
		int from = items.size() / 2;
		try (ItemReader<?> reader = kind.reader().apply(file)) {
			reader.skip(from);
			for (Item<?> item : items.subList(from, items.size())) {
				assertThat(reader.next().orElseThrow()).isEqualTo(item);
			}
		}
	}

	private static void check(Item<?> item) {
		if (item instanceof Item.Rejected<?> rejected) {
			assertThat(rejected.rejects()).hasSize(item.records());
			rejected.rejects().forEach((reject) -> check(reject, rejected));
			return;
		}
		Object value = ((Item.Accepted<?>) item).value();
		assertThat(value.toString()).doesNotContain("\0");
		if (value instanceof OrderContent order) {
			assertThat(order.orderId()).isNotEmpty();
			assertThat(order.contentHash()).isNotNull();
			assertThat(List.of(order.orderId(), order.orderNumber(), order.customerEmail(),
					order.customerEmailAsWritten(), order.customerName(), order.refCode()))
				.allSatisfy((text) -> assertThat(text).hasSizeLessThanOrEqualTo(LONGEST_TEXT));
			assertThat(order.orderedAt().toString()).matches("\\d{4}-.*");
			order.sale();
		}
	}

	private static void check(Reject reject, Item.Rejected<?> item) {
		assertThat(reject.line()).isGreaterThanOrEqualTo(item.line());
		assertThat(reject.detail()).isNotBlank().doesNotContain("\0");
		assertThat(reject.detail().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(20_000);
		assertThat(reject.record()).doesNotContain("\0").hasSizeLessThan(4_200);
	}

}
