package org.cohort.programme.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DifferenceTests {

	@Test
	void valuesAreComparedWhereTheyStand() {
		assertThat(between("{\"settings\": {\"seats\": 5, \"sender\": {\"name\": \"A\"}, \"hours\": 10}}",
				"{\"settings\": {\"seats\": 6, \"sender\": {\"name\": \"B\"}, \"hours\": 10.0}}"))
						.containsExactly(new Difference("seats", "5", "6"), new Difference("sender → name", "A", "B"));
	}

	@Test
	void entriesAreComparedByTheirKeyWhereverTheyStand() {
		assertThat(between("{\"q\": [{\"key\": \"a\", \"label\": \"A\"}, {\"key\": \"b\", \"label\": \"B\"}]}",
				"{\"q\": [{\"key\": \"b\", \"label\": {\"en\": \"B\", \"fr\": \"Bé\"}}, {\"key\": \"a\", \"label\": \"A\"}]}"))
						.containsExactly(new Difference("q → b → label", "B", "en: B; fr: Bé"),
								new Difference("q → order", "a, b", "b, a"));
	}

	@Test
	void whatComesAndGoesIsToldWhole() {
		assertThat(between("{\"q\": [{\"key\": \"a\", \"on\": true}]}", "{\"q\": [{\"key\": \"b\", \"on\": false}]}"))
				.containsExactly(new Difference("q → a", "key: a; on: yes", ""),
						new Difference("q → b", "", "key: b; on: no"));
	}

	@Test
	void nothingIsDifferentInTheSame() {
		assertThat(between("{\"a\": [1, 2]}", "{\"a\": [1, 2]}")).isEmpty();
	}

	private static List<Difference> between(String before, String after) {
		JsonMapper json = new JsonMapper();
		return Difference.between((ObjectNode) json.readTree(before), (ObjectNode) json.readTree(after));
	}
}
