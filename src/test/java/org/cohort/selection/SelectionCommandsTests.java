package org.cohort.selection;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.ortools.sat.CpModel;
import com.google.protobuf.Message;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** In the package the commands see few of the jars: they must use no other. */
class SelectionCommandsTests {

	@Test
	void theCommandsUseNoLibraryThatTheyDoNotSee() {
		JavaClasses commands = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("org.cohort.selection.commandline", "org.cohort.selection.optimiser", "org.cohort.solver");

		classes().should().onlyDependOnClassesThat().resideInAnyPackage("java..", "javax.crypto..",
				"com.google.ortools..", "com.google.protobuf..", "tools.jackson.core..", "tools.jackson.databind..",
				"org.jspecify.annotations..", "org.cohort.selection.commandline", "org.cohort.selection.optimiser",
				"org.cohort.solver").check(commands);
	}

	@ParameterizedTest
	@ValueSource(classes = { CpModel.class, Message.class, JsonMapper.class, JacksonException.class, JsonProperty.class,
			Nullable.class })
	void theCommandsSeeTheLibrariesThatTheyUse(Class<?> used) {
		String jar = used.getProtectionDomain().getCodeSource().getLocation().getPath().replaceAll(".*/", "");

		assertThat(SelectionCommands.needed("nested:/srv/cohort.jar/!BOOT-INF/lib/" + jar + "!/")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "classes/", "lib/ortools-linux-x86-64-9.15.6755.jar", "lib/ortools-darwin-aarch64-9.15.jar" })
	void theCommandsSeeTheirOwnClassesAndTheSolver(String path) {
		assertThat(SelectionCommands.needed("nested:/srv/cohort.jar/!BOOT-INF/" + path + "!/")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring-core-7.0.1.jar", "jackson-dataformat-yaml-3.1.5.jar", "camunda-client-java-8.6.jar" })
	void theCommandsDoNotSeeTheRest(String jar) {
		assertThat(SelectionCommands.needed("nested:/srv/cohort.jar/!BOOT-INF/lib/" + jar + "!/")).isFalse();
	}
}
