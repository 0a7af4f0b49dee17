package org.cohort.eligibility;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.application.StatusPart;
import org.cohort.language.Dates;
import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.programme.Programmes;
import org.springframework.stereotype.Component;

/** Leads from the status page to questions that are open again, and to the appeal. */
@Component
class ScreeningStatus implements StatusPart {

	private final Enquiries enquiries;

	private final Appeals appeals;

	private final Applications applications;

	private final Programmes programmes;

	private final Links links;

	ScreeningStatus(Enquiries enquiries, Appeals appeals, Applications applications, Programmes programmes,
			Links links) {
		this.enquiries = enquiries;
		this.appeals = appeals;
		this.applications = applications;
		this.programmes = programmes;
		this.links = links;
	}

	@Override
	public String template() {
		return "eligibility/status";
	}

	@Override
	public Map<String, Object> model(UUID applicationId, Locale locale) {
		Map<String, Object> model = new HashMap<>();
		var zone = programmes.round(applications.get(applicationId).roundId()).settings().timeZone();
		Stage stage = applications.stage(applicationId);
		if (stage == Stage.BORDERLINE) {
			enquiries.of(applicationId).stream().findFirst()
					.filter(enquiry -> !enquiries.over(enquiry) && enquiry.answerBy() != null)
					.ifPresent(enquiry -> links.find(LinkPurpose.MORE, applicationId, "").ifPresent(link -> {
						model.put("more", links.uri(link).getRawPath());
						model.put("moreUntil", new Dates(locale).moment(enquiry.answerBy().atZone(zone)));
					}));
		}
		appeals.of(applicationId).filter(appeal -> appeal.made() || stage == Stage.MAY_APPEAL && appeals.possible(appeal))
				.ifPresent(appeal -> links.find(LinkPurpose.APPEAL, applicationId, "").ifPresent(link -> {
					model.put("appeal", links.uri(link).getRawPath());
					model.put("made", appeal.made());
					model.put("appealUntil", new Dates(locale).moment(appeal.appealBy().atZone(zone)));
				}));
		return model;
	}
}
