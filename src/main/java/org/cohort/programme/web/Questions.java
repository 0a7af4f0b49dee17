package org.cohort.programme.web;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What belongs together in questions that are edited. */
final class Questions {

	private Questions() {
	}

	/**
	 * Puts right what follows from the change of a thing in a programme: only a question for a file has rules for one,
	 * and the heading of a section is translated for all its questions at once. Other things are left alone.
	 */
	static void tidy(ObjectNode programme, ObjectNode thing) {
		if (!thing.has("type") || !thing.has("section")) {
			return;
		}
		if (!thing.get("type").asString("").equals("FILE")) {
			thing.remove("file");
		}
		if (!thing.path("shown-if").has("question")) {
			thing.remove("shown-if");
		}
		String language = language(programme);
		String heading = Tree.words(thing.get("section"), language);
		for (JsonNode question : Tree.list(programme, Listing.QUESTIONS)) {
			if (Tree.words(question.get("section"), language).equals(heading)) {
				((ObjectNode) question).set("section", thing.get("section").deepCopy());
			}
		}
	}

	/** Says what is missing in fields that only make sense together. */
	static void check(Map<String, @Nullable JsonNode> typed, Map<String, String> problems) {
		JsonNode values = typed.get("shown-if.values");
		if (values != null && !values.isEmpty() && typed.get("shown-if.question") == null) {
			problems.put("shown-if.question", "Name the question that has to be answered so.");
		}
	}

	/** The main language of a programme. */
	static String language(ObjectNode programme) {
		return programme.path("settings").path("languages").path(0).asString("en");
	}
}
