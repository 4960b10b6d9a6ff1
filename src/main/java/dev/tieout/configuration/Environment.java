package dev.tieout.configuration;

import java.util.Optional;

/** Where {@code ${env:NAME}} finds its values. */
@FunctionalInterface
interface Environment {

	/** The process's own; a variable that is set to nothing counts as missing. */
	Environment PROCESS = (name) -> Optional.ofNullable(System.getenv(name)).filter((value) -> !value.isEmpty());

	Optional<String> variable(String name);

}
