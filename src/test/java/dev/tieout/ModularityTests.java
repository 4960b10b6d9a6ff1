package dev.tieout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** The house of docs/architecture.md stands as it is drawn there. */
class ModularityTests {

	private static final Set<String> CORE = Set.of("money", "identity", "program", "commission", "attribution");

	private static final Set<String> FEATURES = Set.of("orders", "connections", "affiliates", "ledger", "proof",
			"recount", "audit");

	/** What serves the features, and what each of it may know besides the core. */
	private static final Map<String, Set<String>> CELLAR = Map.of("bulk", Set.of(), "records", Set.of("bulk"),
			"customers", Set.of("bulk"), "configuration", Set.of());

	private static final Map<String, Set<String>> CORE_KNOWS = Map.of("money", Set.of(), "identity", Set.of(),
			"program", Set.of("money", "identity"), "commission", Set.of("money", "identity", "program"), "attribution",
			Set.of("money", "identity", "program", "commission"));

	private static final String[] CORE_PACKAGES = CORE.stream()
		.map((name) -> "dev.tieout." + name + "..")
		.toArray(String[]::new);

	@Test
	void modulesHaveNoCyclesAndUseWhatIsOffered() {
		ApplicationModules.of(TieoutApplication.class).verify();
	}

	@Test
	void everyPackageKnowsOnlyWhatItsFloorMayKnow() {
		Set<String> wrong = new TreeSet<>();
		for (JavaClass type : House.classes()) {
			for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
				String from = module(type);
				String to = module(dependency.getTargetClass());
				if (!from.isEmpty() && !to.isEmpty() && !from.equals(to) && !mayKnow(from).contains(to)) {
					wrong.add(from + " knows " + to + ": " + dependency.getDescription());
				}
			}
		}
		assertThat(wrong).isEmpty();
	}

	@Test
	void everyPackageStandsOnAFloor() {
		Set<String> packages = new TreeSet<>();
		House.classes().forEach((type) -> packages.add(module(type)));
		packages.remove("");
		packages.removeAll(CORE);
		packages.removeAll(FEATURES);
		packages.removeAll(CELLAR.keySet());
		packages.removeAll(Set.of("cli", "schedule", "monitoring", "console", "operations", "job", "database"));
		assertThat(packages).isEmpty();
	}

	/** One that is elsewhere would be left out without a word. */
	@Test
	void beansAreWhereTheyAreLookedFor() {
		String[] scanned = TieoutApplication.class.getAnnotation(SpringBootApplication.class).scanBasePackages();
		classes().that()
			.areMetaAnnotatedWith(Component.class)
			.and()
			.doNotHaveSimpleName("TieoutApplication")
			.should()
			.resideInAnyPackage(Stream.of(scanned).map((name) -> name + "..").toArray(String[]::new))
			.check(House.classes());
	}

	@Test
	void theCoreKnowsNoFramework() {
		noClasses().that()
			.resideInAnyPackage(CORE_PACKAGES)
			.should()
			.dependOnClassesThat()
			.resideOutsideOfPackages(withJava())
			.because("money must be judged by plain Java")
			.check(House.classes());
	}

	@Test
	void theCoreReadsNoClock() {
		noClasses().that()
			.resideInAnyPackage(CORE_PACKAGES)
			.should()
			.callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates
				.target(com.tngtech.archunit.core.domain.properties.HasName.Predicates
					.nameMatching("now|currentTimeMillis|nanoTime|systemDefault.*|systemUTC")))
			.because("an answer depends on its input and on nothing else")
			.check(House.classes());
		assertThat(
				List.of(Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class))
			.allSatisfy((type) -> assertThat(type.getMethods()).extracting("name").contains("now"));
	}

	@Test
	void anybodyElseAsksTheClockThatIsHandedIn() {
		noClasses().that()
			.resideInAnyPackage("dev.tieout..")
			.and()
			.doNotHaveSimpleName("TieoutApplication")
			.should()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(LocalDate.class, "now")
			.orShould()
			.callMethod(LocalDateTime.class, "now")
			.orShould()
			.callMethod(ZonedDateTime.class, "now")
			.check(House.classes());
	}

	@Test
	void readersOfFilesKnowNoDatabase() {
		noClasses().that()
			.resideInAnyPackage("dev.tieout.orders.file..", "dev.tieout.connections.file..",
					"dev.tieout.affiliates.file..", "dev.tieout.records", "dev.tieout.configuration..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework..")
			.check(House.classes());
	}

	@Test
	void doorsKnowNeitherStatementsNorSteps() {
		noClasses().that()
			.resideInAnyPackage("dev.tieout.cli..", "dev.tieout.schedule..", "dev.tieout.monitoring..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("javax.sql..", "org.springframework.jdbc..", "org.springframework.batch..")
			.check(House.classes());
	}

	@Test
	void aFeaturesModelIsPure() {
		classes().that()
			.resideInAnyPackage("dev.tieout.orders", "dev.tieout.connections", "dev.tieout.affiliates",
					"dev.tieout.ledger", "dev.tieout.proof", "dev.tieout.recount", "dev.tieout.audit",
					"dev.tieout.customers", "dev.tieout.records")
			.should()
			.onlyDependOnClassesThat()
			.resideOutsideOfPackages("java.sql..", "javax.sql..", "org.springframework..", "org.slf4j..",
					"dev.tieout..jdbc..", "dev.tieout..file..")
			.check(House.classes());
	}

	@Test
	void nobodyLeavesMoneyToFloatingPoint() {
		Map<String, List<String>> found = new TreeMap<>();
		for (JavaClass type : House.classes()) {
			if (CORE.contains(module(type))) {
				type.getFields()
					.stream()
					.filter((field) -> Set.of("double", "float").contains(field.getRawType().getName()))
					.forEach((field) -> found.computeIfAbsent(type.getName(), (key) -> new ArrayList<>())
						.add(field.getName()));
				type.getAccessesFromSelf()
					.stream()
					.map(JavaAccess::getTarget)
					.filter((target) -> target.getName().equals("doubleValue") || target.getName().equals("floatValue"))
					.forEach((target) -> found.computeIfAbsent(type.getName(), (key) -> new ArrayList<>())
						.add(target.getFullName()));
			}
		}
		assertThat(found).isEmpty();
	}

	private static Set<String> mayKnow(String module) {
		if (CORE.contains(module)) {
			return CORE_KNOWS.getOrDefault(module, Set.of());
		}
		Set<String> may = new TreeSet<>(CORE);
		if (CELLAR.containsKey(module)) {
			may.addAll(CELLAR.getOrDefault(module, Set.of()));
			return may;
		}
		if (module.equals("database")) {
			return Set.of();
		}
		if (module.equals("audit")) {
			return may;
		}
		if (FEATURES.contains(module)) {
			may.addAll(Set.of("records", "bulk"));
			return may;
		}
		may.addAll(FEATURES);
		may.addAll(CELLAR.keySet());
		if (module.equals("operations")) {
			may.add("job");
		}
		if (Set.of("cli", "schedule", "monitoring", "console").contains(module)) {
			may.retainAll(Set.of("audit", "proof", "recount", "identity", "attribution", "configuration"));
			may.add("operations");
		}
		return may;
	}

	private static String[] withJava() {
		List<String> packages = new ArrayList<>(List.of(CORE_PACKAGES));
		packages.addAll(
				List.of("java.lang..", "java.util..", "java.time..", "java.math..", "java.text..", "java.nio.charset..",
						"java.nio", "java.security..", "javax.crypto..", "java.io", "org.jspecify.annotations.."));
		return packages.toArray(String[]::new);
	}

	/**
	 * The part of a class's package below the base package, empty for the base package.
	 */
	private static String module(JavaClass type) {
		String name = type.getPackageName();
		if (!name.startsWith("dev.tieout.")) {
			return "";
		}
		String rest = name.substring("dev.tieout.".length());
		int dot = rest.indexOf('.');
		return (dot < 0) ? rest : rest.substring(0, dot);
	}

}
