package org.cohort.programme.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One place in which two trees of a programme differ.
 *
 * @param place names in the file, from the outside in
 * @param before empty if it was not there
 * @param after empty if it is not there
 */
record Difference(String place, String before, String after) {

	private static final String ARROW = " → ";

	/** All places in which two programmes differ, in the order of the file. Entries with a key are compared by key. */
	static List<Difference> between(ObjectNode before, ObjectNode after) {
		List<Difference> all = new ArrayList<>();
		compare("", before, after, all);
		return all;
	}

	private static void compare(String place, @Nullable JsonNode before, @Nullable JsonNode after,
			List<Difference> all) {
		if (before == null ? after == null : before.equals(after)) {
			return;
		}
		if (before instanceof ObjectNode was && after instanceof ObjectNode is) {
			names(was, is).forEach(name -> compare(join(place, name), was.get(name), is.get(name), all));
		}
		else if (keyed(before) && keyed(after)) {
			entries(place, before, after, all);
		}
		else if (before != null && after != null && before.isNumber() && after.isNumber()
				&& before.decimalValue().compareTo(after.decimalValue()) == 0) {
			return; // 10 and 10.0
		}
		else {
			all.add(new Difference(place.isEmpty() ? "programme" : place, text(before), text(after)));
		}
	}

	private static void entries(String place, JsonNode before, JsonNode after, List<Difference> all) {
		List<String> was = keys(before);
		List<String> is = keys(after);
		Set<String> every = new LinkedHashSet<>(was);
		every.addAll(is);
		for (String key : every) {
			compare(join(place, key), entry(before, key), entry(after, key), all);
		}
		List<String> stayed = was.stream().filter(is::contains).toList();
		List<String> stay = is.stream().filter(was::contains).toList();
		if (!stayed.equals(stay)) {
			all.add(new Difference(join(place, "order"), String.join(", ", was), String.join(", ", is)));
		}
	}

	private static boolean keyed(@Nullable JsonNode node) {
		if (node == null || !node.isArray() || node.isEmpty()) {
			return false;
		}
		for (JsonNode one : node) {
			if (!one.has("key")) {
				return false;
			}
		}
		return true;
	}

	private static List<String> keys(JsonNode array) {
		List<String> keys = new ArrayList<>();
		array.forEach(one -> keys.add(one.get("key").asString()));
		return keys;
	}

	private static @Nullable JsonNode entry(JsonNode array, String key) {
		for (JsonNode one : array) {
			if (one.get("key").asString().equals(key)) {
				return one;
			}
		}
		return null;
	}

	private static Set<String> names(ObjectNode before, ObjectNode after) {
		Set<String> names = new LinkedHashSet<>();
		before.properties().forEach(one -> names.add(one.getKey()));
		after.properties().forEach(one -> names.add(one.getKey()));
		return names;
	}

	private static String join(String place, String name) {
		if (place.isEmpty()) {
			return name.equals("settings") ? "" : name;
		}
		return place + ARROW + name;
	}

	private static String text(@Nullable JsonNode node) {
		if (node == null || node.isNull()) {
			return "";
		}
		if (node.isObject()) {
			List<String> parts = new ArrayList<>();
			node.properties().forEach(one -> parts.add(one.getKey() + ": " + text(one.getValue())));
			return String.join("; ", parts);
		}
		if (node.isArray()) {
			List<String> parts = new ArrayList<>();
			node.forEach(one -> parts.add(text(one)));
			return String.join(", ", parts);
		}
		return node.isBoolean() ? node.asBoolean() ? "yes" : "no" : node.asString();
	}
}
