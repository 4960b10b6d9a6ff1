package dev.tieout;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out of every other command what at most a process that serves needs. Even
 * conditions that fail take their time at each start.
 */
final class ServingOnly implements AutoConfigurationImportFilter, EnvironmentAware {

	private static final List<String> PACKAGES = List.of("org.springframework.boot.actuate.",
			"org.springframework.boot.health.", "org.springframework.boot.micrometer.",
			"org.springframework.boot.webmvc.", "org.springframework.boot.tomcat.", "org.springframework.boot.servlet.",
			"org.springframework.boot.http.", "org.springframework.boot.web.", "org.springframework.boot.quartz.",
			"org.springframework.boot.jackson.", "org.springframework.boot.flyway.",
			"org.springframework.boot.persistence.", "org.springframework.boot.transaction.jta.",
			"org.springframework.boot.autoconfigure.admin.", "org.springframework.boot.autoconfigure.aop.",
			"org.springframework.boot.autoconfigure.availability.", "org.springframework.boot.autoconfigure.info.",
			"org.springframework.boot.autoconfigure.jmx.", "org.springframework.boot.autoconfigure.ssl.",
			"org.springframework.boot.autoconfigure.task.");

	private boolean serves;

	@Override
	public void setEnvironment(Environment environment) {
		this.serves = environment.getProperty("tieout.serve", Boolean.class, false);
	}

	@Override
	public boolean[] match(@Nullable String[] names, AutoConfigurationMetadata metadata) {
		boolean[] wanted = new boolean[names.length];
		for (int i = 0; i < names.length; i++) {
			String name = names[i];
			wanted[i] = this.serves || name == null || PACKAGES.stream().noneMatch(name::startsWith);
		}
		return wanted;
	}

}
