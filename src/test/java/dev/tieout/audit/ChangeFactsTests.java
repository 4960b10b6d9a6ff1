package dev.tieout.audit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.tieout.audit.ChangeFacts.Basis;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChangeFactsTests {

	private static final Basis BASIS = new Basis("orders-1.csv:2", "3f1c00aabbccdd",
			Optional.of(LocalDate.of(2025, 1, 1)), "rate: 10%", 1, "10%");

	@Test
	void anOrderWithoutAFormerDecisionIsJudgedForTheFirstTime() {
		assertThat(new ChangeFacts(Optional.empty(), BASIS, Set.of(), Optional.empty(), Optional.empty()).why())
			.containsExactly("judged for the first time: orders-1.csv:2");
	}

	@Test
	void anotherRevisionIsNamedWithFileAndLine() {
		assertThat(why(basis("orders-2.csv:7", BASIS.edition(), BASIS.rules(), 1, "10%"), DueCause.ORDER))
			.containsExactly("revision orders-2.csv:7 instead of orders-1.csv:2");
	}

	@Test
	void anotherEditionIsNamedWithTheRate() {
		assertThat(why(basis(BASIS.place(), "99aa00112233", "rate: 12%", 1, "12%"), DueCause.EDITION)).containsExactly(
				"program edition 99aa0011 (2025-01-01) instead of 3f1c00aa (2025-01-01)", "rate 12% instead of 10%");
	}

	@Test
	void anEditionWhoseVersionSaysTheSameChangesWhatCameBefore() {
		assertThat(why(basis(BASIS.place(), "99aa00112233", BASIS.rules(), 1, "10%"), DueCause.EDITION))
			.containsExactly("program edition 99aa0011 (2025-01-01) changes what came before this order");
	}

	@Test
	void anotherCalculationIsNamed() {
		assertThat(why(basis(BASIS.place(), BASIS.edition(), BASIS.rules(), 2, "10%"), DueCause.CALCULATION))
			.containsExactly("calculation 2 instead of 1");
	}

	@Test
	void requestsAndRowsAreNamedByTheirLines() {
		assertThat(new ChangeFacts(Optional.of(BASIS), BASIS, EnumSet.of(DueCause.REQUEST, DueCause.AFFILIATE),
				Optional.of("connections.csv:3"), Optional.of("affiliates.csv:4"))
			.why()).containsExactly("request connections.csv:3", "affiliate's row affiliates.csv:4");
		assertThat(why(BASIS, DueCause.EXISTING_CUSTOMER)).containsExactly("listed as an existing customer");
	}

	@Test
	void anOrderThatIsTheSameChangesForWhatCameBefore() {
		assertThat(why(BASIS, DueCause.ORDER)).containsExactly("another order of the customer");
		assertThat(why(BASIS)).containsExactly("what came before this order on the customer's timeline");
	}

	private static List<String> why(Basis after, DueCause... causes) {
		Set<DueCause> set = EnumSet.noneOf(DueCause.class);
		set.addAll(Arrays.asList(causes));
		return new ChangeFacts(Optional.of(BASIS), after, set, Optional.empty(), Optional.empty()).why();
	}

	private static Basis basis(String place, String edition, String rules, int calculation, String rates) {
		return new Basis(place, edition, BASIS.version(), rules, calculation, rates);
	}

}
