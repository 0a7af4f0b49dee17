package org.cohort.process.bpmn;

import static org.cohort.process.bpmn.Diagram.id;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The picture: everything is drawn, nothing lies on anything else, and one reads from left to right. */
final class LayoutRules {

	static final List<Rule> ALL = List.of(
			new Rule("everything is drawn", LayoutRules::undrawn),
			new Rule("what has a name beside it has a place for the name", LayoutRules::unlabelled),
			new Rule("shapes keep apart", LayoutRules::shapes),
			new Rule("names keep apart from each other and from shapes", LayoutRules::names),
			new Rule("flows go straight, and around shapes and names", LayoutRules::obstacles),
			new Rule("flows do not cross", LayoutRules::crossings),
			new Rule("a scope holds what is in it", LayoutRules::scopes),
			new Rule("one reads from left to right, but for loops", LayoutRules::backwards));

	/** The corners of a diamond's box are empty. */
	private static final double CORNER = 9;

	private LayoutRules() {
	}

	private static Stream<String> undrawn(Diagram diagram) {
		Layout layout = Layout.of(diagram);
		return Stream.concat(
				diagram.flowNodes().stream().filter(node -> !layout.shapes().containsKey(id(node))),
				diagram.flows().stream().filter(flow -> layout.lines().getOrDefault(id(flow), List.of()).isEmpty()))
			.map(diagram::where);
	}

	private static Stream<String> unlabelled(Diagram diagram) {
		Layout layout = Layout.of(diagram);
		return Stream.concat(diagram.flows().stream(),
				diagram.flowNodes().stream().filter(node -> Diagram.isEvent(node) || Diagram.isGateway(node)))
			.filter(element -> !element.getAttribute("name").isEmpty() && !layout.labels().containsKey(id(element)))
			.map(diagram::where);
	}

	private static Stream<String> shapes(Diagram diagram) {
		List<Entry<String, Box>> shapes = List.copyOf(Layout.of(diagram).shapes().entrySet());
		List<String> broken = new ArrayList<>();
		for (int i = 0; i < shapes.size(); i++) {
			for (int j = i + 1; j < shapes.size(); j++) {
				Element one = diagram.byId(shapes.get(i).getKey());
				Element other = diagram.byId(shapes.get(j).getKey());
				if (shapes.get(i).getValue().meets(shapes.get(j).getValue()) && !belong(one, other)
						&& !belong(other, one)) {
					broken.add(diagram.where(one) + " and " + id(other));
				}
			}
		}
		return broken.stream();
	}

	/** A boundary event sits on its host, and a subprocess lies under its contents. */
	private static boolean belong(Element one, Element other) {
		return one.getAttribute("attachedToRef").equals(id(other)) || within(one, other);
	}

	private static boolean within(Element inner, Element outer) {
		return outer.getLocalName().equals("subProcess") && Xml.all(outer, "*").contains(inner);
	}

	private static Stream<String> names(Diagram diagram) {
		Layout layout = Layout.of(diagram);
		List<Entry<String, Box>> labels = List.copyOf(layout.labels().entrySet());
		Map<String, Box> solid = solid(diagram, layout);
		List<String> broken = new ArrayList<>();
		for (int i = 0; i < labels.size(); i++) {
			for (int j = i + 1; j < labels.size(); j++) {
				if (labels.get(i).getValue().meets(labels.get(j).getValue())) {
					broken.add(diagram.name() + ": " + labels.get(i).getKey() + " and " + labels.get(j).getKey());
				}
			}
			for (Entry<String, Box> shape : solid.entrySet()) {
				if (labels.get(i).getValue().meets(shape.getValue())) {
					broken.add(diagram.name() + ": " + labels.get(i).getKey() + " on " + shape.getKey());
				}
			}
		}
		return broken.stream();
	}

	private static Map<String, Box> solid(Diagram diagram, Layout layout) {
		Map<String, Box> solid = new LinkedHashMap<>();
		layout.shapes().forEach((id, box) -> {
			Element element = diagram.byId(id);
			if (!element.getLocalName().equals("subProcess")) {
				solid.put(id, Diagram.isGateway(element) ? box.shrunkBy(CORNER) : box);
			}
		});
		return solid;
	}

	private static Stream<String> obstacles(Diagram diagram) {
		Layout layout = Layout.of(diagram);
		Map<String, Box> solid = solid(diagram, layout);
		List<String> broken = new ArrayList<>();
		layout.lines().forEach((flow, stretches) -> {
			Element drawn = diagram.byId(flow);
			Set<String> ends = Set.of(drawn.getAttribute("sourceRef"), drawn.getAttribute("targetRef"));
			for (Box stretch : stretches) {
				if (stretch.width() != 0 && stretch.height() != 0) {
					broken.add(diagram.where(drawn) + " is aslant");
				}
				solid.forEach((id, box) -> {
					if (!ends.contains(id) && stretch.meets(box)) {
						broken.add(diagram.where(drawn) + " runs through " + id);
					}
				});
				layout.labels().forEach((id, box) -> {
					if (stretch.meets(box)) {
						broken.add(diagram.where(drawn) + " runs through the name of " + id);
					}
				});
			}
		});
		return broken.stream();
	}

	private static Stream<String> crossings(Diagram diagram) {
		List<Entry<String, List<Box>>> lines = List.copyOf(Layout.of(diagram).lines().entrySet());
		List<String> broken = new ArrayList<>();
		for (int i = 0; i < lines.size(); i++) {
			for (int j = i + 1; j < lines.size(); j++) {
				List<Box> others = lines.get(j).getValue();
				if (lines.get(i).getValue().stream().anyMatch(one -> others.stream().anyMatch(one::meets))) {
					broken.add(diagram.name() + ": " + lines.get(i).getKey() + " and " + lines.get(j).getKey());
				}
			}
		}
		return broken.stream();
	}

	private static Stream<String> scopes(Diagram diagram) {
		Layout layout = Layout.of(diagram);
		List<String> broken = new ArrayList<>();
		for (Element scope : diagram.all("subProcess")) {
			Box outer = layout.shapes().get(id(scope));
			for (Element inner : Xml.all(scope, "*")) {
				Stream.of(layout.shapes().get(id(inner)), layout.labels().get(id(inner)))
					.filter(box -> box != null && outer != null && !outer.contains(box))
					.forEach(box -> broken.add(diagram.where(inner) + " sticks out of " + id(scope)));
			}
		}
		return broken.stream();
	}

	private static Stream<String> backwards(Diagram diagram) {
		Layout layout = Layout.of(diagram);
		return diagram.flows().stream().filter(flow -> {
			Box from = layout.shapes().get(flow.getAttribute("sourceRef"));
			Box to = layout.shapes().get(flow.getAttribute("targetRef"));
			return from != null && to != null && to.right() < from.left()
					&& !leadsTo(diagram, flow.getAttribute("targetRef"), flow.getAttribute("sourceRef"), new HashSet<>());
		}).map(diagram::where);
	}

	private static boolean leadsTo(Diagram diagram, String from, String to, Set<String> seen) {
		if (from.equals(to)) {
			return true;
		}
		if (!seen.add(from)) {
			return false;
		}
		Stream<String> next = diagram.flows().stream()
			.filter(flow -> flow.getAttribute("sourceRef").equals(from))
			.map(flow -> flow.getAttribute("targetRef"));
		Stream<String> boundary = diagram.all("boundaryEvent").stream()
			.filter(event -> event.getAttribute("attachedToRef").equals(from))
			.map(Diagram::id);
		return Stream.concat(next, boundary).anyMatch(node -> leadsTo(diagram, node, to, seen));
	}
}
