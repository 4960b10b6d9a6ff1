package dev.tieout.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import dev.tieout.audit.Export;
import dev.tieout.audit.ExportScope;
import dev.tieout.audit.Masking;
import dev.tieout.audit.file.Exports;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All that a store has come to, run and entry numbers and times aside: two stores with
 * the same history are equal.
 */
public final class Ledger {

	private static final Set<String> OWN = Set.of("run", "entry", "posted_at", "corrects");

	private static final Map<String, String> ROWS = Map.of("revisions", """
			select order_id || ' ' || content_hash || ' ' || (superseded_by is null) || ' ' || line
			from order_revision where file_no in (select file_no from input_file where state in ('complete', 'posted'))
			""", "all decisions",
			"""
					select r.order_id || ' ' || d.reason || ' ' || d.line || ' ' || coalesce(d.commission, 0) || ' ' || (d.superseded_by is null)
					from decision d join order_revision r on r.order_no = d.order_no and r.superseded_by is null
					where d.run_no in (select run_no from run where posted_at is not null)
					""",
			"outcomes", """
					select coalesce(q.line, 0) || ' ' || o.outcome || ' ' || (o.superseded_by is null)
					from request_outcome o join connection_request q using (request_no)
					where o.run_no in (select run_no from run where posted_at is not null)
					""", "affiliates",
			"""
					select a.address || ' ' || r.effective_from || ' ' || r.status || ' ' || r.group_name || ' ' || r.ref_code || ' ' || r.coupon
					from affiliate_row r join affiliate a using (affiliate_no)
					""",
			"entries in their order", """
					select row_number() over (order by entry_no) || ' ' || order_id || ' ' || amount from ledger_entry
					""", "notices", """
					select f.name || ' ' || n.line || ' ' || n.kind
					from notice n join input_file f using (file_no) where f.state in ('complete', 'posted')
					""", "due",
			"select distinct coalesce(c.address, '') from due_customer join customer c using (customer_no)",
			"open totals", """
					select subject from control_total where expected <> found
					""");

	private Ledger() {
	}

	public static Map<String, List<String>> of(DataSource dataSource) throws IOException, SQLException {
		Map<String, List<String>> all = new TreeMap<>();
		Exports exports = new Exports(dataSource, Clock.systemUTC());
		for (Export export : List.of(Export.LEDGER, Export.DECISIONS, Export.CONNECTIONS, Export.CONNECTION_LINES,
				Export.REJECTS)) {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			exports.write(export, new ExportScope.WholeStore(), Masking.of(false), out);
			all.put(export.name(), sorted(rows(out.toString(StandardCharsets.UTF_8))));
		}
		JdbcClient jdbc = JdbcClient.create(dataSource);
		ROWS.forEach((name, sql) -> all.put(name, sorted(jdbc.sql(sql).query(String.class).list())));
		return all;
	}

	/** The decisions as the report of a night's first run has them. */
	public static List<String> reportedDecisions(Shop shop, int night) throws IOException {
		try (Stream<Path> folders = Files.list(shop.folder().resolve("reports"))) {
			List<Path> ofNight = folders.filter((folder) -> folder.toString().contains("-" + shop.date(night) + "-"))
				.sorted()
				.toList();
			return sorted(rows(Files.readString(ofNight.get(0).resolve("decisions.csv"))));
		}
	}

	/**
	 * The rows of a CSV, in the order of their text.
	 * @param csv an export or a report's file
	 */
	public static List<String> sortedRows(String csv) throws IOException {
		return sorted(rows(csv));
	}

	private static List<String> rows(String csv) throws IOException {
		List<String> rows = new ArrayList<>();
		try (var reader = new CSVReaderBuilder(new StringReader(csv)).withCSVParser(new RFC4180ParserBuilder().build())
			.build()) {
			String[] header = reader.readNextSilently();
			for (String[] row = reader.readNextSilently(); row != null; row = reader.readNextSilently()) {
				StringBuilder text = new StringBuilder();
				for (int i = 0; i < row.length; i++) {
					text.append(OWN.contains(header[i]) ? "" : row[i]).append('|');
				}
				rows.add(text.toString());
			}
		}
		return rows;
	}

	private static List<String> sorted(List<String> rows) {
		return rows.stream().sorted().toList();
	}

}
