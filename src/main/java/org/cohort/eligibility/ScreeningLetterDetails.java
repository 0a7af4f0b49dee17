package org.cohort.eligibility;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.cohort.application.Applications;
import org.cohort.application.LetterDetails;
import org.cohort.mail.MailOrder;
import org.springframework.stereotype.Component;

/** The reasons of a screening, for the mails that tell them. */
@Component
class ScreeningLetterDetails implements LetterDetails {

	private static final Set<String> TEMPLATES = Set.of("not-eligible", "borderline");

	private final ScreeningTable table;

	private final Applications applications;

	private final Reasons reasons;

	ScreeningLetterDetails(ScreeningTable table, Applications applications, Reasons reasons) {
		this.table = table;
		this.applications = applications;
		this.reasons = reasons;
	}

	@Override
	public Map<String, Object> details(MailOrder order) {
		if (!TEMPLATES.contains(order.template())) {
			return Map.of();
		}
		Locale locale = order.audience().equals("applicant") ? applications.contact(order.subject()).locale()
				: Locale.ENGLISH;
		return Map.of("reasons", table.find(order.subject()).map(screening -> reasons.words(screening, locale))
				.orElse(List.of()));
	}
}
