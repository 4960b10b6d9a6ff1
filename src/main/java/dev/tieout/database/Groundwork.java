package dev.tieout.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands before the first migration: the role that works, the schema, and the right
 * of the application's login to act as that role.
 */
final class Groundwork {

	private static final String NO_RIGHT = "42501";

	private final Connection owner;

	private final DatabaseAccess access;

	/** What the owner may not do itself. */
	private final List<String> wanted = new ArrayList<>();

	Groundwork(Connection owner, DatabaseAccess access) {
		this.owner = owner;
		this.access = access;
	}

	/**
	 * Lays what is missing.
	 * @throws SQLException if the server fails
	 * @throws DatabaseUnavailableException if the owner lacks rights, with all the
	 * statements that an administrator has to run
	 */
	void lay() throws SQLException {
		String role = DatabaseAccess.APPLICATION_ROLE;
		String schema = DatabaseAccess.SCHEMA;
		if (!holds("select exists (select from pg_roles where rolname = '" + role + "')")) {
			// Another database of the server may be at the same point.
			attempt("do $$ begin create role " + role
					+ " nologin; exception when duplicate_object or unique_violation then null; end $$",
					"create role " + role + " nologin;");
		}
		String login = ask("select " + (this.access.application().user().isEmpty() ? "session_user::text"
				: literal(this.access.application().user())));
		if (!login.equals(role) && !holds(mayAct(login))) {
			attempt("grant " + role + " to " + identifier(login));
		}
		if (!holds("select to_regnamespace('" + schema + "') is not null")) {
			attempt("create schema " + schema,
					"create schema " + schema + " authorization " + identifier(ask("select session_user::text")) + ";");
		}
		if (!this.wanted.isEmpty()) {
			throw new DatabaseUnavailableException("The user '" + this.access.owner()
					+ "' may not prepare the database at " + this.access.place()
					+ ". An administrator has to run, in that database:\n  " + String.join("\n  ", this.wanted));
		}
	}

	private static String mayAct(String login) {
		return "select coalesce((select pg_has_role(l.oid, r.oid, 'member') from pg_roles l, pg_roles r where l.rolname = "
				+ literal(login) + " and r.rolname = '" + DatabaseAccess.APPLICATION_ROLE + "'), false)";
	}

	private void attempt(String sql) throws SQLException {
		attempt(sql, sql + ";");
	}

	private void attempt(String sql, String forAdministrator) throws SQLException {
		try (Statement statement = this.owner.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			if (!NO_RIGHT.equals(ex.getSQLState()) && this.wanted.isEmpty()) {
				throw ex;
			}
			this.wanted.add(forAdministrator);
		}
	}

	private boolean holds(String query) throws SQLException {
		return "t".equals(ask(query));
	}

	private String ask(String query) throws SQLException {
		try (Statement statement = this.owner.createStatement(); ResultSet row = statement.executeQuery(query)) {
			row.next();
			return String.valueOf(row.getString(1));
		}
	}

	private static String literal(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

	private static String identifier(String name) {
		return "\"" + name.replace("\"", "\"\"") + "\"";
	}

}
