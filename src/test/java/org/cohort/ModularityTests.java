package org.cohort;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/** The borders of the house: who may know whom, and the drawing of it in docs/modules.md. */
class ModularityTests {

	private static final ApplicationModules MODULES = ApplicationModules.of(CohortApplication.class);

	private static final JavaClasses CLASSES = new ClassFileImporter()
			.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("org.cohort");

	@Test
	void modulesUseOnlyEachOthersFrontDoorsAndFormNoCycle() {
		MODULES.verify();
	}

	@Test
	void onlyTheProcessModuleKnowsTheEngine() {
		noClasses().that().resideOutsideOfPackage("org.cohort.process..")
				.should().dependOnClassesThat().resideInAnyPackage("io.camunda..")
				.check(CLASSES);
	}

	@Test
	void nobodyImportsTheProcessModule() {
		noClasses().that().resideOutsideOfPackage("org.cohort.process..")
				.should().dependOnClassesThat().resideInAPackage("org.cohort.process..")
				.check(CLASSES);
	}

	@Test
	void purePoliciesKnowNoSpring() {
		noClasses().that().haveSimpleNameEndingWith("Policy")
				.or().resideInAnyPackage("org.cohort.selection.optimiser..", "org.cohort.selection.commandline..")
				.should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "java.sql..")
				.check(CLASSES);
	}

	@Test
	void timeComesFromTheInjectedClock() {
		noClasses().that().resideOutsideOfPackages("org.cohort.selection.optimiser..",
						"org.cohort.selection.commandline..")
				.should().callMethod(java.time.Instant.class, "now")
				.orShould().callMethod(java.time.LocalDate.class, "now")
				.orShould().callMethod(java.time.LocalDateTime.class, "now")
				.orShould().callMethod(java.time.ZonedDateTime.class, "now")
				.orShould().callMethod(java.time.OffsetDateTime.class, "now")
				.check(CLASSES);
	}

	/** docs/adr/0011-no-virtual-threads.md */
	@Test
	void nothingRunsOnVirtualThreads() {
		noClasses().should().callMethod(Thread.class, "ofVirtual")
				.orShould().callMethod(Thread.class, "startVirtualThread", Runnable.class)
				.orShould().callMethod(java.util.concurrent.Executors.class, "newVirtualThreadPerTaskExecutor")
				.check(CLASSES);
	}

	/** Run with {@code -Dcohort.docs.write=true} to draw it anew. */
	@Test
	void theDrawingOfTheModulesIsUpToDate() throws IOException {
		var drawing = drawing();
		var file = Path.of("docs/modules.md");
		if (Boolean.getBoolean("cohort.docs.write")) {
			Files.writeString(file, drawing);
		}
		assertThat(file).as("run mvn test -Dtest=ModularityTests -Dcohort.docs.write=true").hasContent(drawing);
	}

	private static String drawing() {
		var text = new StringBuilder("""
				# The modules

				Drawn by `ModularityTests` from the code: an arrow means «uses the front door of», a dotted one
				«listens to events of». `process` is left out of the drawing: it may use every front door, and
				nobody uses it.

				```mermaid
				flowchart LR
				""");
		var modules = MODULES.stream().sorted(java.util.Comparator.comparing(m -> m.getIdentifier().toString()))
				.filter(module -> !module.getIdentifier().toString().equals("process")).toList();
		modules.forEach(module -> text.append("  ").append(module.getIdentifier()).append('\n'));
		for (var module : modules) {
			uses(module).stream().sorted().forEach(other ->
					text.append("  ").append(module.getIdentifier()).append(" --> ").append(other).append('\n'));
		}
		return text.append("```\n\n| module | what it is for |\n|---|---|\n")
				.append(MODULES.stream().sorted(java.util.Comparator.comparing(m -> m.getIdentifier().toString()))
						.map(module -> "| `" + module.getIdentifier() + "` | " + purpose(module) + " |\n")
						.collect(Collectors.joining()))
				.toString();
	}

	private static java.util.Set<String> uses(ApplicationModule module) {
		return module.getDirectDependencies(MODULES, DependencyType.DEFAULT, DependencyType.USES_COMPONENT,
						DependencyType.ENTITY, DependencyType.EVENT_LISTENER)
				.uniqueModules().map(other -> other.getIdentifier().toString()).collect(Collectors.toSet());
	}

	/** The first sentence of the package's Javadoc. */
	private static String purpose(ApplicationModule module) {
		var file = Path.of("src/main/java", module.getBasePackage().getName().replace('.', '/'), "package-info.java");
		try {
			var text = Files.readString(file);
			var comment = text.substring(text.indexOf("/**") + 3, text.indexOf("*/"))
					.replaceAll("(?m)^\\s*\\*", " ").replaceAll("\\{@\\w+ ([^}]*)}", "$1").replaceAll("\\s+", " ").strip();
			var end = comment.indexOf(". ");
			return end < 0 ? comment : comment.substring(0, end + 1);
		}
		catch (IOException e) {
			return "";
		}
	}
}
