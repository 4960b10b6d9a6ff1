package dev.tieout.cli;

import java.nio.file.Path;

import dev.tieout.operations.Operator;

/**
 * What every command works with.
 *
 * @param settings the options of every command
 * @param services where it gets the rest
 * @param console where it prints
 * @param termination what happens when the process is told to end
 */
record Workplace(Settings settings, Services services, Console console, Termination termination) {

	Path jobs() {
		return this.settings.jobs();
	}

	Operator operator() {
		return this.settings.operator();
	}

	Desk desk() {
		return this.services.desk(this.settings.data());
	}

	Engine engine() {
		return this.services.engine(this.settings.data());
	}

	Server server(int port) {
		return this.services.server(this.settings.data(), port);
	}

}
