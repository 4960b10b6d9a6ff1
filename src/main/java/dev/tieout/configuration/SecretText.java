package dev.tieout.configuration;

/**
 * Text that may hold a secret from the environment. It prints as it was written, with
 * {@code ${env:NAME}} in the secret's place.
 *
 * @param written what stands in the file: safe to show and to store
 * @param value what to use: never to be shown or stored
 */
public record SecretText(String written, String value) {

	@Override
	public String toString() {
		return this.written;
	}

}
