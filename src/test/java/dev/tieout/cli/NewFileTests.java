package dev.tieout.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NewFileTests {

	@TempDir
	private Path directory;

	@Test
	void aFileIsReplacedAsAWholeAndOnlyItsOwnerReadsIt() throws Exception {
		Path file = Files.writeString(this.directory.resolve("ledger.csv"), "old");
		long rows = NewFile.write(file, (out) -> {
			out.write("new".getBytes(StandardCharsets.US_ASCII));
			return 1;
		});
		assertThat(rows).isEqualTo(1);
		assertThat(file).hasContent("new");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
	}

	@Test
	void aFileThatCannotBeWrittenToItsEndLeavesTheFormerOne() throws Exception {
		Path file = Files.writeString(this.directory.resolve("ledger.csv"), "old");
		assertThatThrownBy(() -> NewFile.write(file, (out) -> {
			throw new IOException("No space left on device");
		})).hasMessage("No space left on device");
		assertThat(file).hasContent("old");
		assertThat(this.directory).isDirectoryNotContaining("glob:**.part");
	}

	@Test
	void aMissingDirectoryIsNamed() {
		Path file = this.directory.resolve("nowhere/ledger.csv");
		assertThatThrownBy(() -> NewFile.write(file, (out) -> 0))
			.hasMessage(this.directory.resolve("nowhere") + ": there is no such directory");
	}

}
