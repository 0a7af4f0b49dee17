package org.cohort.application;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;

/**
 * Answers by the key of their question, each with one value or, where several can be chosen, more. A question that was
 * not answered has no entry. Never logged: {@code toString} says nothing.
 */
record Answers(Map<String, List<String>> values) {

	private static final JsonMapper JSON = new JsonMapper();

	Answers {
		Map<String, List<String>> copy = new LinkedHashMap<>();
		values.forEach((key, answer) -> {
			if (!answer.isEmpty()) {
				copy.put(key, List.copyOf(answer));
			}
		});
		values = Collections.unmodifiableMap(copy);
	}

	List<String> all(String key) {
		return values.getOrDefault(key, List.of());
	}

	Optional<String> one(String key) {
		return all(key).stream().findFirst();
	}

	String json() {
		return JSON.writeValueAsString(values);
	}

	static Answers of(String json) {
		Map<String, List<String>> values = new LinkedHashMap<>();
		JSON.readTree(json).forEachEntry((key, answer) ->
				values.put(key, answer.valueStream().map(value -> value.asString()).toList()));
		return new Answers(values);
	}

	@Override
	public String toString() {
		return "Answers[…]";
	}
}
