package org.cohort.application;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Blacks out passages in a text, wherever they stand as whole words, in capitals or not, however the spaces between
 * their words are. The bar has always the same length, so that it does not tell that of what it hides.
 */
final class Blackout {

	static final String BAR = "████";

	/** Shorter parts of a name are words of some language. */
	private static final int SHORTEST_NAME = 3;

	private static final Pattern TELLING = Pattern.compile(
			"[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+" // an e-mail address
			+ "|(?:https?://|www\\.)[^\\s<>\"«»]+[\\p{L}\\p{N}/]" // a link
			+ "|(?<![\\p{L}\\p{N}.])[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*"
			+ "\\.(?:com|org|net|io|dev|me|app|eu)(?:/[^\\s<>\"«»]*[\\p{L}\\p{N}/])?"
			+ "|(?<![\\p{L}\\p{N}@])@[\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_]" // a handle
			+ "|\\+?\\d[\\d ()/-]{6,}\\d"); // a telephone number

	private Blackout() {
	}

	/** The text with a bar in place of every occurrence; occurrences that touch or overlap share one bar. */
	static String apply(String text, Collection<String> passages) {
		List<int[]> hidden = passages.stream()
			.flatMap(passage -> pattern(passage).matcher(text).results())
			.map(hit -> new int[] { hit.start(), hit.end() })
			.sorted(Comparator.comparingInt(range -> range[0]))
			.toList();
		StringBuilder seen = new StringBuilder();
		int at = 0;
		boolean bar = false;
		for (int[] range : hidden) {
			if (range[0] > at || !bar) {
				seen.append(text, at, range[0]).append(BAR);
				bar = true;
			}
			at = Math.max(at, range[1]);
		}
		return seen.append(text.substring(at)).toString();
	}

	/** How often the passage stands in these texts. */
	static int count(Collection<String> texts, String passage) {
		return (int) texts.stream().flatMap(text -> pattern(passage).matcher(text).results()).count();
	}

	/** What stands in these texts and may tell who wrote them: name, addresses, links, handles, as they are written. */
	static List<String> suggestions(Collection<String> texts, Contact contact) {
		Set<String> wanted = new LinkedHashSet<>();
		wanted.add(contact.name().strip());
		wanted.add(contact.email());
		wanted.add(contact.email().replaceAll("@.*", ""));
		Arrays.stream(contact.name().split("[\\s,]+")).filter(part -> part.length() >= SHORTEST_NAME).forEach(wanted::add);
		Set<String> found = new LinkedHashSet<>();
		for (String text : texts) {
			for (String passage : wanted) {
				if (passage.length() >= 2) {
					pattern(passage).matcher(text).results().forEach(hit -> found.add(hit.group()));
				}
			}
			TELLING.matcher(text).results().forEach(hit -> found.add(hit.group()));
		}
		Set<String> seen = new LinkedHashSet<>();
		return found.stream().filter(passage -> seen.add(passage.toLowerCase(Locale.ROOT))).toList();
	}

	private static Pattern pattern(String passage) {
		String words = Arrays.stream(passage.strip().split("\\s+")).map(Pattern::quote)
			.collect(Collectors.joining("\\s+"));
		String before = letter(passage.strip().codePointAt(0)) ? "(?<![\\p{L}\\p{N}])" : "";
		String after = letter(passage.strip().codePointBefore(passage.strip().length())) ? "(?![\\p{L}\\p{N}])" : "";
		return Pattern.compile(before + words + after, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

	private static boolean letter(int character) {
		return Character.isLetterOrDigit(character);
	}
}
