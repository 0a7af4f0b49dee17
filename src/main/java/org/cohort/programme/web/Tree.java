package org.cohort.programme.web;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds and puts values in the tree of a programme's file. */
final class Tree {

	private Tree() {
	}

	/** The value at names joined with dots, or nothing. */
	static @Nullable JsonNode at(ObjectNode node, String path) {
		JsonNode at = node;
		for (String name : path.split("\\.")) {
			at = at == null ? null : at.get(name);
		}
		return at;
	}

	/** Puts a value there, or takes away what is there; an object that is left empty goes too. */
	static void put(ObjectNode node, String path, @Nullable JsonNode value) {
		int dot = path.indexOf('.');
		if (dot < 0) {
			if (value == null) {
				node.remove(path);
			}
			else {
				node.set(path, value);
			}
			return;
		}
		String first = path.substring(0, dot);
		ObjectNode inner = node.get(first) instanceof ObjectNode there ? there : node.putObject(first);
		put(inner, path.substring(dot + 1), value);
		if (inner.isEmpty()) {
			node.remove(first);
		}
	}

	static ArrayNode list(ObjectNode programme, Listing listing) {
		ObjectNode settings = (ObjectNode) programme.get("settings");
		return settings.get(listing.word()) instanceof ArrayNode there ? there : settings.putArray(listing.word());
	}

	/** The entry of a list with this key. */
	static Optional<ObjectNode> entry(ObjectNode programme, Listing listing, String key) {
		for (JsonNode entry : list(programme, listing)) {
			if (entry.path("key").asString("").equals(key)) {
				return Optional.of((ObjectNode) entry);
			}
		}
		return Optional.empty();
	}

	/** Where the entry with this key stands, or -1. */
	static int index(ArrayNode list, String key) {
		for (int at = 0; at < list.size(); at++) {
			if (list.get(at).path("key").asString("").equals(key)) {
				return at;
			}
		}
		return -1;
	}

	/** The words of a text in the main language. */
	static String words(@Nullable JsonNode wording, String language) {
		if (wording == null) {
			return "";
		}
		if (!wording.isObject()) {
			return wording.asString("");
		}
		JsonNode main = wording.get(language);
		return main != null ? main.asString() : wording.properties().iterator().next().getValue().asString();
	}
}
