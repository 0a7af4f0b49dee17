package org.cohort.eligibility;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.cohort.application.ApplicationPanel;
import org.cohort.application.Applications;
import org.cohort.programme.Programmes;
import org.cohort.programme.Question;
import org.springframework.stereotype.Component;

/** What was asked once more, and appeals, on the coordinators' page of an application. */
@Component
class EnquiryPanel implements ApplicationPanel {

	private final Enquiries enquiries;

	private final Appeals appeals;

	private final Applications applications;

	private final Programmes programmes;

	EnquiryPanel(Enquiries enquiries, Appeals appeals, Applications applications, Programmes programmes) {
		this.enquiries = enquiries;
		this.appeals = appeals;
		this.applications = applications;
		this.programmes = programmes;
	}

	/** An enquiry with its questions in words. */
	record Line(Enquiry enquiry, List<String> questions) {
	}

	@Override
	public int order() {
		return 11;
	}

	@Override
	public String template() {
		return "eligibility/enquiries-panel";
	}

	@Override
	public Map<String, Object> model(UUID applicationId) {
		List<Question> questions = programmes.questions(applications.get(applicationId).programmeVersion()).questions();
		return Map.of("id", applicationId, "possible", enquiries.possible(applicationId),
				"lines", enquiries.of(applicationId).stream().map(enquiry -> new Line(enquiry, questions.stream()
						.filter(question -> enquiry.questions().contains(question.key()))
						.map(question -> question.label().toString()).toList())).toList(),
				"appeal", appeals.of(applicationId));
	}
}
