package dev.tieout;

import java.util.stream.Stream;

import org.springframework.modulith.core.ApplicationModuleDetectionStrategy;
import org.springframework.modulith.core.ApplicationModuleInformation;
import org.springframework.modulith.core.JavaPackage;
import org.springframework.modulith.core.NamedInterfaces;

/**
 * A module of this house is a package right below the base package; what it offers stands
 * in it, in its {@code jdbc} and in its {@code file}.
 */
public final class TablesAndFilesAreOffered implements ApplicationModuleDetectionStrategy {

	@Override
	public Stream<JavaPackage> getModuleBasePackages(JavaPackage basePackage) {
		return ApplicationModuleDetectionStrategy.directSubPackage().getModuleBasePackages(basePackage);
	}

	@Override
	public NamedInterfaces detectNamedInterfaces(JavaPackage basePackage, ApplicationModuleInformation information) {
		return NamedInterfaces.builder(basePackage).matching("jdbc", "file").build();
	}

}
