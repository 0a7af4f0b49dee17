package org.cohort.eligibility;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.cohort.application.Application;
import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.programme.Programmes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Screens applications against the minimum requirements and keeps a record of how each outcome came about. */
@Service
@Transactional
public class Screenings {

	private final Applications applications;

	private final Programmes programmes;

	private final ScreeningTable table;

	private final Enquiries enquiries;

	private final Clock clock;

	Screenings(Applications applications, Programmes programmes, ScreeningTable table,
			Enquiries enquiries, Clock clock) {
		this.applications = applications;
		this.programmes = programmes;
		this.table = table;
		this.enquiries = enquiries;
		this.clock = clock;
	}

	/** What the decision table is given for this application. */
	@Transactional(readOnly = true)
	public Map<String, Object> decisionInput(UUID applicationId) {
		Application application = applications.get(applicationId);
		return DecisionInput.of(applications.facts(applicationId),
				Requirements.of(programmes.programme(application.programmeId()).settings()));
	}

	/**
	 * Keeps what the decision table found and moves a borderline application to the coordinators. Recorded again (the
	 * engine may ask twice), the first record stays and is returned.
	 * @param number which screening of this application it is, from 1
	 */
	public Screening record(UUID applicationId, int number, String tableVersion, Map<String, Object> inputs,
			List<Finding> findings) {
		Screening screening = table.insertOnce(new Screening(applicationId, number, tableVersion, inputs, findings,
				OutcomePolicy.outcome(findings), OutcomePolicy.reasons(findings), clock.instant(), null, null, null));
		if (screening.finalOutcome() == Outcome.BORDERLINE) {
			applications.advance(applicationId, Stage.BORDERLINE);
		}
		return screening;
	}

	/**
	 * Keeps a coordinator's decision on a borderline application. Decided again, the first decision stays and is
	 * returned.
	 * @param decidedBy who decided, as far as it is known
	 */
	public Screening decideBorderline(UUID applicationId, boolean eligible, String decidedBy) {
		table.decideOnce(applicationId, eligible ? Outcome.ELIGIBLE : Outcome.NOT_ELIGIBLE, decidedBy, clock.instant());
		enquiries.overtaken(applicationId);
		return table.find(applicationId).orElseThrow();
	}

	/** Which screening of the application is due, from 1. Asked again before it is recorded, the answer is the same. */
	@Transactional(readOnly = true)
	public int number(UUID applicationId) {
		return enquiries.ended(applicationId) + 1;
	}

	/** The record of the latest screening, if there was one. */
	@Transactional(readOnly = true)
	public Optional<Screening> of(UUID applicationId) {
		return table.find(applicationId);
	}
}
