package org.cohort.selection;

import java.util.Map;
import java.util.UUID;

import org.cohort.application.RoundPanel;
import org.springframework.stereotype.Component;

/** Shows on the page of a round how far the selection is, and leads the committee to the shortlist. */
@Component
class SelectionPanel implements RoundPanel {

	private final Deciding deciding;

	private final DecisionStore decisions;

	SelectionPanel(Deciding deciding, DecisionStore decisions) {
		this.deciding = deciding;
		this.decisions = decisions;
	}

	@Override
	public int order() {
		return 40;
	}

	@Override
	public String template() {
		return "selection/panel";
	}

	@Override
	public Map<String, Object> model(UUID roundId) {
		var standings = decisions.standings(roundId);
		return Map.of("roundId", roundId, "proposed", deciding.latest(roundId).filter(Proposal::ready).isPresent(),
				"approved", decisions.approval(roundId).isPresent(), "taken",
				standings.stream().filter(standing -> standing.seat() == Standing.Seat.TAKEN).count(), "offered",
				standings.stream().filter(standing -> standing.seat() == Standing.Seat.OFFERED).count(), "waiting",
				standings.stream().filter(Standing::waits).count());
	}
}
