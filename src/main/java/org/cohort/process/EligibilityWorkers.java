package org.cohort.process;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/** Screens an application: the decision table itself is evaluated by the engine. */
@Component
class EligibilityWorkers {

	private static final String TABLE_VERSION = tableVersion();

	private final Applications applications;

	private final Screenings screenings;

	EligibilityWorkers(Applications applications, Screenings screenings) {
		this.applications = applications;
		this.screenings = screenings;
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
				job.has("screening") ? job.number("screening") : 1, TABLE_VERSION, facts(job), findings(job));
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

	/** Which table it was: the first part of the file's checksum, as it is in this version of Cohort. */
	private static String tableVersion() {
		try {
			return DigestUtils.md5DigestAsHex(new ClassPathResource("bpmn/eligibility.dmn").getContentAsByteArray())
					.substring(0, 12);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}
}
