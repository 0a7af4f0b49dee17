package org.cohort.eligibility;

import java.time.Clock;
import java.time.Duration;
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
import org.cohort.links.LinkRef;
import org.cohort.links.Links;
import org.cohort.programme.Programmes;
import org.cohort.programme.ScreeningSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hears appeals against not being eligible: one for each application, within the time that the programme gives. Until
 * that is over, or the appeal is decided, the application is not settled, so the committee does not choose without it.
 * Whichever of appeal and deadline reaches the database first counts.
 */
@Service
@Transactional
public class Appeals {

	/** Links outlive the time to appeal by this much, so that a late reader is told what happened. */
	private static final Duration LINK_OUTLIVES = Duration.ofDays(90);

	private final AppealTable table;

	private final Applications applications;

	private final Programmes programmes;

	private final Links links;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Appeals(AppealTable table, Applications applications, Programmes programmes, Links links, AuditTrail audit,
			ApplicationEventPublisher events, Clock clock) {
		this.table = table;
		this.applications = applications;
		this.programmes = programmes;
		this.links = links;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/** The applicant appeals. */
	public record Made(UUID applicationId) {
	}

	/** A coordinator has decided the appeal. */
	public record Decided(UUID applicationId) {
	}

	/** How an appeal was received. */
	enum Receipt {
		TAKEN,
		/** There was one before. */
		TWICE,
		/** The time is over, or there is nothing to appeal against. */
		LATE
	}

	/**
	 * Begins the time to appeal. Called again, it stays as it was.
	 *
	 * @return nothing if the programme hears no appeals
	 */
	public Optional<Appeal> open(UUID applicationId) {
		Application application = applications.get(applicationId);
		ScreeningSettings settings = programmes.round(application.roundId()).settings().screening();
		Instant now = now();
		if (settings.hearsAppeals() && table.insert(applicationId, now, now.plus(settings.appealWithin()))) {
			applications.advance(applicationId, Stage.MAY_APPEAL);
		}
		Optional<Appeal> appeal = of(applicationId);
		appeal.ifPresent(this::link);
		return appeal;
	}

	/** The appeal of an application, made or not, once its time has begun. */
	@Transactional(readOnly = true)
	public Optional<Appeal> of(UUID applicationId) {
		return table.find(applicationId);
	}

	/** The time to appeal is over. Returns whether there was an appeal after all, and so it is heard. */
	public boolean madeOrOver(UUID applicationId) {
		if (table.over(applicationId, now())) {
			audit.record("process", "close-time-to-appeal", "application", applicationId, "");
		}
		return table.find(applicationId).map(Appeal::made).orElse(false);
	}

	/** What was decided: {@code granted}, {@code refused} or {@code undecided}. */
	@Transactional(readOnly = true)
	public String result(UUID applicationId) {
		return table.find(applicationId).map(Appeal::result).orElseThrow(
				() -> new NoSuchElementException("Application " + applicationId + " has no appeal."));
	}

	Receipt make(UUID applicationId, String words) {
		if (table.find(applicationId).map(Appeal::made).orElse(false)) {
			return Receipt.TWICE;
		}
		if (applications.stage(applicationId) != Stage.MAY_APPEAL || !table.make(applicationId, words, now())) {
			return table.find(applicationId).map(Appeal::made).orElse(false) ? Receipt.TWICE : Receipt.LATE;
		}
		applications.advance(applicationId, Stage.APPEALED);
		audit.record("applicant", "appeal", "application", applicationId, "");
		events.publishEvent(new Made(applicationId));
		return Receipt.TAKEN;
	}

	/** Decides an appeal; returns whether it was undecided before, and the applicant had not withdrawn. */
	boolean decide(UUID applicationId, boolean granted, String reason, String by) {
		if (applications.stage(applicationId) != Stage.APPEALED
				|| !table.decide(applicationId, granted, reason, by, now())) {
			return false;
		}
		audit.record(by, granted ? "grant-appeal" : "refuse-appeal", "application", applicationId, "");
		events.publishEvent(new Decided(applicationId));
		return true;
	}

	boolean possible(Appeal appeal) {
		return !appeal.made() && appeal.overAt() == null && clock.instant().isBefore(appeal.appealBy());
	}

	LinkRef link(Appeal appeal) {
		return links.issue(LinkPurpose.APPEAL, appeal.applicationId(), "", appeal.appealBy().plus(LINK_OUTLIVES));
	}

	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}
}
