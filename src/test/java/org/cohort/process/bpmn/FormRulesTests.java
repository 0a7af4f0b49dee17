package org.cohort.process.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The forms that Tasklist shows: a few words, a link, at most one choice, and never free text into the engine. */
class FormRulesTests {

	private static final Set<String> COMPONENTS = Set.of("text", "radio", "select");

	private static final Pattern LINK = Pattern.compile("\\[[A-Z][^\\]]+]\\(\\{\\{publicUrl}}/staff/[^)\\s]+\\)");

	static List<Path> forms() {
		return ProcessFiles.forms();
	}

	@ParameterizedTest
	@MethodSource("forms")
	void aFormIsNamedAsItsFileAndFitsTasklist(Path file) {
		JsonNode form = ProcessFiles.json(file);
		assertThat(form.path("id").asString()).isEqualTo(ProcessFiles.nameOf(file));
		assertThat(form.path("schemaVersion").asInt()).isEqualTo(16);
		assertThat(form.path("executionPlatform").asString()).isEqualTo("Camunda Cloud");
	}

	@ParameterizedTest
	@MethodSource("forms")
	void aFormIsUsed(Path file) {
		assertThat(ProcessFiles.diagrams().stream().flatMap(diagram -> diagram.all("formDefinition").stream())
			.map(form -> form.getAttribute("formId"))).contains(ProcessFiles.nameOf(file));
	}

	@ParameterizedTest
	@MethodSource("forms")
	void aFormTellsWhatToDoAndLinksToWhereItIsDone(Path file) {
		String text = components(file).getFirst().path("text").asString();
		assertThat(text).startsWith("# ").containsPattern(LINK);
		assertThat(text.replaceAll("\\(.*?\\)", "")).hasSizeLessThan(600);
	}

	@ParameterizedTest
	@MethodSource("forms")
	void aFormTakesNoFreeText(Path file) {
		assertThat(components(file)).extracting(component -> component.path("type").asString()).isSubsetOf(COMPONENTS);
		assertThat(keysOf(ProcessFiles.nameOf(file))).hasSizeLessThan(2);
	}

	@ParameterizedTest
	@MethodSource("forms")
	void aChoiceIsLabelledAndMustBeMadeUnlessItsDescriptionSaysOtherwise(Path file) {
		assertThat(components(file)).filteredOn(component -> component.has("key")).allSatisfy(choice -> {
			assertThat(choice.path("label").asString()).isNotBlank();
			assertThat(choice.path("validate").path("required").asBoolean(false)
					|| choice.path("description").asString("").contains("without a choice")).isTrue();
		});
	}

	/** The values of a choice are the ones that the flow asks for, or that a worker takes. */
	@ParameterizedTest
	@MethodSource("forms")
	void aChoiceOffersWhatTheProcessUnderstands(Path file) {
		String conditions = ProcessFiles.diagrams().stream()
			.flatMap(diagram -> diagram.all("conditionExpression").stream())
			.map(condition -> condition.getTextContent())
			.collect(Collectors.joining("\n"));
		for (String key : keysOf(ProcessFiles.nameOf(file))) {
			List<String> offered = Stream.of(component(file, key).path("values")).flatMap(JsonNode::valueStream)
				.map(value -> value.path("value").asString()).toList();
			var asked = Pattern.compile(key + " = \"([a-z-]+)\"").matcher(conditions);
			while (asked.find()) {
				assertThat(offered).contains(asked.group(1));
			}
		}
	}

	static List<String> keysOf(String form) {
		return components(ProcessFiles.FOLDER.resolve("forms").resolve(form + ".form")).stream()
			.filter(component -> component.has("key"))
			.map(component -> component.path("key").asString())
			.toList();
	}

	private static JsonNode component(Path file, String key) {
		return components(file).stream().filter(it -> it.path("key").asString("").equals(key)).findFirst().orElseThrow();
	}

	private static List<JsonNode> components(Path file) {
		return ProcessFiles.json(file).path("components").valueStream().toList();
	}
}
