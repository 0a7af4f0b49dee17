package org.cohort.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.eligibility.Finding;
import org.cohort.eligibility.Outcome;
import org.cohort.eligibility.Screening;
import org.cohort.eligibility.Screenings;
import org.springframework.stereotype.Component;

/** Screens an application: the decision table itself is evaluated by the engine. */
@Component
class EligibilityWorkers {

	/** The table of a process that was deployed before versions were remembered. */
	private static final String UNKNOWN = "unknown";

	private final Applications applications;

	private final Screenings screenings;

	private final ScreeningTables tables;

	EligibilityWorkers(Applications applications, Screenings screenings, ScreeningTables tables) {
		this.applications = applications;
		this.screenings = screenings;
		this.tables = tables;
	}

	@Works("start-screening")
	Map<String, Object> startScreening(Job job) {
		UUID applicationId = job.uuid("applicationId");
		applications.advance(applicationId, Stage.SCREENING);
		return Map.of("facts", screenings.decisionInput(applicationId), "screening",
				screenings.number(applicationId));
	}

	@Works("record-screening")
	Map<String, Object> recordScreening(Job job) {
		Screening screening = screenings.record(job.uuid("applicationId"),
				job.has("screening") ? job.number("screening") : 1, tables.version(job.definitionKey()).orElse(UNKNOWN),
				facts(job), findings(job));
		return Map.of("outcome", screening.outcome().code(), "reasons", screening.reasons());
	}

	@Works("record-borderline-decision")
	Map<String, Object> recordBorderlineDecision(Job job) {
		boolean eligible = Outcome.of(job.text("borderlineDecision")) == Outcome.ELIGIBLE;
		Screening screening = screenings.decideBorderline(job.uuid("applicationId"), eligible,
				"a coordinator in Tasklist");
		return Map.of("outcome", screening.finalOutcome().code());
	}

	private static Map<String, Object> facts(Job job) {
		Map<String, Object> facts = new LinkedHashMap<>();
		if (job.variables().get("facts") instanceof Map<?, ?> given) {
			given.forEach((name, value) -> facts.put(String.valueOf(name), value));
		}
		return facts;
	}

	/** A table of which no rule fired gives nothing at all. */
	private static List<Finding> findings(Job job) {
		return job.has("findings") ? job.list("findings").stream().map(EligibilityWorkers::finding).toList()
				: List.of();
	}

	private static Finding finding(Object row) {
		if (row instanceof Map<?, ?> rule) {
			Object id = rule.get("rule");
			return new Finding(Outcome.of(String.valueOf(rule.get("outcome"))), String.valueOf(rule.get("reason")),
					id == null ? null : id.toString());
		}
		throw new IllegalArgumentException("The decision table must give an outcome and a reason.");
	}
}
