package org.cohort.eligibility;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.cohort.application.Applications;
import org.cohort.application.LetterDetails;
import org.cohort.language.Dates;
import org.cohort.mail.MailOrder;
import org.cohort.programme.Programmes;
import org.cohort.programme.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What mails about questions once more and about appeals say. */
@Component
class EnquiryLetters implements LetterDetails {

	private final Enquiries enquiries;

	private final Appeals appeals;

	private final Applications applications;

	private final Programmes programmes;

	private final String publicUrl;

	EnquiryLetters(Enquiries enquiries, Appeals appeals, Applications applications, Programmes programmes,
			@Value("${cohort.public-url}") String publicUrl) {
		this.enquiries = enquiries;
		this.appeals = appeals;
		this.applications = applications;
		this.programmes = programmes;
		this.publicUrl = publicUrl;
	}

	@Override
	public Map<String, Object> details(MailOrder order) {
		return switch (order.template()) {
			case "more-asked", "more-reminder" -> asked(order);
			case "not-eligible" -> mayAppeal(order);
			case "appeal-granted", "appeal-refused" -> Map.of("reason",
					String.valueOf(appeals.of(order.subject()).orElseThrow().reason()));
			case "appeal-submitted", "appeal-waiting" -> Map.of("appealPage",
					publicUrl + "/staff/applications/" + order.subject() + "/appeal");
			default -> Map.of();
		};
	}

	private Map<String, Object> asked(MailOrder order) {
		Enquiry enquiry = enquiries.latest(order.subject());
		Settings settings = settings(order);
		Locale reader = locale(order);
		List<String> questions = programmes.questions(applications.get(order.subject()).programmeVersion()).questions()
				.stream().filter(question -> enquiry.questions().contains(question.key()))
				.map(question -> question.label().in(reader)).toList();
		return Map.of("note", enquiry.note(), "questions", questions, "answerBy", new Dates(locale(order))
				.moment(Objects.requireNonNull(enquiry.answerBy()).atZone(settings.timeZone())), "moreLink",
				enquiries.link(enquiry).placeholder());
	}

	private Map<String, Object> mayAppeal(MailOrder order) {
		return appeals.of(order.subject()).map(appeal -> Map.<String, Object>of("appealBy", new Dates(locale(order))
				.moment(appeal.appealBy().atZone(settings(order).timeZone())), "appealLink",
				appeals.link(appeal).placeholder())).orElse(Map.of());
	}

	private Settings settings(MailOrder order) {
		return programmes.round(applications.get(order.subject()).roundId()).settings();
	}

	private Locale locale(MailOrder order) {
		return applications.contact(order.subject()).locale();
	}
}
