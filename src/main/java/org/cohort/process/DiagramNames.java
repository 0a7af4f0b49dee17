package org.cohort.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What the elements of the diagrams are called, as whoever drew them named them. */
@Component
class DiagramNames {

	private final Map<String, Map<String, String>> names = new ConcurrentHashMap<>();

	/** The name of an element; of one that has none, its id with spaces. */
	String of(String processId, String elementId) {
		return names.computeIfAbsent(processId, DiagramNames::read).getOrDefault(elementId, elementId.replace('-', ' '));
	}

	/** Whether the diagram has this element. */
	boolean knows(String processId, String elementId) {
		return names.computeIfAbsent(processId, DiagramNames::read).containsKey(elementId);
	}

	private static Map<String, String> read(String processId) {
		try (InputStream file = new ClassPathResource("bpmn/" + processId + ".bpmn").getInputStream()) {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			Map<String, String> names = new HashMap<>();
			var elements = factory.newDocumentBuilder().parse(file).getElementsByTagName("*");
			for (int index = 0; index < elements.getLength(); index++) {
				Element element = (Element) elements.item(index);
				if (!element.getAttribute("name").isEmpty() && !element.getAttribute("id").isEmpty()) {
					names.put(element.getAttribute("id"), element.getAttribute("name"));
				}
			}
			return Map.copyOf(names);
		}
		catch (IOException | SAXException | ParserConfigurationException unreadable) {
			throw new IllegalStateException("The diagram of " + processId + " cannot be read", unreadable);
		}
	}
}
