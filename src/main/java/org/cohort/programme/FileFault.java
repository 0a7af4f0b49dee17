package org.cohort.programme;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Says what is wrong with a file, and where: the line if it can be told, and the names from the outside in. */
final class FileFault {

	private static final String ARROW = " → ";

	private final Map<String, Integer> lines;

	private FileFault(Map<String, Integer> lines) {
		this.lines = lines;
	}

	/** @param content of the file, or nothing if what was read is none */
	static String words(Exception refused, YAMLMapper yaml, byte @Nullable [] content) {
		return new FileFault(content == null ? Map.of() : lines(yaml, content)).words(refused);
	}

	private String words(Exception refused) {
		Throwable cause = refused;
		while (cause.getCause() != null && !(cause instanceof IllegalArgumentException)) {
			cause = cause.getCause();
		}
		if (refused instanceof DatabindException databind && !databind.getPath().isEmpty()) {
			String place = place(databind.getPath());
			String message = message(databind, cause);
			if (message.startsWith("Cannot map `null`")) { // a number that must be there
				return place + " is missing.";
			}
			return line(databind.getPath(), message).map(line -> "Line " + line + ", at ").orElse("At ") + place + ": "
					+ message;
		}
		if (refused instanceof JacksonException jackson) {
			return (jackson.getLocation() == null ? "" : "Line " + jackson.getLocation().getLineNr() + ": ")
					+ jackson.getOriginalMessage();
		}
		return String.valueOf(cause.getMessage());
	}

	private static String message(DatabindException refused, Throwable cause) {
		if (cause instanceof UnrecognizedPropertyException unknown) {
			return "there is no setting «" + unknown.getPropertyName() + "».";
		}
		if (refused instanceof InvalidFormatException wrong && wrong.getTargetType() != null) {
			Class<?> type = wrong.getTargetType();
			if (type.isEnum()) {
				return "«" + wrong.getValue() + "» is none of " + String.join(", ",
						List.of(type.getEnumConstants()).stream().map(one -> one.toString().toLowerCase(Locale.ROOT)).toList())
						+ ".";
			}
			return "«" + wrong.getValue() + "» is no " + switch (type.getSimpleName()) {
				case "int", "Integer" -> "whole number.";
				case "double", "Double", "BigDecimal" -> "number.";
				case "Duration" -> "length of time, such as P7D or PT12H.";
				case "ZoneId" -> "time zone, such as Europe/Brussels.";
				case "Currency" -> "currency, such as EUR.";
				default -> type.getSimpleName() + ".";
			};
		}
		if (cause instanceof NullPointerException) {
			return "an entry is empty.";
		}
		return cause instanceof JacksonException jackson ? jackson.getOriginalMessage() : String.valueOf(cause.getMessage());
	}

	/**
	 * The line where a place begins; if the refusal is about a whole part of the file, the line of the setting in it
	 * that the message names.
	 */
	private Optional<Integer> line(List<JacksonException.Reference> path, String message) {
		String place = place(path);
		String small = message.toLowerCase(Locale.ROOT);
		return lines.keySet().stream().filter(one -> one.startsWith(place + ARROW)
						&& !one.substring(place.length()).contains(" no. "))
				.filter(one -> names(small, one.substring(one.lastIndexOf(ARROW) + ARROW.length())))
				.max(Comparator.comparingInt(String::length)).map(lines::get).or(() -> Optional.ofNullable(lines.get(place)));
	}

	private static boolean names(String message, String setting) {
		// As a word of its own: «he» is a language, and stands inside many a word.
		return Stream.of(setting, setting.replace('-', ' '))
			.anyMatch(name -> Pattern.compile("(?<![\\p{L}\\d-])" + Pattern.quote(name) + "(?![\\p{L}\\d-])")
				.matcher(message)
				.find());
	}

	private static String place(List<JacksonException.Reference> path) {
		StringBuilder place = new StringBuilder();
		for (JacksonException.Reference step : path) {
			if (step.getPropertyName() != null) {
				place.append(place.isEmpty() ? "" : ARROW).append(step.getPropertyName());
			}
			else {
				place.append(" no. ").append(step.getIndex() + 1);
			}
		}
		return place.toString();
	}

	/** The line of every place in the file. */
	private static Map<String, Integer> lines(YAMLMapper yaml, byte[] content) {
		Map<String, Integer> lines = new HashMap<>();
		Deque<String> outside = new ArrayDeque<>(List.of(""));
		Deque<Integer> counts = new ArrayDeque<>(List.of(-1));
		try (JsonParser parser = yaml.createParser(content)) {
			String here = "";
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				if (token == JsonToken.PROPERTY_NAME) {
					here = (outside.peek().isEmpty() ? "" : outside.peek() + ARROW) + parser.currentName();
					lines.put(here, parser.currentTokenLocation().getLineNr());
					continue;
				}
				if (token.isStructEnd()) {
					outside.pop();
					counts.pop();
					continue;
				}
				if (counts.peek() >= 0) {
					here = outside.peek() + " no. " + (counts.peek() + 1);
					counts.push(counts.pop() + 1);
					lines.put(here, parser.currentTokenLocation().getLineNr());
				}
				if (token.isStructStart()) {
					outside.push(here);
					counts.push(token == JsonToken.START_ARRAY ? 0 : -1);
				}
			}
		}
		catch (JacksonException broken) {
			// what was read so far is known
		}
		return lines;
	}
}
