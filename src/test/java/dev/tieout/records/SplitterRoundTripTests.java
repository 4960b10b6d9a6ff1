package dev.tieout.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writes random cells as RFC 4180 says and reads them back. The cells come from opencsv,
 * their number, places and lines from the splitter: both must see the same records.
 */
class SplitterRoundTripTests {

	private static final String[] PIECES = { "a", "ü", "😀", ",", ";", "\t", "\"", "\"\"", "\n", "\r\n", "\r", " ", "'",
			"=", "\\", "x".repeat(70_000), "" };

	@TempDir
	Path directory;

	@RepeatedTest(150)
	void whatWasWrittenIsRead() throws IOException {
		long seed = new Random().nextLong();
		Random random = new Random(seed);
		char separator = ",;\t".charAt(random.nextInt(3));
		String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
		int columns = 2 + random.nextInt(4);
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < columns; i++) {
			text.append((i == 0) ? "c0" : separator + "c" + i);
		}
		text.append(end);
		List<List<String>> written = new ArrayList<>();
		List<Long> lines = new ArrayList<>();
		long line = 2;
		for (int r = random.nextInt(40); r >= 0; r--) {
			List<String> cells = cells(random, columns);
			written.add(cells);
			lines.add(line);
			line += 1 + cells.stream().mapToLong(SplitterRoundTripTests::breaks).sum();
			write(cells, separator, random, text);
			text.append(end);
		}
		assertReads(seed, text.toString(), written, lines);
	}

	private void assertReads(long seed, String text, List<List<String>> written, List<Long> lines) throws IOException {
		Path path = Files.writeString(this.directory.resolve("random.csv"), text);
		List<List<String>> read = new ArrayList<>();
		List<Long> places = new ArrayList<>();
		try (DelimitedFile file = DelimitedFile.open(path)) {
			for (Optional<FileRecord> next = file.next(); next.isPresent(); next = file.next()) {
				FileRecord record = next.get();
				assertThat(record.malformation()).as("seed " + seed + ", line " + record.line()).isEmpty();
				List<String> cells = new ArrayList<>();
				for (int i = 0; i < record.size(); i++) {
					cells.add(record.raw(i));
				}
				read.add(cells);
				places.add(record.line());
			}
		}
		assertThat(places).as("seed " + seed).isEqualTo(lines);
		assertThat(read.equals(written)).as("cells of seed " + seed).isTrue();
	}

	private static List<String> cells(Random random, int columns) {
		List<String> cells = new ArrayList<>();
		for (int i = 0; i < columns; i++) {
			StringBuilder cell = new StringBuilder();
			for (int p = random.nextInt(5); p > 0; p--) {
				int piece = random.nextInt(PIECES.length * 4);
				cell.append(PIECES[(piece < PIECES.length) ? piece : piece % 13]);
			}
			cells.add(cell.toString());
		}
		return cells;
	}

	private static void write(List<String> cells, char separator, Random random, StringBuilder text) {
		for (int i = 0; i < cells.size(); i++) {
			if (i > 0) {
				text.append(separator);
			}
			String cell = cells.get(i);
			boolean quoted = random.nextBoolean() || cell.chars().anyMatch((c) -> ",;\t\"\n\r".indexOf(c) >= 0);
			text.append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
		}
	}

	private static long breaks(String cell) {
		return cell.replace("\r\n", "\n").chars().filter((c) -> c == '\n' || c == '\r').count();
	}

}
