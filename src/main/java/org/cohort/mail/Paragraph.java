package org.cohort.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cohort.links.LinkRef;
import org.jspecify.annotations.Nullable;

/**
 * One part of a mail between two empty lines, recognised by how it is written: the first greets, lines that begin with
 * a hyphen are a list, and words with an address on a line of its own below them are a button. Any other line break
 * stays one.
 *
 * @param lines the words: lines, items of a list, or the label of a button
 * @param link where a button leads
 */
record Paragraph(Kind kind, List<String> lines, @Nullable String link) {

	private static final String ITEM = "- ";

	private static final Pattern ADDRESS = Pattern.compile("(https?://|" + LinkRef.SCHEME + ")\\S+");

	/** How a part is shown. The first button is the one thing to do; later addresses are plain links. */
	enum Kind {
		GREETING, WORDS, LIST, BUTTON, LINK
	}

	static List<Paragraph> all(String body) {
		List<Paragraph> all = new ArrayList<>();
		for (String part : body.strip().split("\\R(\\s*\\R)+")) {
			List<String> lines = part.lines().map(String::strip).toList();
			String last = lines.getLast();
			if (ADDRESS.matcher(last).matches()) {
				boolean first = all.stream().noneMatch(one -> one.kind() == Kind.BUTTON);
				String label = String.join(" ", lines.subList(0, lines.size() - 1)).replaceFirst("\\s*:$", "");
				all.add(new Paragraph(first ? Kind.BUTTON : Kind.LINK, List.of(label.isEmpty() ? last : label), last));
				continue;
			}
			int items = 0;
			while (items < lines.size() && !lines.get(items).startsWith(ITEM)) {
				items++;
			}
			if (items > 0) {
				all.add(new Paragraph(all.isEmpty() ? Kind.GREETING : Kind.WORDS, lines.subList(0, items), null));
			}
			if (items < lines.size()) {
				all.add(new Paragraph(Kind.LIST, lines.subList(items, lines.size())
					.stream()
					.map(line -> line.startsWith(ITEM) ? line.substring(ITEM.length()) : line)
					.toList(), null));
			}
		}
		return all;
	}
}
