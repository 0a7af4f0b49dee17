package org.cohort.application;

import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

/** How many people may have applied twice, on the page of a round. */
@Component
class DuplicatesPanel implements RoundPanel {

	private final PairTable pairs;

	DuplicatesPanel(PairTable pairs) {
		this.pairs = pairs;
	}

	@Override
	public int order() {
		return 6;
	}

	@Override
	public String template() {
		return "application/duplicates-panel";
	}

	@Override
	public Map<String, Object> model(UUID roundId) {
		return Map.of("roundId", roundId, "open", pairs.of(roundId).stream().filter(PairTable.Pair::open).count());
	}
}
