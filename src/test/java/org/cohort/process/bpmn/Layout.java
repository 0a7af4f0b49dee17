package org.cohort.process.bpmn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * Where everything of a diagram is drawn, by the ids of what is drawn.
 *
 * @param lines the stretches of each flow, in order
 */
record Layout(Map<String, Box> shapes, Map<String, List<Box>> lines, Map<String, Box> labels) {

	static Layout of(Diagram diagram) {
		Map<String, Box> shapes = new LinkedHashMap<>();
		Map<String, List<Box>> lines = new LinkedHashMap<>();
		Map<String, Box> labels = new LinkedHashMap<>();
		for (Element shape : diagram.all("BPMNShape")) {
			Xml.child(shape, "Bounds").ifPresent(bounds -> shapes.put(drawn(shape), Box.of(bounds)));
			label(shape, labels);
		}
		for (Element edge : diagram.all("BPMNEdge")) {
			List<Element> points = Xml.children(edge, "waypoint");
			List<Box> stretches = new ArrayList<>();
			for (int i = 1; i < points.size(); i++) {
				stretches.add(Box.between(points.get(i - 1), points.get(i)));
			}
			lines.put(drawn(edge), stretches);
			label(edge, labels);
		}
		return new Layout(shapes, lines, labels);
	}

	private static void label(Element drawing, Map<String, Box> labels) {
		Xml.child(drawing, "BPMNLabel").flatMap(label -> Xml.child(label, "Bounds"))
			.ifPresent(bounds -> labels.put(drawn(drawing), Box.of(bounds)));
	}

	private static String drawn(Element drawing) {
		return drawing.getAttribute("bpmnElement");
	}
}
