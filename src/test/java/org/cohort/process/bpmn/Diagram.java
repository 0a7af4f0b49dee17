package org.cohort.process.bpmn;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * One file with one process.
 *
 * @param name of the file without its ending, which is also the id of the process
 * @param elements everything of the file, in its order
 */
record Diagram(String name, String source, Document document, List<Element> elements) {

	private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

	private static final Set<String> TASKS = Set.of("task", "serviceTask", "sendTask", "userTask", "receiveTask",
			"businessRuleTask", "scriptTask", "manualTask", "callActivity");

	private static final Set<String> EVENTS = Set.of("startEvent", "endEvent", "intermediateCatchEvent",
			"intermediateThrowEvent", "boundaryEvent");

	private static final Set<String> GATEWAYS = Set.of("exclusiveGateway", "parallelGateway", "inclusiveGateway",
			"eventBasedGateway");

	static Diagram of(String name, String source) {
		Document document = Xml.parse(source);
		return new Diagram(name, source, document, List.copyOf(Xml.all(document, "*")));
	}

	Element process() {
		return all("process").getFirst();
	}

	/** The process and its subprocesses: where flow elements stand. */
	List<Element> scopes() {
		return Stream.concat(Stream.of(process()), all("subProcess").stream()).toList();
	}

	/** Everything a token can stand on. */
	List<Element> flowNodes() {
		return elements.stream().filter(Diagram::isFlowNode).toList();
	}

	List<Element> flows() {
		return all("sequenceFlow");
	}

	/** The zeebe extension of a user task has the name of what it extends, and is not one. */
	List<Element> all(String type) {
		return elements.stream()
			.filter(element -> type.equals(element.getLocalName()))
			.filter(element -> !type.equals("userTask") || BPMN.equals(element.getNamespaceURI()))
			.toList();
	}

	List<Element> all(String type, String other) {
		return Stream.concat(all(type).stream(), all(other).stream()).toList();
	}

	Element byId(String id) {
		return elements.stream().filter(element -> id.equals(element.getAttribute("id"))).findFirst()
			.orElseThrow(() -> new AssertionError("There is no «%s» in %s".formatted(id, name)));
	}

	List<Element> into(Element node) {
		return flows().stream().filter(flow -> flow.getAttribute("targetRef").equals(id(node))).toList();
	}

	List<Element> outOf(Element node) {
		return flows().stream().filter(flow -> flow.getAttribute("sourceRef").equals(id(node))).toList();
	}

	/** The names of the messages that this element waits for or starts with. */
	Optional<String> messageOf(Element element) {
		return Stream.of(element.getAttribute("messageRef"),
				Xml.child(element, "messageEventDefinition").map(event -> event.getAttribute("messageRef")).orElse(""))
			.filter(reference -> !reference.isEmpty())
			.findFirst()
			.map(reference -> byId(reference).getAttribute("name"));
	}

	Set<String> jobTypes() {
		return all("taskDefinition").stream().map(task -> task.getAttribute("type")).collect(Collectors.toSet());
	}

	Set<String> messages() {
		return all("message").stream().map(message -> message.getAttribute("name")).collect(Collectors.toSet());
	}

	static boolean isTask(Element element) {
		return TASKS.contains(element.getLocalName());
	}

	static boolean isEvent(Element element) {
		return EVENTS.contains(element.getLocalName());
	}

	static boolean isGateway(Element element) {
		return GATEWAYS.contains(element.getLocalName());
	}

	static boolean isEventSubprocess(Element element) {
		return "true".equals(element.getAttribute("triggeredByEvent"));
	}

	static boolean isFlowNode(Element element) {
		return BPMN.equals(element.getNamespaceURI()) && isNode(element);
	}

	private static boolean isNode(Element element) {
		return isTask(element) || isEvent(element) || isGateway(element) || "subProcess".equals(element.getLocalName());
	}

	static String id(Element element) {
		return element.getAttribute("id");
	}

	/** For messages: where it is and what it is called. */
	String where(Element element) {
		return "%s.bpmn, %s".formatted(name, id(element));
	}

	@Override
	public String toString() {
		return name;
	}
}
