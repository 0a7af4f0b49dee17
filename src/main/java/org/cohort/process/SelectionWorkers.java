package org.cohort.process;

import java.util.Map;

import org.cohort.selection.Selections;
import org.springframework.stereotype.Component;

/** The jobs of the process {@code round} from the settled pool to the closed waiting list. */
@Component
class SelectionWorkers {

	private final Selections selections;

	SelectionWorkers(Selections selections) {
		this.selections = selections;
	}

	@Works("propose-cohort")
	Map<String, Object> proposeCohort(Job job) {
		Selections.Proposed proposed = selections.propose(job.uuid("roundId"));
		return Map.of("proposalId", proposed.proposalId().toString(), "poolSize", proposed.poolSize());
	}

	@Works("check-selection")
	Map<String, Object> checkSelection(Job job) {
		return Map.of("approved", selections.approved(job.uuid("roundId")));
	}

	@Works("announce-selection")
	void announceSelection(Job job) {
		selections.announce(job.uuid("roundId"));
	}

	@Works("fill-seats")
	Map<String, Object> fillSeats(Job job) {
		return Map.of("seatsSettled", selections.fillSeats(job.uuid("roundId")));
	}

	@Works("close-waiting-list")
	Map<String, Object> closeWaitingList(Job job) {
		return Map.of("anyParticipants", selections.closeWaitingList(job.uuid("roundId")));
	}
}
