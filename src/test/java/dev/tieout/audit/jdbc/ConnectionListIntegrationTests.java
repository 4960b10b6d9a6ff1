package dev.tieout.audit.jdbc;

import java.util.Optional;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.tieout.audit.ConnectionLine;
import dev.tieout.audit.ConnectionState;
import dev.tieout.audit.Connections;
import dev.tieout.identity.EmailAddress;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionListIntegrationTests {

	private static final Optional<EmailAddress> ANYBODY = Optional.empty();

	private static DataSource dataSource;

	@BeforeAll
	static void create() {
		dataSource = World.create();
	}

	private static Connections find(Optional<EmailAddress> affiliate, Optional<EmailAddress> customer,
			Optional<ConnectionState> state) {
		return new ConnectionList(dataSource, World.CLOCK).find(affiliate, customer, state, 2);
	}

	private static Optional<EmailAddress> address(String address) {
		return Optional.of(new EmailAddress(address));
	}

	@Test
	void theFirstAreListedAndAllAreCounted() {
		Connections connections = find(ANYBODY, ANYBODY, Optional.empty());
		assertThat(connections.count()).isEqualTo(3);
		assertThat(connections.table().render(0)).isEqualTo(
				"""
						customer          affiliate             started at            ended at              state    origin    orders  limit  expires at            file
						joe@mail.example  bob@partners.example  2026-10-30T20:00:00Z                        live     operator       0         2027-10-30T20:00:00Z  operation:1
						kim@mail.example  ann@partners.example  2026-09-01T14:00:00Z  2026-10-20T14:00:00Z  expired  import         1      5  2026-10-20T14:00:00Z  connections.csv:2
						""");
	}

	@Test
	void affiliateCustomerAndStateNarrowTheList() {
		assertThat(find(address("ann@partners.example"), ANYBODY, Optional.empty()).count()).isEqualTo(2);
		assertThat(find(ANYBODY, address("joe@mail.example"), Optional.empty()).lines())
			.extracting(ConnectionLine::affiliate)
			.containsExactly("bob@partners.example");
		assertThat(find(ANYBODY, ANYBODY, Optional.of(ConnectionState.LIVE)).count()).isEqualTo(2);
		assertThat(find(ANYBODY, ANYBODY, Optional.of(ConnectionState.EXPIRED)).count()).isEqualTo(1);
		assertThat(find(ANYBODY, ANYBODY, Optional.of(ConnectionState.REPLACED)).count()).isZero();
	}

}
