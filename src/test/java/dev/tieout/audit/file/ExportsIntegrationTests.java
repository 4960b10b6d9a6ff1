package dev.tieout.audit.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.tieout.audit.Export;
import dev.tieout.audit.ExportScope;
import dev.tieout.audit.Masking;
import dev.tieout.audit.jdbc.World;

import static org.assertj.core.api.Assertions.assertThat;

class ExportsIntegrationTests {

	private static DataSource dataSource;

	@BeforeAll
	static void create() {
		dataSource = World.create();
	}

	private static String export(Export export, ExportScope scope, Masking masking) throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		long rows = new Exports(dataSource, World.CLOCK).write(export, scope, masking, out);
		String csv = out.toString(StandardCharsets.UTF_8);
		String header = export.header() + "\n";
		assertThat(csv).startsWith(header);
		assertThat(csv.lines().count()).isEqualTo(rows + 1);
		return csv.substring(header.length());
	}

	private static String all(Export export) throws Exception {
		return export(export, new ExportScope.WholeStore(), Masking.NONE);
	}

	private static String ofRun(int run, Export export) throws Exception {
		return export(export, new ExportScope.OneRun(run), Masking.NONE);
	}

	@Test
	void decisionsAreThoseThatCount() throws Exception {
		assertThat(all(Export.DECISIONS)).isEqualTo(
				"""
						outlet,1001,,2026-10-31T15:00:00Z,joe@mail.example,NO_CONNECTION,,,,,,JPY,900,,0,4be1d0a2c38f/2026-01-01,2,outlet-1.csv,2
						web,1001,#1001,2026-10-02T14:05:00Z,kim@mail.example,CREDITED,ann@partners.example,connection,2026-09-01T14:00:00Z,1 of 5,2026-10-20T14:00:00Z,USD,50.00,22.50,2.25,4be1d0a2c38f/2026-01-01,2,web-2.csv,2
						web,1002,#1002,2026-10-25T14:05:00Z,kim@mail.example,CONNECTION_EXPIRED,ann@partners.example,connection,2026-09-01T14:00:00Z,,2026-10-20T14:00:00Z,USD,20.00,,0.00,4be1d0a2c38f/2026-01-01,1,web-1.csv,4
						web,1003,,2026-10-25T15:00:00Z,,MISSING_EMAIL,,,,,,USD,10.00,,0.00,4be1d0a2c38f/2026-01-01,1,web-1.csv,5
						web,1004,,2026-10-29T15:00:00Z,,CREDITED,ann@partners.example,coupon,,,,USD,10.00,10.00,1.00,4be1d0a2c38f/2026-01-01,1,web-1.csv,6
						""");
	}

	@Test
	void aRunsDecisionsAreThoseItStoredOrLeft() throws Exception {
		assertThat(ofRun(2, Export.DECISIONS).lines()).hasSize(3)
			.anyMatch((line) -> line.startsWith("web,1002,") && line.endsWith(",1,web-1.csv,4"));
		assertThat(ofRun(3, Export.DECISIONS).lines()).hasSize(2);
	}

	@Test
	void theLedgerHasEveryEntry() throws Exception {
		assertThat(all(Export.LEDGER).lines()).hasSize(4);
		assertThat(ofRun(2, Export.LEDGER)).isEqualTo(
				"""
						3,2,ADJUSTMENT,web,1001,2026-10-02T14:05:00Z,ann@partners.example,USD,-2.25,CREDITED,2026-11-01T08:30:02Z,2026-10-31,2026-10,2026-11-01,1,web-2.csv,2
						4,2,REVERSAL,web,900,2026-09-02T14:05:00Z,bob@partners.example,USD,-0.50,ORDER_CANCELLED,2026-11-01T08:30:02Z,2026-10-31,2026-09,2026-10-02,,web-2.csv,2
						""");
	}

	@Test
	void aConnectionThatEndsLaterIsLive() throws Exception {
		assertThat(all(Export.CONNECTIONS)).isEqualTo(
				"""
						joe@mail.example,bob@partners.example,2026-10-30T20:00:00Z,,live,operator,0,,2027-10-30T20:00:00Z,operation:1,
						kim@mail.example,ann@partners.example,2026-09-01T14:00:00Z,2026-10-20T14:00:00Z,expired,import,1,5,2026-10-20T14:00:00Z,connections.csv,2
						,ann@partners.example,2026-10-29T15:00:00Z,,live,automatic,0,2,,web-1.csv,6
						""");
	}

	@Test
	void everyRequestHasItsOutcome() throws Exception {
		assertThat(all(Export.CONNECTION_LINES)).isEqualTo(
				"""
						connections.csv,2,ann@partners.example,kim@mail.example,2026-09-01T14:00:00Z,connect,CONNECTED,connected
						connections.csv,3,bob@partners.example,kim@mail.example,,connect,CONFLICT_EXISTING,"the customer is connected to another affiliate, who keeps the connection: ann@partners.example; without a date it counts from 2026-10-30T04:00:00Z"
						connections.csv,4,ann@partners.example,'=no address,,connect,INVALID_EMAIL,an address is not an e-mail address
						connections.csv,5,ann@partners.example,kim@mail.example,2026-09-01T14:00:00Z,connect,REPEATED,the same request is held already
						connections.csv,6,late@partners.example,joe@mail.example,,connect,UNKNOWN_AFFILIATE,waits until the affiliate is imported
						operation:1,,bob@partners.example,joe@mail.example,2026-10-30T20:00:00Z,connect,CONNECTED,connected
						""");
	}

	@Test
	void aRunsConnectionLinesAreWhatItReadAndJudged() throws Exception {
		assertThat(ofRun(1, Export.CONNECTION_LINES).lines()).hasSize(6)
			.anyMatch((line) -> line.startsWith("operation:1,") && line.contains(",DUPLICATE,"));
		assertThat(ofRun(2, Export.CONNECTION_LINES).lines()).hasSize(3)
			.anyMatch((line) -> line.startsWith("operation:1,") && line.contains(",CONNECTED,"));
	}

	@Test
	void rejectsOfAFileThatIsStillReadAreNotShown() throws Exception {
		assertThat(all(Export.REJECTS)).isEqualTo("""
				web-1.csv,7,BAD_AMOUNT,column 'Total': '-1' is negative,"1007,""Kim Lee"",kim@mail.example,-1,USD"
				web-1.csv,8,INVALID_EMAIL,'kim at mail' is no e-mail address,"1008,Kim,kim at mail"
				""");
	}

	@Test
	void masksReachRawRecordsToo() throws Exception {
		ExportScope run = new ExportScope.OneRun(1);
		assertThat(export(Export.REJECTS, run, Masking.CUSTOMERS)).isEqualTo("""
				web-1.csv,7,BAD_AMOUNT,column 'Total': '-1' is negative,"1007,""K***"",k***@mail.example,-1,USD"
				web-1.csv,8,INVALID_EMAIL,'k***' is no e-mail address,"1008,K***,k***"
				""");
		for (Export export : Export.values()) {
			assertThat(export(export, new ExportScope.WholeStore(), Masking.CUSTOMERS)).doesNotContain("kim@", "joe@",
					"Kim", "no address");
		}
	}

	@Test
	void filesAreListedAsTheyWereLeft() throws Exception {
		assertThat(ofRun(2, Export.FILES)).isEqualTo("""
				web-2.csv,aa04,orders,web,1,1,0,0,posted,2
				outlet-1.csv,aa05,orders,outlet,1,1,0,0,posted,2
				""");
		assertThat(all(Export.FILES).lines()).hasSize(7);
	}

	@Test
	void balancesOpenWithTheClosedMonths() throws Exception {
		assertThat(all(Export.BALANCES)).isEqualTo("""
				ann@partners.example,"Ann, ""Field\""",USD,0.00,5.50,-2.25,0.00,3.25,2.25
				bob@partners.example,'-Bob,USD,-0.50,0.00,0.00,0.00,-0.50,-0.50
				""");
	}

	@Test
	void operationsAreListed() throws Exception {
		assertThat(all(Export.OPERATIONS)).isEqualTo(
				"""
						1,2026-10-30T20:00:00.500Z,finance,Dana,connect,customer 12 to bob@partners.example,"'=asked, ""by phone""\",
						2,2026-11-01T19:00:00Z,finance,Dana,period close,month 2026-09,,
						""");
	}

}
