package org.cohort.exchange;

import java.util.Map;
import java.util.UUID;

import org.cohort.application.RoundPanel;
import org.springframework.stereotype.Component;

/** Import and export on the page of a round. */
@Component
class ExchangePanel implements RoundPanel {

	@Override
	public int order() {
		return 90;
	}

	@Override
	public String template() {
		return "exchange/panel";
	}

	@Override
	public Map<String, Object> model(UUID roundId) {
		return Map.of("roundId", roundId);
	}
}
