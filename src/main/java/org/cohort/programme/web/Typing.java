package org.cohort.programme.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cohort.programme.ProgrammeRefused;
import org.cohort.programme.ProgrammeTree;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns values of a programme's file into what is typed in a form, and back. Pure. */
final class Typing {

	/** Empty rows at the end of a list in a form, so that it can grow without scripts. */
	static final int SPARE_ROWS = 3;

	private static final JsonNodeFactory NEW = JsonNodeFactory.instance;

	private static final Lengths LENGTHS = new Lengths();

	private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}([.,]\\d{1,6})?");

	private static final Pattern NAMED = Pattern.compile("(.+?)\\s*[:=]\\s*([^:=]+)");

	private Typing() {
	}

	/** What was typed cannot be understood; the message stands beside the field. */
	static final class Misunderstood extends RuntimeException {

		Misunderstood(String message) {
			super(message, null, false, false);
		}
	}

	/** The fields of a form in which this value stands. */
	static MultiValueMap<String, String> typed(Field field, @Nullable JsonNode value) {
		MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
		if (value == null || value.isNull()) {
			return typed;
		}
		switch (field.kind()) {
			case WORDING, PARAGRAPH -> wording(value).forEach((language, text) ->
					typed.add(field.name() + "." + language, text));
			case OPTIONS, POINTS -> rows(field, (ArrayNode) value, typed);
			case SEVERAL_OF -> value.forEach(one -> typed.add(field.name(), one.asString()));
			default -> typed.add(field.name(), line(field.kind(), value));
		}
		return typed;
	}

	private static String line(Field.Kind kind, JsonNode value) {
		return switch (kind) {
			case NUMBER, WHOLE -> value.decimalValue().stripTrailingZeros().toPlainString();
			case LENGTH -> length(value.asString());
			case LENGTHS -> join(value, ", ", one -> length(one.asString()));
			case YES_NO -> value.asBoolean() ? "yes" : "";
			case WORDS -> join(value, ", ", JsonNode::asString);
			case LINES -> join(value, "\n", JsonNode::asString);
			case REPOSITORIES -> join(value, "\n", one -> one.path("name").asString()
					+ (one.has("url") ? " " + one.get("url").asString() : "")
					+ (one.has("mirror") ? " " + one.get("mirror").asString() : ""));
			case NUMBERS -> named(value, JsonNode::asString);
			case SHARES -> named(value, share -> share.decimalValue().movePointRight(2).stripTrailingZeros()
					.toPlainString() + " %");
			case PART -> value.isEmpty() ? "" : ProgrammeTree.part(value).strip();
			default -> value.asString();
		};
	}

	/**
	 * The value that was typed, or nothing if nothing was.
	 * @param languages of the programme, the main one first
	 * @throws Misunderstood with words for the person who typed it
	 */
	static @Nullable JsonNode value(Field field, MultiValueMap<String, String> typed, List<String> languages) {
		JsonNode value = read(field, typed, languages);
		if (value == null && field.required()) {
			throw new Misunderstood("Please fill this in.");
		}
		return value;
	}

	private static @Nullable JsonNode read(Field field, MultiValueMap<String, String> typed, List<String> languages) {
		String name = field.name();
		String text = text(typed.getFirst(name));
		return switch (field.kind()) {
			case YES_NO -> NEW.booleanNode(!text.isEmpty());
			case WORDING, PARAGRAPH -> wording(name, typed, languages);
			case OPTIONS, POINTS -> rows(field, typed, languages);
			case SEVERAL_OF -> array(typed.getOrDefault(name, List.of()));
			case LINES -> array(text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
			case WORDS -> array(List.of(text.strip().split("[\\s,;]+")).stream().filter(word -> !word.isEmpty()).toList());
			default -> text.isEmpty() ? null : line(field.kind(), text);
		};
	}

	private static JsonNode line(Field.Kind kind, String text) {
		return switch (kind) {
			case WHOLE -> NEW.numberNode(whole(text));
			case NUMBER -> NEW.numberNode(number(text));
			case LENGTH -> NEW.stringNode(lengthOf(text));
			case LENGTHS -> array(List.of(text.split("[,;]")).stream().map(Typing::lengthOf).toList());
			case NUMBERS -> named(text, number -> NEW.numberNode(whole(number)));
			case SHARES -> named(text, share -> NEW.numberNode(number(share.replace("%", "").strip()).movePointLeft(2)));
			case REPOSITORIES -> repositories(text);
			case PART -> part(text);
			default -> NEW.stringNode(text);
		};
	}

	static Map<String, String> wording(JsonNode value) {
		Map<String, String> texts = new LinkedHashMap<>();
		if (value.isObject()) {
			value.properties().forEach(text -> texts.put(text.getKey(), text.getValue().asString()));
		}
		else {
			texts.put("", value.asString()); // the main language
		}
		return texts;
	}

	private static @Nullable JsonNode wording(String name, MultiValueMap<String, String> typed, List<String> languages) {
		ObjectNode texts = NEW.objectNode();
		typed.forEach((field, values) -> {
			if (field.startsWith(name + ".") && !field.substring(name.length() + 1).contains(".")) {
				String language = field.substring(name.length() + 1);
				String text = text(values.getFirst());
				if (!text.isEmpty()) {
					texts.put(language.isEmpty() ? languages.getFirst() : language, text);
				}
			}
		});
		if (texts.isEmpty()) {
			return null;
		}
		boolean plain = texts.size() == 1 && texts.has(languages.getFirst());
		return plain ? texts.get(languages.getFirst()) : texts;
	}

	private static void rows(Field field, ArrayNode value, MultiValueMap<String, String> typed) {
		for (int row = 0; row < value.size(); row++) {
			String name = field.name() + "." + row;
			JsonNode one = value.get(row);
			typed.add(name + ".place", Integer.toString(row + 1));
			if (field.kind() == Field.Kind.OPTIONS) {
				typed.add(name + ".key", one.path("key").asString());
			}
			wording(field.kind() == Field.Kind.OPTIONS ? one.path("label") : one).forEach((language, text) ->
					typed.add(name + ".label." + language, text));
		}
	}

	/** How many rows of a list were typed or shown, those left empty included. */
	static int rows(Field field, MultiValueMap<String, String> typed) {
		Pattern row = Pattern.compile(Pattern.quote(field.name()) + "\\.(\\d{1,3})\\..*");
		return typed.keySet().stream().map(row::matcher).filter(Matcher::matches)
				.mapToInt(matcher -> Integer.parseInt(matcher.group(1)) + 1).max().orElse(0);
	}

	private record Row(double place, JsonNode value) {
	}

	private static JsonNode rows(Field field, MultiValueMap<String, String> typed, List<String> languages) {
		List<Row> rows = new ArrayList<>();
		int count = rows(field, typed);
		for (int row = 0; row < count; row++) {
			String name = field.name() + "." + row;
			String key = text(typed.getFirst(name + ".key"));
			JsonNode label = wording(name + ".label", typed, languages);
			if (label == null && key.isEmpty()) {
				continue; // an empty row is none
			}
			if (label == null) {
				throw new Misunderstood("The row «" + key + "» has no words. Empty it to remove it.");
			}
			String place = text(typed.getFirst(name + ".place"));
			JsonNode value = label;
			if (field.kind() == Field.Kind.OPTIONS) {
				value = NEW.objectNode().put("key", key).set("label", label);
			}
			rows.add(new Row(place.isEmpty() ? Double.MAX_VALUE : number(place).doubleValue(), value));
		}
		rows.sort(Comparator.comparingDouble(Row::place));
		ArrayNode array = NEW.arrayNode();
		rows.forEach(row -> array.add(row.value()));
		return array;
	}

	private static JsonNode repositories(String text) {
		ArrayNode repositories = NEW.arrayNode();
		text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
			ObjectNode repository = NEW.objectNode();
			List<String> name = new ArrayList<>();
			for (String word : line.split("\\s+")) {
				if (word.matches("[a-z]+://.*")) {
					repository.put("url", word);
				}
				else if (word.startsWith("/")) {
					repository.put("mirror", word);
				}
				else {
					name.add(word);
				}
			}
			if (name.isEmpty() || repository.isEmpty()) {
				throw new Misunderstood("«" + line + "» must be a name, then an address or a folder, such as: Guides "
						+ "https://example.org/guides.git");
			}
			repositories.add(repository.put("name", String.join(" ", name)));
		});
		return repositories;
	}

	private static JsonNode part(String text) {
		try {
			JsonNode part = ProgrammeTree.part(text);
			if (part != null && part.isContainer()) {
				return part;
			}
		}
		catch (ProgrammeRefused refused) {
			throw new Misunderstood(refused.getMessage());
		}
		throw new Misunderstood("This must be written as in the programme's file.");
	}

	private static JsonNode named(String text, Function<String, JsonNode> value) {
		ObjectNode named = NEW.objectNode();
		text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
			Matcher matcher = NAMED.matcher(line);
			if (!matcher.matches()) {
				throw new Misunderstood("«" + line + "» must be a name, a colon and a number.");
			}
			named.set(matcher.group(1), value.apply(matcher.group(2).strip()));
		});
		return named;
	}

	private static String named(JsonNode value, Function<JsonNode, String> text) {
		List<String> lines = new ArrayList<>();
		value.properties().forEach(one -> lines.add(one.getKey() + ": " + text.apply(one.getValue())));
		return String.join("\n", lines.stream().sorted().toList());
	}

	private static String join(JsonNode array, String between, Function<JsonNode, String> text) {
		List<String> words = new ArrayList<>();
		array.forEach(one -> words.add(text.apply(one)));
		return String.join(between, words);
	}

	private static JsonNode array(List<String> words) {
		ArrayNode array = NEW.arrayNode();
		words.forEach(array::add);
		return array;
	}

	private static int whole(String text) {
		if (!text.matches("[+-]?\\d{1,9}")) {
			throw new Misunderstood("«" + text + "» is no whole number.");
		}
		return Integer.parseInt(text);
	}

	private static BigDecimal number(String text) {
		if (!NUMBER.matcher(text).matches()) {
			throw new Misunderstood("«" + text + "» is no number.");
		}
		return new BigDecimal(text.replace(',', '.'));
	}

	private static String length(String iso) {
		return LENGTHS.read(iso).map(LENGTHS::text).orElse(iso);
	}

	private static String lengthOf(String text) {
		return LENGTHS.read(text).orElseThrow(() -> new Misunderstood("«" + text.strip()
				+ "» is no length of time. Write for example 7 days, 36 hours or 10 minutes.")).toString();
	}

	private static String text(@Nullable String typed) {
		return typed == null ? "" : typed.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\\n\\t]]", "").strip();
	}
}
