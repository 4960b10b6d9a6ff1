package dev.tieout.cli;

import java.util.Optional;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.tieout.attribution.RequestAction;
import dev.tieout.audit.RequestEffect;
import dev.tieout.identity.EmailAddress;
import dev.tieout.operations.RefusedException;

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

	@Option(names = "--yes", description = "Record a back-dated request without showing what it changes.")
	private boolean yes;

	@Mixin
	private JsonOption json = new JsonOption();

	/**
	 * Shows what a back-dated request would change.
	 * @throws RefusedException if it is back-dated and the operator has not said yes
	 */
	void confirm(RequestAction action, Desk desk, Console console) {
		Optional<RequestEffect> effect = this.yes ? Optional.empty()
				: desk.connectionOperations().backDated(action, affiliate(), customer(), this.at);
		if (effect.isPresent()) {
			this.json.print(console, effect.get(), () -> EffectPrint.of(effect.get(), console.tableWidth()));
			console.out().flush();
			throw new RefusedException(
					"Nothing was recorded: the request is back-dated. To record it, say so:\n  tieout %s %s %s --at %s --reason %s --yes"
						.formatted(action.word(), quoted(affiliate()), quoted(customer()),
								quoted(this.at.orElseThrow()), quoted(reason())));
		}
	}

	/** As a shell takes it for one word. */
	private static String quoted(String word) {
		return word.matches("[A-Za-z0-9@%+=:,./_-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
	}

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
