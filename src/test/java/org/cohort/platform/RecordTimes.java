package org.cohort.platform;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps the times of the engine's records off the whole second, by a millisecond. Tasklist 8.6.0 writes such a time
 * without its milliseconds, the search refuses it, and Tasklist tries the same record for ever and shows no further
 * task: one task in a thousand is enough. Camunda knows of it up to 8.6.8; later patches should not need this.
 */
final class RecordTimes {

	private static final String PIPELINE = "off-the-second";

	private static final String SCRIPT =
			"if (ctx.timestamp != null && ctx.timestamp % 1000 == 0) { ctx.timestamp += 1; }";

	private static final Duration LOOK = Duration.ofMillis(500);

	private final String search;

	RecordTimes(String search) {
		this.search = search;
	}

	/** Sees to it from now on: the exporter writes its templates anew whenever it begins, and an index a day. */
	void watch() {
		put("/_ingest/pipeline/" + PIPELINE, pipeline());
		Thread.ofPlatform().daemon().name("record-times").start(() -> {
			try {
				while (true) {
					mend();
					Thread.sleep(LOOK);
				}
			}
			catch (InterruptedException end) {
				Thread.currentThread().interrupt();
			}
		});
	}

	private void mend() {
		try {
			JsonNode found = JsonMapper.shared().readTree(get("/_component_template/zeebe-record").body());
			JsonNode component = found.at("/component_templates/0/component_template");
			if (component instanceof ObjectNode template && mended(template)) {
				put("/_component_template/zeebe-record", template.toString());
				put("/zeebe-record_*/_settings?allow_no_indices=true", settings().toString());
			}
		}
		catch (UncheckedIOException away) {
			// The search stops and starts; it is asked again.
		}
	}

	/** Returns whether there was something to mend. */
	private static boolean mended(ObjectNode template) {
		ObjectNode index = template.withObject("/template/settings/index");
		if (index.path("default_pipeline").asString("").equals(PIPELINE)) {
			return false;
		}
		index.put("default_pipeline", PIPELINE);
		return true;
	}

	private static String pipeline() {
		ObjectNode pipeline = JsonMapper.shared().createObjectNode();
		pipeline.putArray("processors").addObject().putObject("script").put("source", SCRIPT);
		return pipeline.toString();
	}

	private static ObjectNode settings() {
		return JsonMapper.shared().createObjectNode().put("index.default_pipeline", PIPELINE);
	}

	private HttpResponse<String> get(String path) {
		return HttpProbe.send(HttpRequest.newBuilder(URI.create(search + path)).timeout(Duration.ofSeconds(10)).build());
	}

	private void put(String path, String body) {
		HttpProbe.send(HttpRequest.newBuilder(URI.create(search + path))
			.timeout(Duration.ofSeconds(10))
			.header("Content-Type", "application/json")
			.PUT(BodyPublishers.ofString(body))
			.build());
	}
}
