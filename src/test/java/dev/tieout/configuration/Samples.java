package dev.tieout.configuration;

/** The files of jobs.md, with as many lines as there. */
final class Samples {

	static final String PROGRAM = """
			program: main
			zone: America/New_York            # IANA zone of every date, report and period
			currency: USD
			post-from: 2024-01-01
			restatement-limit: 5%
			ignore-addresses: [pos@shop.example]
			rules:
			  - effective-from: 2024-01-01
			    attribution: [connection, coupon, referral]
			    connect:
			      enabled: true
			      link-on-first-order: true
			      only-new-customers: false
			      on-conflict: keep
			      expires-after-days: 365
			      refresh-on-order: false
			      max-orders: 12
			    commission:
			      rate: 10%
			      base: net
			      only-new-customers: false
			      exempt-affiliates: []
			      pay-self-purchases: false
			      pay-affiliate-customers: true
			      hold-days: 30
			      affiliates: {star@partners.example: 15%}
			      products:
			        - {sku: GIFT-CARD, rate: 0%}
			        - {sku: MUG, group: vip, rate: 20%}
			        - {sku: MUG, affiliate: star@partners.example, rate: 25%}
			    groups:
			      vip: {rate: 12%, expires-after-days: lifetime, max-orders: unlimited, commission-only-new-customers: false}
			""";

	static final String JOB = """
			job: nightly
			description: Reconcile yesterday's orders
			program: programs/main.yml
			schedule:
			  cron: "0 30 4 * * ?"
			  misfire: run-once
			  late-after: "06:00"
			inputs:
			  affiliates: [../data/affiliates.csv]
			  existing-customers: []
			  connections: [../data/connections/*.csv]
			  orders:
			    - files: ../data/orders/shopify-*.csv
			      format: shopify
			      store: web
			      as-of: shopify-(yyyy-MM-dd).csv
			    - files: [../data/orders/other-*.csv]
			      format: mapped
			      store: other
			      timestamp: dd/MM/yyyy HH:mm
			      columns: {order_id: No, ordered_at: When, customer_email: Mail, currency: Cur, subtotal: Sub, total: Sum, status: State}
			      statuses: {Done: paid, "0": pending}
			  reject-limit: 1%
			  require-new-orders: false
			reports:
			  directory: ../reports
			  formats: [html, csv]
			  mask-customers: false
			  keep-days: 400
			notify:
			  on: [failed, late, missing]
			  command: [/usr/local/bin/page-someone, --urgent]
			  timeout: 10s
			tuning:
			  chunk-size: 2000
			  partitions: 2
			  wait-minutes: 30
			""";

	private Samples() {
	}

	/** Replaces a part that must be there once. */
	static String with(String text, String part, String replacement) {
		int at = text.indexOf(part);
		if (at < 0 || text.indexOf(part, at + 1) >= 0) {
			throw new IllegalArgumentException("'" + part + "' must stand in the sample once");
		}
		return text.replace(part, replacement);
	}

}
