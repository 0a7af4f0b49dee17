package org.cohort.platform;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that the engine wrote down, as it exports it to OpenSearch for Tasklist: a second or two late. */
final class EngineRecords {

	private final LocalPlatform platform;

	EngineRecords(LocalPlatform platform) {
		this.platform = platform;
	}

	/** All records of all kinds, as JSON: variables, messages, jobs, tasks, incidents. */
	List<String> all() {
		return search("zeebe-record*", Map.of("match_all", Map.of())).stream().map(JsonNode::toString).toList();
	}

	/** Every value that a variable has had, as JSON. */
	List<String> variables() {
		return search("zeebe-record_variable_*", Map.of("match_all", Map.of())).stream()
			.map(record -> record.at("/value/name").asString() + " = " + record.at("/value/value").asString())
			.toList();
	}

	/** The instances of a process that have a variable with this value. */
	List<Long> instances(String process, String variable, String value) {
		return search("zeebe-record_variable_*", all(Map.of("value.bpmnProcessId", process, "value.name", variable,
				"value.value", "\"" + value + "\"")))
			.stream().map(record -> record.at("/value/processInstanceKey").asLong()).distinct().toList();
	}

	private static Map<String, Object> all(Map<String, String> terms) {
		return Map.of("bool", Map.of("filter",
				terms.entrySet().stream().map(term -> Map.of("term", Map.of(term.getKey(), term.getValue()))).toList()));
	}

	private List<JsonNode> search(String index, Map<String, Object> query) {
		post("/" + index + "/_refresh", "");
		var found = new ArrayList<JsonNode>();
		var answer = post("/" + index + "/_search?scroll=1m",
				JsonMapper.shared().writeValueAsString(Map.of("size", 5000, "query", query)));
		while (!answer.at("/hits/hits").isEmpty()) {
			answer.at("/hits/hits").forEach(hit -> found.add(hit.get("_source")));
			answer = post("/_search/scroll", JsonMapper.shared()
				.writeValueAsString(Map.of("scroll", "1m", "scroll_id", answer.get("_scroll_id").asString())));
		}
		return found;
	}

	private JsonNode post(String path, String body) {
		var response = HttpProbe
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + platform.ports().search() + path))
				.header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers.ofString(body))
				.build());
		if (response.statusCode() != 200) {
			throw new IllegalStateException("OpenSearch answered " + response.statusCode() + ": " + response.body());
		}
		return JsonMapper.shared().readTree(response.body());
	}
}
