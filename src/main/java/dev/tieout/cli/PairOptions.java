package dev.tieout.cli;

import java.util.Optional;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.tieout.identity.EmailAddress;

/** What connecting and disconnecting have in common. */
final class PairOptions {

	@Spec(Spec.Target.MIXEE)
	private CommandSpec spec = CommandSpec.create();

	@Parameters(index = "0", paramLabel = "AFFILIATE", description = "The affiliate's address.")
	private Optional<EmailAddress> affiliate = Optional.empty();

	@Parameters(index = "1", paramLabel = "CUSTOMER", description = "The customer's address.")
	private Optional<EmailAddress> customer = Optional.empty();

	@Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; goes on record.")
	private String reason = "";

	@Option(names = "--at", paramLabel = "T",
			description = "From when on, such as 2026-10-31 or 2026-10-31T09:30:00+01:00 (default: now). A time "
					+ "without an offset is one in the program's zone.")
	private Optional<String> at = Optional.empty();

	String affiliate() {
		return this.affiliate.orElseThrow().value();
	}

	String customer() {
		return this.customer.orElseThrow().value();
	}

	String reason() {
		return StatedReason.of(this.reason, this.spec);
	}

	Optional<String> at() {
		return this.at;
	}

}
