package org.cohort.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A form as it was sent, before anybody has judged it: every text is kept as typed, but for control characters, which
 * nobody types. Never logged: {@code toString} says nothing.
 *
 * @param key made when the form was first shown; recognises the same form when it is sent again
 * @param fields what was typed by the key of the question; of a question with several fields, such as
 * {@code q.time.0.from}, lines of the form {@code 0.from=2027-03-01}
 */
record FormInput(UUID key, String name, String email, Map<String, List<String>> fields) {

	private static final String PREFIX = "q.";

	private static final Pattern SPACES = Pattern.compile("\\s+");

	static FormInput empty() {
		return new FormInput(UUID.randomUUID(), "", "", Map.of());
	}

	static FormInput of(MultiValueMap<String, String> parameters) {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		parameters.forEach((name, values) -> {
			if (name.startsWith(PREFIX)) {
				List<String> typed = new ArrayList<>();
				String field = clean(name.substring(PREFIX.length()));
				int part = field.indexOf('.');
				String prefix = part < 0 ? "" : field.substring(part + 1) + "=";
				values.stream().map(FormInput::clean).filter(value -> !value.isEmpty())
						.forEach(value -> typed.add(prefix + value));
				fields.computeIfAbsent(part < 0 ? field : field.substring(0, part), key -> new ArrayList<>()).addAll(typed);
			}
		});
		return new FormInput(key(parameters.getFirst("form")), line(parameters.getFirst("name")),
				line(parameters.getFirst("email")), fields);
	}

	/** The same from texts that came another way than through the form. */
	static FormInput of(UUID key, String name, String email, Map<String, List<String>> texts) {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		texts.forEach((question, values) -> fields.put(clean(question),
				values.stream().map(FormInput::clean).filter(value -> !value.isEmpty()).toList()));
		return new FormInput(key, line(name), line(email), fields);
	}

	List<String> all(String question) {
		return fields.getOrDefault(question, List.of());
	}

	String one(String question) {
		List<String> typed = all(question);
		return typed.isEmpty() ? "" : typed.getFirst();
	}

	boolean nothingTyped() {
		return name.isEmpty() && email.isEmpty() && fields.values().stream().allMatch(List::isEmpty);
	}

	private static UUID key(@Nullable String text) {
		try {
			return text == null ? UUID.randomUUID() : UUID.fromString(text);
		}
		catch (IllegalArgumentException tampered) {
			return UUID.randomUUID();
		}
	}

	private static String line(@Nullable String text) {
		return text == null ? "" : SPACES.matcher(clean(text)).replaceAll(" ");
	}

	/** PostgreSQL refuses the character 0; the others would only disturb a reader. */
	private static String clean(String text) {
		String lines = text.replace("\r\n", "\n").replace('\r', '\n');
		return (lines.codePoints().noneMatch(FormInput::unwanted) ? lines
				: lines.codePoints().filter(letter -> !unwanted(letter))
						.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString())
				.strip();
	}

	private static boolean unwanted(int letter) {
		return switch (Character.getType(letter)) {
			case Character.CONTROL -> letter != '\n' && letter != '\t';
			case Character.SURROGATE -> true;
			default -> letter == 0xFFFE || letter == 0xFFFF;
		};
	}

	@Override
	public String toString() {
		return "FormInput[…]";
	}
}
