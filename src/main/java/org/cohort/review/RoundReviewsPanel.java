package org.cohort.review;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import org.cohort.application.RoundPanel;
import org.springframework.stereotype.Component;

/** Shows on the page of a round how far its reviews are. */
@Component
class RoundReviewsPanel implements RoundPanel {

	private final ReviewStore store;

	private final PinStore pins;

	private final Clock clock;

	RoundReviewsPanel(ReviewStore store, PinStore pins, Clock clock) {
		this.store = store;
		this.pins = pins;
		this.clock = clock;
	}

	@Override
	public int order() {
		return 30;
	}

	@Override
	public String template() {
		return "review/round";
	}

	@Override
	public Map<String, Object> model(UUID roundId) {
		ReviewStore.Progress progress = store.progress(roundId, clock.instant());
		return Map.of("roundId", roundId, "open", progress.open(), "late", progress.late(), "scored", progress.scored(),
				"vacant", pins.vacancies(roundId).size());
	}
}
