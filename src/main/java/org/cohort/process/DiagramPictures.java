package org.cohort.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The pictures of the diagrams ({@code docs/processes}) as parts of a page, with elements marked by the classes
 * {@code now} and {@code done}. Their style attributes, which our content policy refuses, are turned into presentation
 * attributes; what only a modeler needs is left out.
 */
@Component
class DiagramPictures {

	private static final Pattern STYLE = Pattern.compile(" style=\"([^\"]*)\"");

	private static final Pattern FOR_THE_MODELER =
			Pattern.compile("<(?:rect|polyline|polygon|circle)[^>]*class=\"djs-(?:hit|outline)[^>]*/>\n?");

	private static final Pattern ELEMENT = Pattern.compile("class=\"djs-element ([a-z-]+)\" data-element-id=\"([^\"]+)\"");

	private static final Pattern HEAD = Pattern.compile("(?s)^.*?<svg [^>]*viewBox=\"([^\"]+)\"[^>]*>");

	private final Map<String, String> pictures = new ConcurrentHashMap<>();

	/** The picture of a process as SVG; {@code title} is what it says to those who do not see it. */
	String marked(String processId, String title, Set<String> done, Set<String> now) {
		Matcher element = ELEMENT.matcher(pictures.computeIfAbsent(processId, DiagramPictures::read));
		return element.replaceAll(found -> Matcher.quoteReplacement("class=\"" + found.group(1)
				+ (now.contains(found.group(2)) ? " now" : done.contains(found.group(2)) ? " done" : "") + "\""))
			.replaceFirst("><title></title>", Matcher.quoteReplacement("><title>" + escape(title) + "</title>"));
	}

	private static String read(String processId) {
		try {
			String svg = new ClassPathResource("pictures/" + processId + ".svg").getContentAsString(StandardCharsets.UTF_8);
			Matcher head = HEAD.matcher(svg);
			if (!head.find()) {
				throw new IllegalStateException("The picture of " + processId + " has no view box.");
			}
			String[] box = head.group(1).split(" ");
			String body = svg.substring(head.end()).replaceFirst("<rect [^>]*fill=\"white\"/>", "");
			body = FOR_THE_MODELER.matcher(body).replaceAll("");
			body = STYLE.matcher(body).replaceAll(style -> Matcher.quoteReplacement(attributes(style.group(1))));
			return "<svg class=\"diagram\" role=\"img\" viewBox=\"" + head.group(1) + "\" width=\"" + box[2] + "\" height=\""
					+ box[3] + "\"><title></title>" + body;
		}
		catch (IOException missing) {
			throw new UncheckedIOException("The picture of " + processId + " is missing", missing);
		}
	}

	/** {@code fill: none; stroke: black} as {@code fill="none" stroke="black"}. */
	private static String attributes(String style) {
		StringBuilder attributes = new StringBuilder();
		for (String rule : style.split(";")) {
			int colon = rule.indexOf(':');
			if (colon > 0) {
				attributes.append(' ').append(rule.substring(0, colon).strip()).append("=\"")
					.append(rule.substring(colon + 1).strip().replace("'", "")).append('"');
			}
		}
		return attributes.toString();
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}
}
