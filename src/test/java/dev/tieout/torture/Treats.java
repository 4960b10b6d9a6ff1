package dev.tieout.torture;

import java.util.List;
import java.util.SplittableRandom;

/**
 * What a mutator puts where it does not belong.
 *
 * @param texts all of them
 */
record Treats(List<String> texts) {

	/** What has broken readers of tables, spreadsheets, terminals and pages before. */
	static final Treats OF_TABLES = new Treats(List.of("", "\"", "\"\"", "\"a\"b", ",", ";", "\t", "\n", "\r", "\r\n",
			"\0", "\u001b[2J", "\u009b31m", "\u202egnp", "\u2066x", "\ufeff", "\u200b", "\u00a0", "😀", "é", "e\u0301",
			"İ", "ı", "\ufffd", "\uffff", "٣", "１２", "0", "-0", "-1", "1e5", "1E+15", "1.23E+12", "NaN", "Infinity",
			"1,5", "1.000,00", "0.001", ".", ".5", "5.", "9".repeat(15), "9".repeat(16), "9".repeat(19),
			"9".repeat(400), "0".repeat(5000), "0." + "0".repeat(400) + "1", "10000000000000.00", "10000000000000.01",
			"0000-01-01T00:00:00Z", "0001-01-01T00:00:00+18:00", "9999-12-31T23:59:59-18:00", "2026-02-30",
			"2028-02-29", "2026-02-29", "2026-04-10 24:00:00", "2026-04-10T11:11:60Z", "2026-04-10T11:11:11.999999999Z",
			"2026-03-29 02:30:00", "2026-03-08T02:30", "2026-11-01 01:30", "2026-04-10T11:11+19:00", "+12026-01-01",
			"10/04/2026", "31/02/2026 10:00", "USD", "usd", "JPY", "XAU", "KWD", "paid", "PAID", "refunded", "wc-paid",
			"a@b", "@", "a@b@c", "a b@c", "KIM@HOME.EXAMPLE", "=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1",
			"<script>alert(1)</script>", "';drop table customer;--", "\\", "\\;", "\\N", "\\.", "%s%n", "${env:HOME}",
			"#{1}", "{{1}}", "x".repeat(501), "x@" + "y".repeat(500), "a:1|b:2;c:3", "code:|code:", "total:1|total:2",
			";;;;", "||||", "::::", "ref: ANN", "REF:\u2028x"));

	/** What has broken readers of YAML. */
	static final Treats OF_YAML = new Treats(List.of("", " ", "\t", "\n", "---\n", "...\n", "\0", "\u001b", "\u0085",
			"\ufeff", "&a", "*a", "&a [*a]", "<<: *a", "<<: {a: 1}", "!!java.util.Date", "!!python/object", "!x y",
			"!!binary aa==", "!!set {a}", "? a\n: b", "{", "}", "[", "]", "{a: {b: {c: {}}}}", "[[[[[[[[[[]]]]]]]]]]",
			"'", "\"", "|", ">", "|\n  a\n", ">-\n", "%YAML 9.9\n", "%", "@", "`", "~", "null", "yes", "no", "on",
			"0x1F", "0o7", "1_000", "1e3", ".inf", ".nan", "-1", "0", "9".repeat(30), "9".repeat(400) + "%", "101%",
			"0.00000000001%", "5.00 XXX", "5.00 usd", "2026-02-30", "2026-02-29", "9999-12-31", "+12026-01-01",
			"0000-01-01", "-0001-01-01", "America/Gotham", "Z", "UTC+25", "GMT0", "0 0 0 31 2 ?", "* * * * * *",
			"a".repeat(501), "${env:HOME}", "${env:", "${env:NO SUCH}", "../../../../etc/passwd", "/dev/zero",
			"**/**/**/**/*", "[a-z]", "\\", "\u202e", "😀", "job: other", "rate: 10%", "rules:",
			"effective-from: 2026-01-01", "&x {y: *x}", "*x"));

	String of(SplittableRandom random) {
		return this.texts.get(random.nextInt(this.texts.size()));
	}

}
