package org.cohort.process.bpmn;

import static org.cohort.process.bpmn.Diagram.id;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Task = verb and object, event = past tense, gateway = question, ids in kebab-case. */
final class NameRules {

	static final List<Rule> ALL = List.of(
			new Rule("ids are in kebab-case and told apart", NameRules::ids),
			new Rule("the process is called as the file, can run, and says what it is for", NameRules::process),
			new Rule("a task is named by a verb and its object", NameRules::tasks),
			new Rule("an event is named by what has happened", NameRules::events),
			new Rule("a gateway that chooses asks a question, other gateways are silent", NameRules::gateways),
			new Rule("every flow that is chosen is labelled, no other", NameRules::flows));

	private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

	private static final Pattern PAST = Pattern.compile(".*\\b(\\w+ed|sent|fell|began|written|told|found|withdrawn)\\b.*");

	private NameRules() {
	}

	private static Stream<String> ids(Diagram diagram) {
		Set<String> seen = new HashSet<>();
		return diagram.elements().stream()
			.filter(element -> element.hasAttribute("id"))
			.filter(element -> !KEBAB.matcher(id(element)).matches() || !seen.add(id(element)))
			.map(diagram::where);
	}

	private static Stream<String> process(Diagram diagram) {
		Element process = diagram.process();
		return Stream.of(process)
			.filter(it -> !id(it).equals(diagram.name()) || name(it).isEmpty()
					|| !it.getAttribute("isExecutable").equals("true") || Xml.child(it, "documentation").isEmpty())
			.map(diagram::where);
	}

	private static Stream<String> tasks(Diagram diagram) {
		return diagram.flowNodes().stream()
			.filter(node -> Diagram.isTask(node) || node.getLocalName().equals("subProcess"))
			.filter(node -> !name(node).matches("[A-Z][a-z]+ .+") || name(node).split(" ")[0].endsWith("ed"))
			.map(diagram::where);
	}

	private static Stream<String> events(Diagram diagram) {
		return diagram.flowNodes().stream()
			.filter(Diagram::isEvent)
			.filter(node -> !name(node).matches("[A-Z].+ .+") || !PAST.matcher(name(node)).matches())
			.map(diagram::where);
	}

	private static Stream<String> gateways(Diagram diagram) {
		return diagram.flowNodes().stream()
			.filter(Diagram::isGateway)
			.filter(node -> chooses(diagram, node) ? !name(node).matches("[A-Z].+\\?") : !name(node).isEmpty())
			.map(diagram::where);
	}

	private static Stream<String> flows(Diagram diagram) {
		return diagram.flows().stream()
			.filter(flow -> name(flow).isEmpty() == chooses(diagram, diagram.byId(flow.getAttribute("sourceRef"))))
			.map(diagram::where);
	}

	private static boolean chooses(Diagram diagram, Element node) {
		return node.getLocalName().equals("exclusiveGateway") && diagram.outOf(node).size() > 1;
	}

	private static String name(Element element) {
		return element.getAttribute("name");
	}
}
