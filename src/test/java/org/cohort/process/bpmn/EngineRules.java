package org.cohort.process.bpmn;

import static org.cohort.process.bpmn.Diagram.id;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What Camunda 8.6 and newer need, and what has no surprise on them. */
final class EngineRules {

	static final List<Rule> ALL = List.of(
			new Rule("only elements that we use", EngineRules::elements),
			new Rule("a task for a worker has a type and may be tried again", EngineRules::jobs),
			new Rule("a user task is Camunda's, with a form, for somebody", EngineRules::userTasks),
			new Rule("a user task lets through no more than one choice", EngineRules::choices),
			new Rule("a message has a name and finds its process by an id", EngineRules::messages),
			new Rule("called processes and decisions exist and came with the diagram", EngineRules::calls),
			new Rule("a called process gets and returns what is listed", EngineRules::propagation),
			new Rule("a timer waits for a moment that the settings gave", EngineRules::timers),
			new Rule("a condition compares in a way that a missing value cannot break", EngineRules::comparisons),
			new Rule("several at once come from a list", EngineRules::multiInstances),
			new Rule("made for 8.6.0", EngineRules::platform));

	private static final Set<String> ELEMENTS = Set.of("startEvent", "endEvent", "intermediateCatchEvent",
			"boundaryEvent", "exclusiveGateway", "parallelGateway", "serviceTask", "sendTask", "userTask", "receiveTask",
			"businessRuleTask", "callActivity", "subProcess");

	private static final Pattern VARIABLE = Pattern.compile("=[a-z][A-Za-z]*(\\.[a-z][A-Za-z]*)?");

	/** {@code >} with a missing value is an incident even beside a default flow; {@code =} is just false. */
	private static final Pattern COMPARISON = Pattern
		.compile("[a-z][A-Za-z]* (=|!=) (\"[a-z-]*\"|null|true|false|\\d+)");

	private EngineRules() {
	}

	private static Stream<String> elements(Diagram diagram) {
		return diagram.flowNodes().stream()
			.filter(node -> !ELEMENTS.contains(node.getLocalName()))
			.map(diagram::where);
	}

	private static Stream<String> jobs(Diagram diagram) {
		return diagram.all("serviceTask", "sendTask").stream()
			.filter(task -> Xml.extension(task, "taskDefinition")
				.filter(job -> job.getAttribute("type").matches("[a-z]+(-[a-z]+)*"))
				.filter(job -> job.getAttribute("retries").matches("[1-9]"))
				.isEmpty())
			.map(diagram::where);
	}

	private static Stream<String> userTasks(Diagram diagram) {
		Set<String> forms = ProcessFiles.forms().stream().map(ProcessFiles::nameOf).collect(Collectors.toSet());
		return diagram.all("userTask").stream()
			.filter(task -> Xml.extension(task, "userTask").isEmpty()
					|| Xml.extension(task, "formDefinition")
						.filter(form -> forms.contains(form.getAttribute("formId")) && deployed(form)).isEmpty()
					|| Xml.extension(task, "assignmentDefinition")
						.filter(it -> Set.of("coordinators", "committee").contains(it.getAttribute("candidateGroups"))
								|| it.getAttribute("candidateUsers").matches("=\\[[a-z]+]"))
						.isEmpty())
			.map(diagram::where);
	}

	/** With an output mapping, whatever else is sent along when the task is completed stays behind. */
	private static Stream<String> choices(Diagram diagram) {
		return diagram.all("userTask").stream().filter(task -> {
			List<Element> fields = Xml.extension(task, "formDefinition").stream()
				.map(form -> form.getAttribute("formId"))
				.flatMap(form -> FormRulesTests.keysOf(form).stream())
				.flatMap(key -> Xml.all(task, "output").stream()
					.filter(output -> output.getAttribute("target").equals(key)))
				.toList();
			return fields.size() != Xml.all(task, "output").size() || Xml.extension(task, "formDefinition").stream()
				.anyMatch(form -> FormRulesTests.keysOf(form.getAttribute("formId")).size() != fields.size());
		}).map(diagram::where);
	}

	private static Stream<String> messages(Diagram diagram) {
		Set<String> starting = Xml.children(diagram.process(), "startEvent").stream()
			.flatMap(start -> diagram.messageOf(start).stream())
			.collect(Collectors.toSet());
		Stream<String> silent = diagram.all("messageEventDefinition", "receiveTask").stream()
			.filter(waiting -> waiting.getAttribute("messageRef").isEmpty())
			.map(diagram::where);
		Stream<String> unfindable = diagram.all("message").stream()
			.filter(message -> !id(message).equals("message-" + message.getAttribute("name"))
					|| Xml.extension(message, "subscription")
						.filter(it -> it.getAttribute("correlationKey").matches("=[a-z][A-Za-z]+"))
						.isEmpty() != starting.contains(message.getAttribute("name")))
			.map(diagram::where);
		return Stream.concat(silent, unfindable);
	}

	private static Stream<String> calls(Diagram diagram) {
		Set<String> processes = ProcessFiles.diagrams().stream().map(Diagram::name).collect(Collectors.toSet());
		Set<String> decisions = ProcessFiles.decisions().stream().map(ProcessFiles::nameOf).collect(Collectors.toSet());
		Stream<String> calls = diagram.all("callActivity").stream()
			.filter(call -> Xml.extension(call, "calledElement")
				.filter(called -> processes.contains(called.getAttribute("processId")) && deployed(called)).isEmpty())
			.map(diagram::where);
		Stream<String> rules = diagram.all("businessRuleTask").stream()
			.filter(task -> Xml.extension(task, "calledDecision")
				.filter(called -> decisions.contains(called.getAttribute("decisionId")) && deployed(called)).isEmpty())
			.map(diagram::where);
		return Stream.concat(calls, rules);
	}

	private static Stream<String> propagation(Diagram diagram) {
		return diagram.all("callActivity").stream()
			.filter(call -> Xml.extension(call, "calledElement")
				.filter(called -> called.getAttribute("propagateAllChildVariables").equals("false")
						&& called.getAttribute("propagateAllParentVariables").equals("false"))
				.isEmpty() || Xml.extension(call, "ioMapping").isEmpty())
			.map(diagram::where);
	}

	private static Stream<String> timers(Diagram diagram) {
		return diagram.all("timerEventDefinition").stream()
			.filter(timer -> Xml.child(timer, "timeDate")
				.filter(date -> VARIABLE.matcher(date.getTextContent()).matches()).isEmpty())
			.map(diagram::where);
	}

	private static Stream<String> comparisons(Diagram diagram) {
		return diagram.flows().stream()
			.filter(flow -> Xml.child(flow, "conditionExpression").filter(condition -> !isSafe(condition.getTextContent()))
				.isPresent())
			.map(diagram::where);
	}

	private static boolean isSafe(String condition) {
		return condition.startsWith("=") && Stream.of(condition.substring(1).split(" (and|or) "))
			.allMatch(part -> COMPARISON.matcher(part).matches());
	}

	private static Stream<String> multiInstances(Diagram diagram) {
		return diagram.all("multiInstanceLoopCharacteristics").stream()
			.filter(loop -> Xml.extension(loop, "loopCharacteristics")
				.filter(it -> VARIABLE.matcher(it.getAttribute("inputCollection")).matches()
						&& !it.getAttribute("inputElement").isEmpty())
				.isEmpty())
			.map(loop -> diagram.where((Element) loop.getParentNode()));
	}

	private static Stream<String> platform(Diagram diagram) {
		Element definitions = diagram.document().getDocumentElement();
		return Stream.of(definitions)
			.filter(it -> !it.getAttribute("modeler:executionPlatform").equals("Camunda Cloud")
					|| !it.getAttribute("modeler:executionPlatformVersion").equals("8.6.0"))
			.map(diagram::where);
	}

	private static boolean deployed(Element reference) {
		return reference.getAttribute("bindingType").equals("deployment");
	}
}
