package org.cohort.process.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** What a modeller picks from a list does what the worker expects, and the diagrams use it. */
class ElementTemplatesTests {

	static List<Path> templates() {
		return ProcessFiles.elementTemplates();
	}

	@ParameterizedTest
	@MethodSource("templates")
	void aTemplateIsOneForCamunda8AndNamedAsItsFile(Path file) {
		JsonNode template = ProcessFiles.json(file);
		assertThat(template.path("$schema").asString()).contains("@camunda/zeebe-element-templates-json-schema");
		assertThat(template.path("id").asString()).isEqualTo("org.cohort." + ProcessFiles.nameOf(file));
		assertThat(template.path("version").asInt()).isPositive();
		assertThat(template.path("name").asString()).isNotBlank();
		assertThat(template.path("description").asString()).isNotBlank();
		assertThat(template.path("engines").path("camunda").asString()).isEqualTo("^8.6");
		assertThat(template.path("appliesTo").valueStream().map(JsonNode::asString))
			.contains("bpmn:Task", template.path("elementType").path("value").asString());
	}

	@ParameterizedTest
	@MethodSource("templates")
	void aTemplateGivesItsTaskATypeThatTheDiagramsKnow(Path file) {
		assertThat(bound(file, "zeebe:taskDefinition", "type").map(it -> it.path("value").asString()))
			.hasValueSatisfying(type -> assertThat(ProcessFiles.jobTypes()).contains(type));
		assertThat(bound(file, "zeebe:taskDefinition", "retries").map(it -> it.path("value").asString())).hasValue("5");
	}

	@ParameterizedTest
	@MethodSource("templates")
	void everyPropertyIsExplainedAndBoundToSomethingOfItsOwn(Path file) {
		assertThat(properties(file)).extracting(it -> it.path("binding").toString()).doesNotHaveDuplicates();
		assertThat(properties(file)).filteredOn(it -> !it.path("type").asString().equals("Hidden")).allSatisfy(it -> {
			assertThat(it.path("label").asString()).isNotBlank();
			assertThat(it.path("description").asString()).isNotBlank();
		});
	}

	@Test
	void everyTaskForAWorkerThatHasATemplateUsesIt() {
		Map<String, Path> byType = new TreeMap<>();
		templates().forEach(file -> byType
			.put(bound(file, "zeebe:taskDefinition", "type").orElseThrow().path("value").asString(), file));
		assertThat(tasks()).filteredOn(task -> byType.containsKey(type(task))).isNotEmpty().allSatisfy(task -> {
			JsonNode template = ProcessFiles.json(byType.get(type(task)));
			assertThat(task.getAttribute("zeebe:modelerTemplate")).isEqualTo(template.path("id").asString());
			assertThat(task.getAttribute("zeebe:modelerTemplateVersion"))
				.isEqualTo(Integer.toString(template.path("version").asInt()));
		});
		assertThat(tasks()).filteredOn(task -> !byType.containsKey(type(task)))
			.allSatisfy(task -> assertThat(task.hasAttribute("zeebe:modelerTemplate")).isFalse());
	}

	@ParameterizedTest
	@MethodSource("templates")
	void aTaskMadeFromATemplateIsFilledInAsTheTemplateAllows(Path file) {
		Map<String, JsonNode> headers = properties(file).stream()
			.filter(it -> it.path("binding").path("type").asString().equals("zeebe:taskHeader"))
			.collect(Collectors.toMap(it -> it.path("binding").path("key").asString(), it -> it));
		Set<String> required = headers.entrySet().stream()
			.filter(header -> !header.getValue().path("optional").asBoolean(false))
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
		assertThat(tasks()).filteredOn(task -> task.getAttribute("zeebe:modelerTemplate")
			.equals("org.cohort." + ProcessFiles.nameOf(file))).isNotEmpty().allSatisfy(task -> {
				Map<String, String> filled = headersOf(task);
				assertThat(headers.keySet()).containsAll(filled.keySet());
				assertThat(filled.keySet()).containsAll(required);
				filled.forEach((key, value) -> assertThat(allows(headers.get(key), value))
					.as("%s = %s", key, value).isTrue());
			});
	}

	private static boolean allows(JsonNode property, String value) {
		Stream<String> choices = property.path("choices").valueStream().map(choice -> choice.path("value").asString());
		String pattern = property.path("constraints").path("pattern").path("value").asString(".*");
		return value.matches(pattern)
				&& (!property.has("choices") || choices.anyMatch(value::equals));
	}

	static List<Element> tasks() {
		return ProcessFiles.diagrams().stream()
			.flatMap(diagram -> diagram.all("serviceTask", "sendTask").stream())
			.toList();
	}

	static String type(Element task) {
		return Xml.extension(task, "taskDefinition").orElseThrow().getAttribute("type");
	}

	static Map<String, String> headersOf(Element task) {
		return Xml.all(task, "header").stream()
			.collect(Collectors.toMap(it -> it.getAttribute("key"), it -> it.getAttribute("value")));
	}

	private static Optional<JsonNode> bound(Path file, String type, String property) {
		return properties(file).stream()
			.filter(it -> it.path("binding").path("type").asString().equals(type)
					&& it.path("binding").path("property").asString().equals(property))
			.findFirst();
	}

	private static List<JsonNode> properties(Path file) {
		return ProcessFiles.json(file).path("properties").valueStream().toList();
	}
}
