package org.cohort.eligibility;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads and writes DMN as XML. A document that brings entities or a type of its own is refused: it could read files.
 */
final class DmnText {

	private DmnText() {
	}

	/** @throws TableRefused if it is no XML */
	static Document parse(String dmn) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setNamespaceAware(true);
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			DocumentBuilder builder = factory.newDocumentBuilder();
			builder.setErrorHandler(new Silent());
			return builder.parse(new InputSource(new StringReader(dmn)));
		}
		catch (SAXParseException wrong) {
			throw new TableRefused(List.of("This is no DMN file: line " + wrong.getLineNumber() + ": "
					+ wrong.getMessage()));
		}
		catch (SAXException | IOException wrong) {
			throw new TableRefused(List.of("This is no DMN file: " + wrong.getMessage()));
		}
		catch (ParserConfigurationException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	static String write(Document document) {
		try {
			TransformerFactory factory = TransformerFactory.newInstance();
			factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
			factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
			StringWriter written = new StringWriter();
			factory.newTransformer().transform(new DOMSource(document), new StreamResult(written));
			return written.toString();
		}
		catch (TransformerException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	static List<Element> all(Document document, String name) {
		return elements(document.getElementsByTagNameNS("*", name));
	}

	static List<Element> all(Element within, String name) {
		return elements(within.getElementsByTagNameNS("*", name));
	}

	/** The texts of entries, such as the cells of a row. */
	static List<String> texts(Element within, String name) {
		return all(within, name).stream().map(entry -> text(entry, "text")).toList();
	}

	static String text(Element within, String name) {
		for (Node child = within.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (name.equals(child.getLocalName())) {
				return child.getTextContent().strip();
			}
		}
		return "";
	}

	static String unquoted(String feel) {
		return feel.length() >= 2 && feel.startsWith("\"") && feel.endsWith("\"")
				? feel.substring(1, feel.length() - 1) : feel;
	}

	private static List<Element> elements(NodeList nodes) {
		List<Element> elements = new ArrayList<>();
		for (int at = 0; at < nodes.getLength(); at++) {
			elements.add((Element) nodes.item(at));
		}
		return elements;
	}

	/** The parser would write to the console. */
	private static final class Silent implements ErrorHandler {

		@Override
		public void warning(SAXParseException exception) {
			// not an error
		}

		@Override
		public void error(SAXParseException exception) throws SAXException {
			throw exception;
		}

		@Override
		public void fatalError(SAXParseException exception) throws SAXException {
			throw exception;
		}
	}
}
