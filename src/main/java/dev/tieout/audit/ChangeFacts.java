package dev.tieout.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is stored about an order's former and new decision, and of why its customer was
 * due.
 *
 * @param before what the former decision rests on, empty where there was none
 * @param after what the new one rests on
 * @param causes why the customer was due
 * @param request the customer's newest request
 * @param affiliateRow the newest row of an affiliate that either decision names
 */
public record ChangeFacts(Optional<Basis> before, Basis after, Set<DueCause> causes, Optional<String> request,
		Optional<String> affiliateRow) {

	private static final int SHORT_HASH = 8;

	/**
	 * Returns what made the difference.
	 * @return parts of a sentence, at least one
	 */
	public List<String> why() {
		List<String> why = new ArrayList<>();
		this.before.ifPresentOrElse((former) -> compare(former, why),
				() -> why.add("judged for the first time: " + this.after.place()));
		if (this.causes.contains(DueCause.REQUEST)) {
			why.add("request " + this.request.orElse("to connect or disconnect"));
		}
		if (this.causes.contains(DueCause.AFFILIATE)) {
			why.add("affiliate's row" + this.affiliateRow.map((row) -> " " + row).orElse(""));
		}
		if (this.causes.contains(DueCause.EXISTING_CUSTOMER)) {
			why.add("listed as an existing customer");
		}
		if (why.isEmpty()) {
			why.add(whatCameBefore());
		}
		this.before.ifPresent((former) -> compareRates(former, why));
		return why;
	}

	private void compare(Basis former, List<String> why) {
		if (!former.place().equals(this.after.place())) {
			why.add("revision " + this.after.place() + " instead of " + former.place());
		}
		if (former.calculation() != this.after.calculation()) {
			why.add("calculation " + this.after.calculation() + " instead of " + former.calculation());
		}
		if (!former.rules().equals(this.after.rules())) {
			why.add(former.edition().equals(this.after.edition())
					? "program version " + version(this.after) + " instead of " + version(former)
					: "program edition " + edition(this.after) + " instead of " + edition(former));
		}
	}

	private void compareRates(Basis former, List<String> why) {
		if (!former.rates().equals(this.after.rates()) && !former.rates().isEmpty() && !this.after.rates().isEmpty()) {
			why.add("rate " + this.after.rates() + " instead of " + former.rates());
		}
	}

	/** Nothing of the order's own has changed, so something earlier on its timeline. */
	private String whatCameBefore() {
		boolean otherEdition = this.before.filter((former) -> !former.edition().equals(this.after.edition()))
			.isPresent();
		if (otherEdition) {
			return "program edition " + edition(this.after) + " changes what came before this order";
		}
		return this.causes.contains(DueCause.ORDER) ? "another order of the customer"
				: "what came before this order on the customer's timeline";
	}

	private static String edition(Basis basis) {
		return basis.edition().substring(0, Math.min(SHORT_HASH, basis.edition().length())) + " (" + version(basis)
				+ ")";
	}

	private static String version(Basis basis) {
		return basis.version().map(LocalDate::toString).orElse("before the first version");
	}

	/**
	 * What a decision rests on.
	 *
	 * @param place the file and line of the revision it judged
	 * @param edition the program's
	 * @param version the date of its version
	 * @param rules what that version says
	 * @param calculation the version of Tieout's calculation
	 * @param rates the rates that were applied
	 */
	public record Basis(String place, String edition, Optional<LocalDate> version, String rules, int calculation,
			String rates) {

	}

}
