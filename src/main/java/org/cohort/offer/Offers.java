package org.cohort.offer;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

import org.cohort.application.Application;
import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.audit.AuditTrail;
import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.programme.Programmes;
import org.cohort.programme.Settings;
import org.cohort.selection.Selections;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Front door of the offers. All methods may be called again with the same arguments and then change nothing. */
@Service
@Transactional
public class Offers {

	/** Links outlive the offer by this much, so that a late reader is told kindly what happened. */
	private static final int LINK_OUTLIVES_DAYS = 90;

	/** The applicant has answered. */
	public record Answered(UUID applicationId, boolean accepted) {
	}

	/**
	 * An offer is over.
	 *
	 * @param outcome {@code accepted}, {@code declined}, {@code expired} or {@code withdrawn}
	 */
	public record Closed(UUID applicationId, UUID roundId, String outcome) {
	}

	private final OfferStore store;

	private final Applications applications;

	private final Programmes programmes;

	private final Selections selections;

	private final Links links;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Offers(OfferStore store, Applications applications, Programmes programmes, Selections selections, Links links,
			AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
		this.store = store;
		this.applications = applications;
		this.programmes = programmes;
		this.selections = selections;
		this.links = links;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Makes the offer of an application, with the deadline from the programme's settings; one offer per application.
	 * Somebody who has withdrawn meanwhile gets one that is withdrawn already.
	 */
	public Offer make(UUID applicationId) {
		Application application = applications.get(applicationId);
		Settings settings = programmes.round(application.roundId()).settings();
		Instant now = now();
		OfferState state = application.stage().terminal() ? OfferState.WITHDRAWN : OfferState.OPEN;
		Offer offer = new Offer(UUID.randomUUID(), applicationId, application.roundId(), now,
				now.plus(settings.remindOfferAfter()), now.plus(settings.offerWithin()), state);
		if (store.insert(offer) && state == OfferState.OPEN) {
			applications.advance(applicationId, Stage.OFFERED);
			links.issue(LinkPurpose.OFFER, applicationId, "", linkExpires(offer));
			audit.record("offers", "make-offer", "application", applicationId, "until " + offer.expiresAt());
		}
		return of(applicationId).orElseThrow();
	}

	/** The offer of an application, if one was made. */
	@Transactional(readOnly = true)
	public Optional<Offer> of(UUID applicationId) {
		return store.of(applicationId);
	}

	/**
	 * Ends the offer: as it was answered, or as expired when it was not. Moves the application to its stage, tells the
	 * selection about the seat and publishes {@link Closed}. Whichever of answer and expiry reaches the database first
	 * counts, whatever the order in which the process hears of them.
	 */
	public OfferState close(UUID applicationId) {
		Instant now = now();
		if (store.move(applicationId, OfferState.OPEN, OfferState.EXPIRED)) {
			audit.record("offers", "expire-offer", "application", applicationId, "");
		}
		Offer offer = store.of(applicationId).orElseThrow(
				() -> new NoSuchElementException("There is no offer for application " + applicationId));
		settle(offer, now);
		return store.of(applicationId).orElseThrow().state();
	}

	/**
	 * The applicant has withdrawn the application: nothing is offered any more. Offers that ended before stay as they
	 * are.
	 */
	void withdraw(UUID applicationId) {
		boolean wasOpen = store.move(applicationId, OfferState.OPEN, OfferState.WITHDRAWN);
		if (wasOpen || store.withdrawUnsettled(applicationId)) {
			settle(store.of(applicationId).orElseThrow(), now());
		}
	}

	/** @return whether this answer counts; otherwise the offer was over already */
	boolean answer(UUID applicationId, boolean accepted) {
		OfferState answer = accepted ? OfferState.ACCEPTED : OfferState.DECLINED;
		if (!store.answer(applicationId, answer, now())) {
			return false;
		}
		audit.record("applicant", accepted ? "accept-offer" : "decline-offer", "application", applicationId, "");
		events.publishEvent(new Answered(applicationId, accepted));
		return true;
	}

	static Instant linkExpires(Offer offer) {
		return offer.expiresAt().plus(LINK_OUTLIVES_DAYS, ChronoUnit.DAYS);
	}

	private void settle(Offer offer, Instant now) {
		if (!store.close(offer.id(), now)) {
			return;
		}
		OfferState outcome = offer.state();
		if (outcome == OfferState.ACCEPTED && !applications.advance(offer.applicationId(), Stage.ACCEPTED)) {
			// Withdrawn in the moment after accepting, and we hear of the answer first: nobody sits on this seat.
			store.move(offer.applicationId(), OfferState.ACCEPTED, OfferState.WITHDRAWN);
			outcome = OfferState.WITHDRAWN;
		}
		switch (outcome) {
			case ACCEPTED -> selections.seatTaken(offer.applicationId());
			case DECLINED -> {
				applications.advance(offer.applicationId(), Stage.DECLINED);
				selections.seatReturned(offer.applicationId());
			}
			case EXPIRED -> {
				applications.advance(offer.applicationId(), Stage.OFFER_EXPIRED);
				selections.seatReturned(offer.applicationId());
			}
			case WITHDRAWN -> selections.seatReturned(offer.applicationId());
			case OPEN -> throw new IllegalStateException("An open offer cannot be settled");
		}
		events.publishEvent(new Closed(offer.applicationId(), offer.roundId(), outcome.value()));
	}

	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}
}
