package org.cohort.process.bpmn;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads XML by local names. */
final class Xml {

	private Xml() {
	}

	static Document parse(String text) {
		try {
			var factory = DocumentBuilderFactory.newInstance();
			factory.setNamespaceAware(true);
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (Exception unreadable) {
			throw new IllegalArgumentException("Not readable as XML: " + unreadable.getMessage(), unreadable);
		}
	}

	/** Every element below with this local name, at any depth. */
	static List<Element> all(Document document, String name) {
		return elements(document.getElementsByTagNameNS("*", name));
	}

	static List<Element> all(Element above, String name) {
		return elements(above.getElementsByTagNameNS("*", name));
	}

	/** The elements directly below. */
	static List<Element> children(Element parent) {
		return elements(parent.getChildNodes());
	}

	static List<Element> children(Element parent, String name) {
		return children(parent).stream().filter(child -> name.equals(child.getLocalName())).toList();
	}

	static Optional<Element> child(Element parent, String name) {
		return children(parent, name).stream().findFirst();
	}

	/** An extension of the element itself, not of what it contains. */
	static Optional<Element> extension(Element element, String name) {
		return child(element, "extensionElements").flatMap(extensions -> child(extensions, name));
	}

	private static List<Element> elements(org.w3c.dom.NodeList nodes) {
		List<Element> elements = new ArrayList<>();
		for (int i = 0; i < nodes.getLength(); i++) {
			Node node = nodes.item(i);
			if (node instanceof Element element) {
				elements.add(element);
			}
		}
		return elements;
	}
}
