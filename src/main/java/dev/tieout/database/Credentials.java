package dev.tieout.database;

/**
 * A database login.
 *
 * @param user the login's name; empty leaves it to the driver
 * @param password its password; empty where the server asks for none
 */
record Credentials(String user, String password) {

	@Override
	public String toString() {
		return this.user;
	}

}
