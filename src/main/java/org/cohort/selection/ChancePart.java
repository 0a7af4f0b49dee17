package org.cohort.selection;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.cohort.application.Application;
import org.cohort.application.Applications;
import org.cohort.application.StatusPart;
import org.cohort.programme.Programmes;
import org.springframework.stereotype.Component;

/** Tells applicants on their own page how their round was chosen and, after a lottery, what their own chance was. */
@Component
class ChancePart implements StatusPart {

	private final Applications applications;

	private final Programmes programmes;

	private final DecisionStore decisions;

	private final ProposalStore proposals;

	ChancePart(Applications applications, Programmes programmes, DecisionStore decisions, ProposalStore proposals) {
		this.applications = applications;
		this.programmes = programmes;
		this.decisions = decisions;
		this.proposals = proposals;
	}

	@Override
	public String template() {
		return "selection/chance";
	}

	@Override
	public Map<String, Object> model(UUID applicationId, Locale locale) {
		if (decisions.standing(applicationId).isEmpty()) {
			return Map.of();
		}
		Application application = applications.get(applicationId);
		Map<String, Object> model = new HashMap<>();
		model.put("slug", programmes.round(application.roundId()).slug());
		chance(application).ifPresent(chance -> model.put("chance", chance));
		return model;
	}

	/** The chance in the lottery that the announced cohort was drawn in, 0 to 1. */
	private Optional<Double> chance(Application application) {
		return decisions.approval(application.roundId()).flatMap(approval -> proposals.document(approval.proposalId()))
			.map(org.cohort.selection.optimiser.Proposal::fromJson).map(org.cohort.selection.optimiser.Proposal::lottery)
			.map(lottery -> lottery.probabilities().get(application.code()));
	}
}
