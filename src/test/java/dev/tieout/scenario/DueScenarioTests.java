package dev.tieout.scenario;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import dev.tieout.operations.RunResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Only customers whose answer may have changed are judged again (rules.md 8). */
class DueScenarioTests {

	private static final LocalDate DATE = LocalDate.of(2025, 3, 1);

	@TempDir
	Path folder = Path.of("");

	private final Installation tieout = Installation.fresh();

	private Site site = new Site(Path.of(""));

	/** Ada is connected to Ann, Bea to Bob, Cid has an order with Ann's coupon. */
	@BeforeEach
	void judgeFourCustomers() throws Exception {
		this.site = Site.usual(this.folder)
			.connections("connections-1.csv", "ann@partners.example,ada@x.example,2025-01-01,",
					"bob@partners.example,bea@x.example,2025-01-01,")
			.orders("orders-web-1.csv", "1,2025-02-01T00:00:00Z,ada@x.example,USD,10.00,10.00,paid",
					"2,2025-02-01T00:00:00Z,bea@x.example,USD,10.00,10.00,paid",
					"4,2025-02-01T00:00:00Z,dot@x.example,USD,10.00,10.00,paid")
			.file("orders-web-coupons.csv", """
					order_id,ordered_at,customer_email,currency,subtotal,total,status,coupon_code
					3,2025-02-01T00:00:00Z,cid@x.example,USD,10.00,10.00,paid,"WELCOME, ann10"
					""");
		// A first run judges everyone, and so captures nobody.
		assertThat(judged()).isEmpty();
		assertThat(this.tieout.jdbc()
			.sql("select distinct address from decision join customer using (customer_no) order by 1")
			.query(String.class)
			.list()).containsExactly("ada@x.example", "bea@x.example", "cid@x.example", "dot@x.example");
	}

	@AfterEach
	void close() {
		this.tieout.close();
	}

	@Test
	void anOrdinaryNightJudgesWhoHasSomethingNew() throws Exception {
		this.site.orders("orders-web-2.csv", "5,2025-03-02T00:00:00Z,dot@x.example,USD,10.00,10.00,paid")
			.connections("connections-2.csv", "ann@partners.example,eve@x.example,2025-03-01,",
					"ann@partners.example,ada@x.example,2025-01-01,");
		assertThat(judged()).containsExactly("dot@x.example", "eve@x.example");
		assertThat(judged()).isEmpty();
	}

	@Test
	void anExportThatSaysTheSameAgainMakesNobodyDue() throws Exception {
		this.site.orders("orders-web-2.csv", "4,2025-02-01T00:00:00Z,dot@x.example,USD,10.00,10.00,paid",
				"2,2025-02-01T00:00:00+0000,bea@x.example,USD,10.0,10.00,paid");
		assertThat(judged()).isEmpty();
	}

	@Test
	void anOrderThatMovesMakesBothCustomersDue() throws Exception {
		this.site.orders("orders-web-2.csv", "1,2025-02-01T00:00:00Z,dot@x.example,USD,10.00,10.00,paid");
		assertThat(judged()).containsExactly("ada@x.example", "dot@x.example");
	}

	@Test
	void anAffiliatesRowMakesDueWhomItConcerns() throws Exception {
		this.site.file("affiliates-2.csv", """
				affiliate_email,status,effective_from
				ann@partners.example,blocked,2025-02-15
				""");
		assertThat(judged()).containsExactly("ada@x.example", "cid@x.example");
	}

	@Test
	void anAffiliatesRowThatSaysWhatHoldsMakesNobodyDue() throws Exception {
		this.site.file("affiliates-2.csv", """
				affiliate_email,status,ref_code
				ann@partners.example,active,ann
				""");
		assertThat(judged()).isEmpty();
	}

	@Test
	void aCodeThatIsHandedOnMakesDueWhoUsedIt() throws Exception {
		this.site.file("affiliates-2.csv", """
				affiliate_email,coupon,effective_from
				new@partners.example,WELCOME,2025-01-15
				""");
		assertThat(judged()).containsExactly("cid@x.example");
	}

	@Test
	void aRequestThatWaitedIsJudgedWhenItsAffiliateComes() throws Exception {
		this.site.connections("connections-2.csv", "new@partners.example,dot@x.example,2025-01-01,");
		assertThat(judged()).containsExactly("dot@x.example");
		this.site.file("affiliates-2.csv", "affiliate_email\nnew@partners.example\n");
		assertThat(judged()).containsExactly("dot@x.example");
	}

	@Test
	void anExistingCustomersEntryMakesThatCustomerDueOnce() throws Exception {
		this.site.file("existing-1.csv", "customer_email,customer_since\nada@x.example,2024-01-01\n");
		assertThat(judged()).containsExactly("ada@x.example");
		this.site.file("existing-2.csv", "customer_email,customer_since\nada@x.example,2024-06-01\n");
		assertThat(judged()).isEmpty();
	}

	@Test
	void anotherEditionMakesDueWhoHasAnythingFromItsFirstDifferenceOn() throws Exception {
		this.site.program(Site.PROGRAM + """
				- effective-from: 2025-03-01
				  connect: {enabled: true}
				  commission: {rate: 12%}
				""");
		assertThat(judged()).containsExactly("ada@x.example", "bea@x.example");
		this.site.program("# Only a comment.\n" + Site.PROGRAM + """
				- effective-from: 2025-03-01
				  connect: {enabled: true}
				  commission: {rate: 12%}
				""");
		assertThat(judged()).isEmpty();
	}

	@Test
	void decisionsThatStayTheSameAreNotStoredAgain() throws Exception {
		this.site.orders("orders-web-2.csv", "5,2025-02-02T00:00:00Z,ada@x.example,USD,10.00,10.00,paid");
		judged();
		assertThat(new Answers(this.tieout).count("decision")).isEqualTo(5);
		assertThat(new Answers(this.tieout).count("decision where superseded_by is not null")).isZero();
	}

	/** Runs the job and answers whom it judged. */
	private List<String> judged() {
		RunResult result = this.tieout.run(this.site.job(), DATE);
		assertThat(result.error()).isEmpty();
		assertThat(new Answers(this.tieout).count("due_customer")).isZero();
		return this.tieout.jdbc()
			.sql("select distinct address from scope join customer using (customer_no) where run_no = ? order by 1")
			.param(result.run())
			.query(String.class)
			.list();
	}

}
