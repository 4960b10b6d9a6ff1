package dev.tieout.records;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tieout.records.UnusableFileException.Code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tests for {@link DelimitedFile}. */
class DelimitedFileTests {

	@TempDir
	Path directory;

	static Stream<String> rules() throws IOException {
		try (var resource = DelimitedFileTests.class.getResourceAsStream("parsing-rules.txt")) {
			return new String(resource.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("#"))
				.toList()
				.stream();
		}
	}

	@ParameterizedTest
	@MethodSource("rules")
	void aFileIsCutIntoRecordsByTheRules(String rule) throws IOException {
		String[] parts = rule.split(" => ");
		List<FileRecord> records = read(file(unescaped(parts[1].strip())));
		String[] expected = parts[2].strip().split(" (?=\\d+[\\[!])");
		assertThat(records).hasSize(expected.length);
		for (int i = 0; i < expected.length; i++) {
			FileRecord record = records.get(i);
			if (expected[i].contains("!")) {
				assertThat(record.line() + "!").isEqualTo(expected[i].replaceFirst("!.*", "!"));
				assertThat(record.malformation()).contains(expected[i].replaceFirst("\\d+!", ""));
			}
			else {
				assertThat(shown(record)).isEqualTo(expected[i]);
				assertThat(record.isMalformed()).isFalse();
			}
		}
	}

	@Test
	void blankLinesAreCounted() throws IOException {
		try (DelimitedFile file = DelimitedFile.open(file("\na\n\n1\n \n\n2\n\n"))) {
			while (file.next().isPresent()) {
				assertThat(file.header()).containsExactly("a");
			}
			assertThat(file.blankLines()).isEqualTo(5);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\uFEFF", "a,b", "a,b\n", "\n\n", "\r\n", "a,b\n\n \n" })
	void aFileWithoutRecordsIsEmpty(String content) throws IOException {
		try (DelimitedFile file = DelimitedFile.open(file(content))) {
			assertThat(file.isAtEnd()).isTrue();
			assertThat(file.next()).isEmpty();
			new Columns(file).check();
		}
	}

	@Test
	void bytesThatAreNotUtf8AreNamedByLineAndPlace() throws IOException {
		Path file = this.directory.resolve("latin1.csv");
		Files.write(file, "a,b\n1,2\nMüller,3\n4,5\n".getBytes(StandardCharsets.ISO_8859_1));
		assertThatExceptionOfType(UnusableFileException.class).isThrownBy(() -> read(file))
			.withMessage("latin1.csv, line 3: byte 10 of the file is not UTF-8; save the file as UTF-8 and run again")
			.extracting(UnusableFileException::code)
			.isEqualTo(Code.NOT_UTF8);
	}

	@Test
	void bytesThatAreNotUtf8AreFoundFarIntoAFile() throws IOException {
		Path file = this.directory.resolve("late.csv");
		String good = "a,b\n" + "é,2\n".repeat(100_000);
		byte[] bytes = (good + "1,2\n").getBytes(StandardCharsets.UTF_8);
		bytes[bytes.length - 3] = (byte) 0xff;
		Files.write(file, bytes);
		assertThatExceptionOfType(UnusableFileException.class).isThrownBy(() -> read(file))
			.withMessageContaining("line 100002: byte " + (bytes.length - 2) + " ");
	}

	@Test
	void aCharacterThatIsCutOffAtTheEndIsNotUtf8() throws IOException {
		Path file = this.directory.resolve("cut.csv");
		Files.write(file, new byte[] { 'a', '\n', '1', (byte) 0xc3 });
		assertThatExceptionOfType(UnusableFileException.class).isThrownBy(() -> read(file))
			.withMessageContaining("line 2: byte 4 ");
	}

	@Test
	void aQuoteThatStaysOpenIsNamedByTheLineInWhichItOpens() throws IOException {
		Path file = file("a,b\n1,2\n3,\"4\n5,6\n7,8\n");
		assertThatExceptionOfType(UnusableFileException.class).isThrownBy(() -> read(file))
			.withMessageContaining("line 3: a quoted cell opens here")
			.extracting(UnusableFileException::code)
			.isEqualTo(Code.UNCLOSED_QUOTE);
	}

	@Test
	void aQuoteThatStaysOpenOverAHugeFileTakesNoMemory() throws IOException {
		Path file = huge("a,b\n1,\"", "x,y\n", 40_000_000, "");
		long before = used();
		assertThatExceptionOfType(UnusableFileException.class).isThrownBy(() -> read(file))
			.withMessageContaining("line 2:");
		assertThat(used() - before).isLessThan(60_000_000);
	}

	@Test
	void aHugeCellIsRejectedAndTheRestGoesOn() throws IOException {
		Path file = huge("a,b\n1,2\n3,\"", "xxxx", 12_000_000, "\"\n5,6\n");
		List<FileRecord> records = read(file);
		assertThat(records).extracting(FileRecord::line).containsExactly(2L, 3L, 4L);
		FileRecord record = records.get(1);
		assertThat(record.malformation()).isEqualTo("the record has 12000004 characters, but at most 1048576 are read");
		assertThat(record.raw(0)).isEqualTo("3");
		assertThat(record.raw(1)).isEmpty();
		Reject reject = record.reject(RejectReason.MALFORMED_RECORD, record.malformation());
		assertThat(reject.record()).hasSizeLessThan(4_100).contains("(cut here; the record has 12000004 characters)");
	}

	@Test
	void aRecordMayHaveOneMebibyteAndNoMore() throws IOException {
		String longest = "x".repeat(RecordSplitter.LIMIT - 2);
		for (String end : List.of("\n", "\r\n", "\r")) {
			List<FileRecord> records = read(
					file("a,b" + end + longest + ",1" + end + longest + "x,1" + end + "3,4" + end));
			assertThat(records).extracting(FileRecord::isMalformed).containsExactly(false, true, false);
			assertThat(records).extracting(FileRecord::line).containsExactly(2L, 3L, 4L);
		}
	}

	@Test
	void theRawRecordIsCutWithoutTearingACharacterApart() throws IOException {
		FileRecord record = read(file("a\n" + "x".repeat(3_999) + "😀 and more\n")).get(0);
		assertThat(record.reject(RejectReason.BAD_AMOUNT, "x").record()).startsWith("x".repeat(3_999) + "… (cut");
	}

	@Test
	void nulCharactersDoNotReachARejectsText() throws IOException {
		FileRecord record = read(file("a,b\n\0,1\n")).get(0);
		assertThat(record.reject(RejectReason.MALFORMED_RECORD, "has '\0'").record()).isEqualTo("\uFFFD,1");
		assertThat(record.reject(RejectReason.MALFORMED_RECORD, "has '\0'").detail()).isEqualTo("has '\uFFFD'");
	}

	@Test
	void aHeaderWithNulIsNoHeader() throws IOException {
		Path file = this.directory.resolve("utf16.csv");
		Files.write(file, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE));
		assertThatExceptionOfType(UnusableFileException.class).isThrownBy(() -> read(file))
			.withMessageContaining("line 1: the header cannot be read: the record has a NUL character")
			.extracting(UnusableFileException::code)
			.isEqualTo(Code.BAD_HEADER);
	}

	@Test
	void aMissingFileSaysSo() {
		assertThatExceptionOfType(UnusableFileException.class)
			.isThrownBy(() -> DelimitedFile.open(this.directory.resolve("none.csv")))
			.withMessage("none.csv: the file does not exist")
			.extracting(UnusableFileException::code)
			.isEqualTo(Code.UNREADABLE);
	}

	@Test
	void columnsAreFoundWithoutRegardToCaseAndBlanks() throws IOException {
		try (DelimitedFile file = DelimitedFile.open(file(" Email \uFEFF,NAME,x,x\n1,2,3,4\n"))) {
			Columns columns = new Columns(file);
			assertThat(columns.required("email").index()).isZero();
			assertThat(columns.required("Full name", "name").index()).isEqualTo(1);
			assertThat(columns.optional("other").isPresent()).isFalse();
			columns.check();
		}
	}

	@Test
	void allMissingColumnsAreNamedBesideThoseFound() throws IOException {
		try (DelimitedFile file = DelimitedFile.open(file("a,b\n1,2\n"))) {
			Columns columns = new Columns(file);
			columns.required("order_id");
			columns.required("date", "order_date");
			assertThatExceptionOfType(UnusableFileException.class).isThrownBy(columns::check)
				.withMessageEndingWith(": the header lacks 'date' or 'order_date', 'order_id'; it has 'a', 'b'")
				.extracting(UnusableFileException::code)
				.isEqualTo(Code.MISSING_COLUMN);
		}
	}

	@Test
	void aUsedColumnThatStandsTwiceFailsTheFile() throws IOException {
		try (DelimitedFile file = DelimitedFile.open(file("a,b,A\n1,2,3\n"))) {
			Columns columns = new Columns(file);
			columns.required("a");
			assertThatExceptionOfType(UnusableFileException.class).isThrownBy(columns::check)
				.withMessageContaining("'a' (columns 1 and 3) twice")
				.extracting(UnusableFileException::code)
				.isEqualTo(Code.DUPLICATE_COLUMN);
		}
	}

	private static List<FileRecord> read(Path path) {
		try (DelimitedFile file = DelimitedFile.open(path)) {
			List<FileRecord> records = new ArrayList<>();
			for (Optional<FileRecord> next = file.next(); next.isPresent(); next = file.next()) {
				records.add(next.get());
			}
			return records;
		}
	}

	private Path file(String content) throws IOException {
		return Files.writeString(this.directory.resolve("file.csv"), content);
	}

	private Path huge(String start, String repeated, int characters, String end) throws IOException {
		Path file = this.directory.resolve("huge.csv");
		try (BufferedWriter writer = Files.newBufferedWriter(file)) {
			writer.write(start);
			for (int i = 0; i < characters / repeated.length(); i++) {
				writer.write(repeated);
			}
			writer.write(end);
		}
		return file;
	}

	private static long used() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	private static String shown(FileRecord record) {
		StringBuilder shown = new StringBuilder().append(record.line());
		for (int i = 0; i < record.size(); i++) {
			shown.append('[').append(record.raw(i)).append(']');
		}
		return shown.toString().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
	}

	private static String unescaped(String text) {
		return text.replace("\\\\", "\u0001")
			.replace("\\uFEFF", "\uFEFF")
			.replace("\\n", "\n")
			.replace("\\r", "\r")
			.replace("\\t", "\t")
			.replace("\\0", "\0")
			.replace("\u0001", "\\");
	}

}
