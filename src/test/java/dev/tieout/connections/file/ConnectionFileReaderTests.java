package dev.tieout.connections.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tieout.attribution.RequestAction;
import dev.tieout.connections.ConnectionLine;
import dev.tieout.connections.ExistingCustomerLine;
import dev.tieout.records.Item;
import dev.tieout.records.Item.Accepted;
import dev.tieout.records.Item.Rejected;
import dev.tieout.records.ItemReader;
import dev.tieout.records.Reject;
import dev.tieout.records.RejectReason;
import dev.tieout.records.UnusableFileException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tests for {@link ConnectionFileReader} and {@link ExistingCustomerFileReader}. */
class ConnectionFileReaderTests {

	private static final String HEADER = "affiliate_email,customer_email,connected_at,action\n";

	@TempDir
	Path directory;

	@Test
	void goAffProsOwnLayoutWorksAsItIs() throws IOException {
		ConnectionLine line = value(
				connections("affiliate_email,customer_name,customer_email\nA@x.example,Bob,Bob@Y.example\n").get(0));
		assertThat(line).isEqualTo(new ConnectionLine("a@x.example", "A@x.example", "bob@y.example", "Bob@Y.example",
				"Bob", Optional.empty(), RequestAction.CONNECT));
	}

	@ParameterizedTest
	@CsvSource({ "connect, CONNECT", "'', CONNECT", "Disconnect, DISCONNECT" })
	void anActionIsRead(String word, RequestAction action) throws IOException {
		ConnectionLine line = value(connections(HEADER + "a@x.example,b@x.example,2026-04-01T10:00Z," + word).get(0));
		assertThat(line.action()).isEqualTo(action);
		assertThat(line.connectedAt()).contains(Instant.parse("2026-04-01T10:00:00Z"));
	}

	@Test
	void anAddressThatIsNoneIsNoReject() throws IOException {
		assertThat(value(connections(HEADER + "nobody,some one,,\n").get(0)).customerEmail()).isEqualTo("some one");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { ",b@x.example,, | MISSING_FIELD | affiliate_email is blank",
			"a@x.example,,, | MISSING_FIELD | customer_email is blank",
			"a@x.example,b@x.example,later, | BAD_TIMESTAMP | connected_at 'later'",
			"a@x.example,b@x.example,,drop | UNKNOWN_ACTION | action 'drop' is neither 'connect' nor 'disconnect'" })
	void aBadLineIsRejected(String row, RejectReason reason, String detail) throws IOException {
		assertRejected(connections(HEADER + row + "\n").get(0), reason, detail);
	}

	@ParameterizedTest
	@ValueSource(strings = { "customer_email", "Customer Email", "EMAIL" })
	void anyFileWithAddressesNamesExistingCustomers(String header) throws IOException {
		ExistingCustomerLine line = value(
				customers("x," + header + ",customer_since\n1,Ann@x.example,2020-01-01\n").get(0));
		assertThat(line.address().value()).isEqualTo("ann@x.example");
		assertThat(line.addressAsWritten()).isEqualTo("Ann@x.example");
		assertThat(line.since()).contains(Instant.parse("2020-01-01T00:00:00Z"));
	}

	@Test
	void badExistingCustomersAreRejectedWithoutQuotingTheirAddress() throws IOException {
		String header = "Email,customer_since\n";
		assertRejected(customers(header + ",2020-01-01\n").get(0), RejectReason.MISSING_FIELD, "Email is blank");
		assertRejected(customers(header + "nobody,\n").get(0), RejectReason.INVALID_EMAIL,
				"Email must have exactly one @");
		assertRejected(customers(header + "a@x.example,x\n").get(0), RejectReason.BAD_TIMESTAMP, "customer_since 'x'");
	}

	@Test
	void aFileWithoutAddressesFails() {
		assertThatExceptionOfType(UnusableFileException.class).isThrownBy(() -> customers("name\nAnn\n"))
			.withMessage("file.csv: the header lacks 'customer_email' or 'Customer Email' or 'Email'; it has 'name'");
	}

	private static <T> void assertRejected(Item<T> item, RejectReason reason, String detail) {
		assertThat(item).isInstanceOf(Rejected.class);
		Reject reject = ((Rejected<T>) item).rejects().get(0);
		assertThat(reject.reason()).isEqualTo(reason);
		assertThat(reject.detail()).startsWith(detail);
	}

	private static <T> T value(Item<T> item) {
		return ((Accepted<T>) item).value();
	}

	private List<Item<ConnectionLine>> connections(String content) throws IOException {
		return items(ConnectionFileReader.open(file(content), ZoneOffset.UTC));
	}

	private List<Item<ExistingCustomerLine>> customers(String content) throws IOException {
		return items(ExistingCustomerFileReader.open(file(content), ZoneOffset.UTC));
	}

	private Path file(String content) throws IOException {
		return Files.writeString(this.directory.resolve("file.csv"), content);
	}

	private static <T> List<Item<T>> items(ItemReader<T> opened) {
		try (ItemReader<T> reader = opened) {
			List<Item<T>> items = new ArrayList<>();
			for (Optional<Item<T>> next = reader.next(); next.isPresent(); next = reader.next()) {
				items.add(next.get());
			}
			return items;
		}
	}

}
