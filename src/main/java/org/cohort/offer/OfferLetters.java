package org.cohort.offer;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.cohort.application.Applications;
import org.cohort.application.LetterDetails;
import org.cohort.language.Dates;
import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.mail.MailOrder;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.Settings;
import org.springframework.stereotype.Component;

/** What mails about offers say: what is offered, until when, and the link to answer. */
@Component
class OfferLetters implements LetterDetails {

	private static final Set<String> OURS = Set.of("offer", "offer-reminder", "offer-expired", "offer-declined",
			"offer-accepted");

	private final Offers offers;

	private final Programmes programmes;

	private final Links links;

	private final Applications applications;

	OfferLetters(Offers offers, Programmes programmes, Links links, Applications applications) {
		this.offers = offers;
		this.programmes = programmes;
		this.links = links;
		this.applications = applications;
	}

	@Override
	public Map<String, Object> details(MailOrder order) {
		if (!OURS.contains(order.template())) {
			return Map.of();
		}
		Offer offer = offers.of(order.subject()).orElseThrow();
		Round round = programmes.round(offer.roundId());
		Settings settings = round.settings();
		Map<String, Object> details = new HashMap<>();
		Dates dates = new Dates(applications.contact(order.subject()).locale());
		details.put("expiresAt", dates.moment(offer.expiresAt().atZone(settings.timeZone())));
		details.put("runStartsAt", dates.date(round.runStartsAt().atZone(settings.timeZone())));
		details.put("runEndsAt", dates.date(round.runStartsAt().plus(settings.run()).atZone(settings.timeZone())));
		details.put("weeks", settings.weeks());
		details.put("hoursPerWeek", settings.hoursPerWeek());
		details.put("mentorHoursPerWeek", settings.mentorHoursPerWeek());
		details.put("offerLink", links.issue(LinkPurpose.OFFER, offer.applicationId(), "", Offers.linkExpires(offer))
				.placeholder());
		return details;
	}
}
