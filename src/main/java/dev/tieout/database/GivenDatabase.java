package dev.tieout.database;

import java.util.Map;
import java.util.Optional;

/**
 * The PostgreSQL that the environment names instead of the embedded one. With one login,
 * that is the owner, and work is done under the role <code>tieout_app</code>; with two,
 * the second is the owner.
 */
final class GivenDatabase {

	private static final String URL = "SPRING_DATASOURCE_URL";

	private static final String USER = "SPRING_DATASOURCE_USERNAME";

	private static final String PASSWORD = "SPRING_DATASOURCE_PASSWORD";

	private static final String OWNER = "SPRING_FLYWAY_USER";

	private static final String OWNER_PASSWORD = "SPRING_FLYWAY_PASSWORD";

	private GivenDatabase() {
	}

	/**
	 * Reads the environment.
	 * @param environment the variables' values by name
	 * @return how to reach the database, or empty if none is named
	 * @throws DatabaseUnavailableException if the variables do not go together
	 */
	static Optional<DatabaseAccess> from(Map<String, String> environment) {
		String url = value(environment, URL);
		String user = value(environment, USER);
		String owner = value(environment, OWNER);
		if (url.isEmpty()) {
			if (!user.isEmpty() || !owner.isEmpty()) {
				throw new DatabaseUnavailableException((user.isEmpty() ? OWNER : USER) + " is set, but " + URL
						+ " is not. Set it too, or neither for the embedded database.");
			}
			return Optional.empty();
		}
		if (!url.startsWith("jdbc:postgresql:")) {
			throw new DatabaseUnavailableException(
					URL + " must start with 'jdbc:postgresql:', such as 'jdbc:postgresql://host:5432/tieout'.");
		}
		Credentials application = new Credentials(user, value(environment, PASSWORD));
		return Optional.of(new DatabaseAccess(url,
				owner.isEmpty() ? application : new Credentials(owner, value(environment, OWNER_PASSWORD)),
				application));
	}

	private static String value(Map<String, String> environment, String name) {
		return environment.getOrDefault(name, "").strip();
	}

}
