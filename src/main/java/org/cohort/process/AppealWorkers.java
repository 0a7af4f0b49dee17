package org.cohort.process;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import org.cohort.eligibility.Appeal;
import org.cohort.eligibility.Appeals;
import org.cohort.eligibility.Enquiries;
import org.cohort.eligibility.Enquiry;
import org.springframework.stereotype.Component;

/** What an applicant is asked, and appeals, around a screening. */
@Component
class AppealWorkers {

	private final Enquiries enquiries;

	private final Appeals appeals;

	private final Clock clock;

	AppealWorkers(Enquiries enquiries, Appeals appeals, Clock clock) {
		this.enquiries = enquiries;
		this.appeals = appeals;
		this.clock = clock;
	}

	@Works("open-enquiry")
	Map<String, Object> openEnquiry(Job job) {
		Enquiry enquiry = enquiries.open(job.uuid("applicationId"));
		return Map.of("enquiryKey", enquiry.key(), "remindAnswerAt", String.valueOf(enquiry.remindAt()), "answerBy",
				String.valueOf(enquiry.answerBy()));
	}

	@Works("close-enquiry")
	void closeEnquiry(Job job) {
		enquiries.close(job.uuid("applicationId"));
	}

	@Works("open-appeal")
	Map<String, Object> openAppeal(Job job) {
		Optional<Appeal> appeal = appeals.open(job.uuid("applicationId"));
		// A process that began with an older diagram waits for an appeal in any case: until now.
		return Map.of("mayAppeal", appeal.isPresent(), "appealBy",
				appeal.map(Appeal::appealBy).orElseGet(clock::instant).toString());
	}

	@Works("close-appeal-period")
	Map<String, Object> closeAppealPeriod(Job job) {
		return Map.of("appealed", appeals.madeOrOver(job.uuid("applicationId")));
	}

	@Works("check-appeal")
	Map<String, Object> checkAppeal(Job job) {
		return Map.of("appealResult", appeals.result(job.uuid("applicationId")));
	}
}
