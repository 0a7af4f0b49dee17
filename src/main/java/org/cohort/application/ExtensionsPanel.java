package org.cohort.application;

import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

/** How many people have more time than the others, on the page of a round; who they are stands on a page of its own. */
@Component
class ExtensionsPanel implements RoundPanel {

	private final ExtensionTable table;

	ExtensionsPanel(ExtensionTable table) {
		this.table = table;
	}

	@Override
	public int order() {
		return 5;
	}

	@Override
	public String template() {
		return "application/extensions-panel";
	}

	@Override
	public Map<String, Object> model(UUID roundId) {
		return Map.of("roundId", roundId, "number", table.of(roundId).size());
	}
}
