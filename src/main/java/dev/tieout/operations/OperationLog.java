package dev.tieout.operations;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the numbered record of every command that changes something. */
final class OperationLog {

	private final JdbcClient jdbc;

	OperationLog(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds a record in the caller's transaction. */
	int add(Operator operator, String verb, String detail, String reason, Optional<Integer> run) {
		return this.jdbc.sql("""
				insert into operation (at, operator, operator_as, verb, detail, reason, run_no)
				values (now(), ?, ?, ?, ?, nullif(?, ''), ?) returning operation_no
				""")
			.param(operator.user())
			.param(operator.as().orElse(null))
			.param(verb)
			.param(detail)
			.param(reason)
			.param(run.orElse(null))
			.query(Integer.class)
			.single();
	}

}
