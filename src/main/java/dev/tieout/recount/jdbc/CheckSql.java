package dev.tieout.recount.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import dev.tieout.recount.Check;

/**
 * The statement of a check. Its resource answers a row for everything it compares, with
 * what is expected and what is found; these go over all of them in the database and bring
 * out what differs.
 */
final class CheckSql {

	private static final String FOLDER = "/dev/tieout/recount/";

	private static final String COUNTED = """
			%s
			select count(*) as compared, count(*) filter (where expected is distinct from found) as differing
			  from (
			%s) x
			""";

	private static final String LISTED = """
			%s,
			differing as (
			    select order_no, file_no, line, subject, expected, found
			      from (
			%s) x
			     where expected is distinct from found
			     order by order_no, subject limit ?
			)
			select d.subject, d.expected, d.found,
			       coalesce((select coalesce(s.code, '?') || '/' || r.order_id
			                   from order_revision r left join store s using (store_no)
			                  where r.order_no = d.order_no limit 1), d.order_no::text, '') as order_name,
			       coalesce(f.name || coalesce(':' || d.line, ''), '') as place
			  from differing d left join input_file f using (file_no)
			 order by d.order_no, d.subject
			""";

	private CheckSql() {
	}

	static String counted(Check check) {
		return COUNTED.formatted(read("facts"), read(check.word()));
	}

	static String listed(Check check) {
		return LISTED.formatted(read("facts"), read(check.word()));
	}

	private static String read(String name) {
		String path = FOLDER + name + ".sql";
		try (InputStream in = Objects.requireNonNull(CheckSql.class.getResourceAsStream(path), path)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
