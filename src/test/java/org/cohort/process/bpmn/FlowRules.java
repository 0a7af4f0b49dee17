package org.cohort.process.bpmn;

import static org.cohort.process.bpmn.Diagram.id;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** How elements hang together: what a token may do must be visible in the picture. */
final class FlowRules {

	static final List<Rule> ALL = List.of(
			new Rule("only gateways split", FlowRules::implicitSplits),
			new Rule("only gateways join", FlowRules::implicitJoins),
			new Rule("a gateway splits or joins, and never both or neither", FlowRules::confusedGateways),
			new Rule("everything can be reached from a start", FlowRules::unreachable),
			new Rule("everything leads on, or is an end", FlowRules::deadEnds),
			new Rule("every scope has one start", FlowRules::starts),
			new Rule("an exclusive gateway knows when to take each flow", FlowRules::conditions),
			new Rule("flows know their ends and the ends know them", FlowRules::references));

	private FlowRules() {
	}

	private static Stream<String> implicitSplits(Diagram diagram) {
		return diagram.flowNodes().stream()
			.filter(node -> !Diagram.isGateway(node) && diagram.outOf(node).size() > 1)
			.map(diagram::where);
	}

	private static Stream<String> implicitJoins(Diagram diagram) {
		return diagram.flowNodes().stream()
			.filter(node -> !Diagram.isGateway(node) && diagram.into(node).size() > 1)
			.map(diagram::where);
	}

	private static Stream<String> confusedGateways(Diagram diagram) {
		return diagram.flowNodes().stream()
			.filter(Diagram::isGateway)
			.filter(node -> diagram.outOf(node).size() > 1 == diagram.into(node).size() > 1)
			.map(diagram::where);
	}

	private static Stream<String> unreachable(Diagram diagram) {
		Set<String> reached = new HashSet<>();
		Deque<Element> waiting = new ArrayDeque<>(diagram.all("startEvent"));
		while (!waiting.isEmpty()) {
			Element node = waiting.pop();
			if (reached.add(id(node))) {
				diagram.outOf(node).forEach(flow -> waiting.add(diagram.byId(flow.getAttribute("targetRef"))));
				diagram.all("boundaryEvent").stream()
					.filter(event -> event.getAttribute("attachedToRef").equals(id(node)))
					.forEach(waiting::add);
			}
		}
		return diagram.flowNodes().stream()
			.filter(node -> !Diagram.isEventSubprocess(node) && !reached.contains(id(node)))
			.map(diagram::where);
	}

	private static Stream<String> deadEnds(Diagram diagram) {
		return diagram.flowNodes().stream()
			.filter(node -> !Diagram.isEventSubprocess(node))
			.filter(node -> node.getLocalName().equals("endEvent") != diagram.outOf(node).isEmpty())
			.map(diagram::where);
	}

	private static Stream<String> starts(Diagram diagram) {
		return diagram.scopes().stream()
			.filter(scope -> Xml.children(scope, "startEvent").size() != 1 || Xml.children(scope, "endEvent").isEmpty())
			.map(diagram::where);
	}

	private static Stream<String> conditions(Diagram diagram) {
		return diagram.all("exclusiveGateway").stream()
			.filter(gateway -> diagram.outOf(gateway).size() > 1)
			.flatMap(gateway -> diagram.outOf(gateway).stream()
				.filter(flow -> Xml.child(flow, "conditionExpression").isPresent()
						== gateway.getAttribute("default").equals(id(flow))))
			.map(diagram::where);
	}

	private static Stream<String> references(Diagram diagram) {
		return diagram.flowNodes().stream()
			.filter(node -> !texts(node, "incoming").equals(ids(diagram.into(node)))
					|| !texts(node, "outgoing").equals(ids(diagram.outOf(node))))
			.map(diagram::where);
	}

	private static Set<String> texts(Element node, String name) {
		Set<String> texts = new HashSet<>();
		Xml.children(node, name).forEach(child -> texts.add(child.getTextContent().strip()));
		return texts;
	}

	private static Set<String> ids(List<Element> flows) {
		Set<String> ids = new HashSet<>();
		flows.forEach(flow -> ids.add(id(flow)));
		return ids;
	}
}
