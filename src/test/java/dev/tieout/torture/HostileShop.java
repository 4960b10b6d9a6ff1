package dev.tieout.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A shop in which whatever is text is one of {@link HostileTexts}. */
final class HostileShop {

	private static final String JOB = """
			job: nightly
			program: program.yml
			inputs:
			  affiliates: [affiliates*.csv]
			  connections: [connections*.csv]
			  orders:
			    - {files: "*orders*.csv", format: native, store: web}
			reports: {directory: reports, formats: [html, csv, xlsx]}
			tuning: {wait-minutes: 0}
			""";

	private static final String PROGRAM = """
			program: main
			zone: America/New_York
			currency: USD
			rules:
			  - effective-from: 2026-01-01 # \u202e
			    connect: {enabled: true}
			    commission:
			      rate: 10%
			      products: [{sku: "=1+1", rate: 5%}, {sku: "<script>\u202ex", rate: 6%}]
			    groups: {"=g<b>\u2066": {rate: 7%}}
			""";

	private HostileShop() {
	}

	static void open(Path folder) throws IOException {
		Files.writeString(folder.resolve("nightly.yml"), JOB);
		Files.writeString(folder.resolve("program.yml"), PROGRAM);
		StringBuilder affiliates = new StringBuilder("affiliate_email,name,ref_code,coupon,group,effective_from\n");
		StringBuilder connections = new StringBuilder("affiliate_email,customer_email,customer_name,connected_at\n");
		StringBuilder orders = new StringBuilder(
				"order_id,order_number,ordered_at,customer_email,customer_name,currency,subtotal,total,status,coupon_code,line_sku,line_name\n");
		for (int i = 0; i < HostileTexts.ALL.size(); i++) {
			String text = HostileTexts.ALL.get(i);
			String word = text.replaceAll("[\\s@]", "");
			String affiliate = HostileTexts.quoted(word + i + "@partners.example");
			String customer = HostileTexts.quoted(word + i + "@home.example");
			String name = HostileTexts.quoted(text + " " + i);
			affiliates.append("%s,%s,%s,%s,%s,2026-01-01%n".formatted(affiliate, name, name, name, name));
			connections.append("%s,%s,%s,2026-02-01%n".formatted(affiliate, customer, name));
			connections
				.append("%s,%s,%s,%s%n".formatted(affiliate, customer, name, (i % 4 == 0) ? name : "2026-02-02"));
			orders.append("%s,%s,2026-03-%02dT10:00:00Z,%s,%s,USD,10.00,10.00,%s,%s,%s,%s%n".formatted(name, name,
					1 + i % 28, customer, name, (i % 5 == 0) ? name : "paid", name, name, name));
		}
		Files.writeString(folder.resolve("affiliates.csv"), affiliates);
		Files.writeString(folder.resolve("connections.csv"), connections);
		Files.writeString(folder.resolve("=orders<b>&\u001b[31m\u202e.csv"), orders);
	}

}
