package dev.tieout.scenario;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import dev.tieout.attribution.Outcome;
import dev.tieout.attribution.RequestAction;
import dev.tieout.audit.RequestEffect;
import dev.tieout.operations.ConnectionOperations;
import dev.tieout.operations.ProgramOperations;
import dev.tieout.operations.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a back-dated request is said to change is what it changes. */
class WhatIfScenarioTests {

	private static final LocalDate DATE = LocalDate.of(2025, 6, 1);

	private static final Instant NOW = Instant.parse("2025-06-02T12:00:00Z");

	private static final long SEED = 20_251_127;

	@TempDir
	Path folder = Path.of("");

	private final Installation tieout = Installation.fresh();

	private final Answers answers = new Answers(this.tieout);

	private Site site = new Site(Path.of(""));

	/** Kim is Ann's from February on; the order of January came before. */
	@BeforeEach
	void postThreeOrders() throws Exception {
		this.site = Site.usual(this.folder)
			.connections("connections-1.csv", "ann@partners.example,kim@x.example,2025-02-01,")
			.orders("orders-web-1.csv", order("1", "2025-01-15", "kim"), order("2", "2025-02-15", "kim"),
					order("3", "2025-03-15", "kim"));
		run();
	}

	@AfterEach
	void close() {
		this.tieout.close();
	}

	@Test
	void anEarlierConnectionShowsTheOrdersAndEntriesItBrings() {
		RequestEffect effect = effect(RequestAction.CONNECT, "ann", "kim", "2025-01-01");
		assertThat(effect.outcome()).isEqualTo(Outcome.CONNECTED);
		assertThat(effect.orders()).extracting((order) -> order.order() + ": " + order.before() + " > " + order.after())
			.containsExactly("web/1: BEFORE_CONNECTION > CREDITED ann@partners.example 1.00 USD",
					"web/2: CREDITED ann@partners.example 1.00 USD > CREDITED ann@partners.example 1.00 USD",
					"web/3: CREDITED ann@partners.example 1.00 USD > CREDITED ann@partners.example 1.00 USD");
		assertThat(entries(effect)).containsExactly("ACCRUAL web/1 ann@partners.example 1.00 USD 2025-01");
		assertThat(effect.connections()).hasSize(2);
		assertThat(effect.requests()).extracting((request) -> request.before() + " > " + request.after())
			.containsExactly("CONNECTED > DUPLICATE");
		assertThat(effect.othersDue()).isFalse();
	}

	@Test
	void aDisconnectShowsWhatItTakesBackAndTheMonthItIsPostedTo() {
		new Months(this.tieout).close("2025-02");
		new Months(this.tieout).close("2025-03");
		RequestEffect effect = effect(RequestAction.DISCONNECT, "ann", "kim", "2025-02-10");
		assertThat(effect.outcome()).isEqualTo(Outcome.DISCONNECTED);
		assertThat(entries(effect)).containsExactly("REVERSAL web/2 ann@partners.example -1.00 USD 2025-04",
				"REVERSAL web/3 ann@partners.example -1.00 USD 2025-04");
		assertThat(effect.connections()).singleElement().satisfies((change) -> {
			assertThat(change.before().orElseThrow().endedAt()).isEmpty();
			assertThat(change.after().orElseThrow().endedAt()).contains(Instant.parse("2025-02-10T00:00:00Z"));
			assertThat(change.after().orElseThrow().ordersCredited()).isZero();
		});
	}

	@Test
	void whatIsDueWithoutTheRequestIsNotItsEffect() {
		operations().disconnect("ann@partners.example", "kim@x.example", Optional.of("2025-03-10"), "left",
				Installation.TESTER);
		RequestEffect effect = effect(RequestAction.DISCONNECT, "ann", "kim", "2025-02-10");
		assertThat(entries(effect)).containsExactly("REVERSAL web/2 ann@partners.example -1.00 USD 2025-02");
		assertThat(effect.othersDue()).isTrue();
	}

	@Test
	void whatChangesNothingSaysSo() {
		assertThat(effect(RequestAction.DISCONNECT, "bob", "kim", "2025-02-10").outcome())
			.isEqualTo(Outcome.NOTHING_TO_DISCONNECT);
		assertThat(effect(RequestAction.DISCONNECT, "bob", "kim", "2025-02-10").changesAnything()).isFalse();
		assertThat(effect(RequestAction.CONNECT, "ann", "kim", "2025-02-01").outcome()).isEqualTo(Outcome.REPEATED);
		assertThat(effect(RequestAction.CONNECT, "nobody", "kim", "2025-01-01").outcome())
			.isEqualTo(Outcome.UNKNOWN_AFFILIATE);
		RequestEffect stranger = effect(RequestAction.CONNECT, "ann", "stranger", "2025-01-01");
		assertThat(stranger.outcome()).isEqualTo(Outcome.CONNECTED);
		assertThat(stranger.connections()).singleElement().satisfies((change) -> assertThat(change.before()).isEmpty());
		assertThat(operations()
			.backDated(RequestAction.CONNECT, "ann@partners.example", "ann@partners.example", Optional.of("2025-01-01"))
			.orElseThrow()
			.outcome()).isEqualTo(Outcome.SELF_CONNECTION);
	}

	@Test
	void aRequestThatIsNotBackDatedAsksNothing() {
		assertThat(backDated("")).isEmpty();
		assertThat(backDated("2025-06-02T12:00:00Z")).isEmpty();
		assertThat(backDated("2025-06-02T11:59:59.999Z")).isPresent();
		assertThat(backDated("2025-06-02")).isPresent();
	}

	@Test
	void lookingRecordsNothing() {
		List<String> before = everything();
		effect(RequestAction.CONNECT, "bob", "new", "2025-01-01");
		effect(RequestAction.DISCONNECT, "unheard-of", "kim", "2025-02-02");
		assertThat(everything()).isEqualTo(before);
	}

	@Test
	void whatIsSaidIsWhatTheNextRunPostsOverRandomRequests() throws Exception {
		Random random = new Random(SEED);
		this.site.program(Site.PROGRAM.replace("{enabled: true}",
				"{enabled: true, on-conflict: replace, max-orders: 3, expires-after-days: 60, link-on-first-order: true}"))
			.file("orders-web-2.csv", orders(random));
		new ProgramOperations(this.tieout.database().dataSource(), Clock.fixed(NOW, ZoneOffset.UTC)).accept(this.folder,
				this.site.job().toString(), "limits", Installation.TESTER);
		run();
		for (int i = 0; i < 25; i++) {
			RequestAction action = RequestAction.values()[random.nextInt(2)];
			String affiliate = random.nextBoolean() ? "ann" : "bob";
			String customer = "kim" + random.nextInt(3);
			String at = "2025-%02d-%02d".formatted(1 + random.nextInt(5), 1 + random.nextInt(28));
			RequestEffect effect = effect(action, affiliate, customer, at);
			assertThat(effect.othersDue()).isFalse();
			String[] pair = { affiliate + "@partners.example", customer + "@x.example" };
			if (action == RequestAction.CONNECT) {
				operations().connect(pair[0], pair[1], "", Optional.of(at), "random", Installation.TESTER);
			}
			else {
				operations().disconnect(pair[0], pair[1], Optional.of(at), "random", Installation.TESTER);
			}
			long last = this.answers.count("ledger_entry");
			run();
			assertThat(posted(last)).as("request %d, seed %d: %s %s %s at %s", i, SEED, action, affiliate, customer, at)
				.isEqualTo(new TreeSet<>(entries(effect)));
		}
		assertThat(this.answers.count("ledger_entry where type = 2")).isPositive();
	}

	private static String orders(Random random) {
		StringBuilder orders = new StringBuilder(
				"order_id,ordered_at,customer_email,currency,subtotal,total,status,coupon_code\n");
		for (int i = 0; i < 30; i++) {
			orders.append("r%d,2025-%02d-%02dT08:00:00Z,kim%d@x.example,USD,%5$d.00,%5$d.00,paid,%6$s%n".formatted(i,
					1 + random.nextInt(5), 1 + random.nextInt(28), random.nextInt(3), 1 + random.nextInt(90),
					(random.nextInt(6) == 0) ? "BOB10" : ""));
		}
		return orders.toString();
	}

	private Set<String> posted(long after) {
		return new TreeSet<>(this.tieout.jdbc()
			.sql("""
					select t.name || ' web/' || e.order_id || ' ' || a.address || ' ' || to_char(e.amount / 100.0, 'FM990.00') || ' '
					       || e.currency || ' ' || to_char(e.period, 'YYYY-MM')
					from ledger_entry e join entry_type_code t on t.code = e.type join affiliate a using (affiliate_no)
					order by e.entry_no offset ?
					""")
			.param(after)
			.query(String.class)
			.list());
	}

	private List<String> everything() {
		List<String> counts = new ArrayList<>();
		for (String table : List.of("operation", "connection_request", "customer", "affiliate", "due_customer", "scope",
				"decision", "ledger_entry")) {
			counts.add(table + " " + this.answers.count(table));
		}
		return counts;
	}

	private RequestEffect effect(RequestAction action, String affiliate, String customer, String at) {
		return operations().backDated(action, affiliate + "@partners.example", customer + "@x.example", Optional.of(at))
			.orElseThrow();
	}

	private Optional<RequestEffect> backDated(String at) {
		return operations().backDated(RequestAction.CONNECT, "ann@partners.example", "kim@x.example",
				at.isEmpty() ? Optional.empty() : Optional.of(at));
	}

	private static List<String> entries(RequestEffect effect) {
		return effect.entries()
			.stream()
			.map((entry) -> entry.type() + " " + entry.order() + " " + entry.affiliate() + " " + entry.amount() + " "
					+ entry.period())
			.toList();
	}

	private ConnectionOperations operations() {
		return new ConnectionOperations(this.tieout.database().dataSource(), Clock.fixed(NOW, ZoneOffset.UTC));
	}

	private void run() {
		assertThat(this.tieout.run(this.site.job(), DATE).state()).isEqualTo(RunState.COMPLETED);
	}

	private static String order(String id, String day, String customer) {
		return "%s,%sT00:00:00Z,%s@x.example,USD,10.00,10.00,paid".formatted(id, day, customer);
	}

}
