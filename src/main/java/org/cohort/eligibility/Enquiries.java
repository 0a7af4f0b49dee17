package org.cohort.eligibility;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.cohort.application.AnswerChanges;
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
import org.springframework.util.MultiValueMap;

/**
 * Asks an applicant for more: a coordinator opens some questions of a borderline application again, and with the
 * answers, or after the time for them, it is screened anew. Whichever of answer and deadline reaches the database first
 * counts, whatever the order in which the process hears of them.
 */
@Service
@Transactional
public class Enquiries {

	/** Links outlive the time to answer by this much, so that a late reader is told what happened. */
	private static final Duration LINK_OUTLIVES = Duration.ofDays(90);

	private final EnquiryTable table;

	private final ScreeningTable screenings;

	private final Applications applications;

	private final AnswerChanges answers;

	private final Programmes programmes;

	private final Links links;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Enquiries(EnquiryTable table, ScreeningTable screenings, Applications applications, AnswerChanges answers,
			Programmes programmes, Links links, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
		this.table = table;
		this.screenings = screenings;
		this.applications = applications;
		this.answers = answers;
		this.programmes = programmes;
		this.links = links;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/** A coordinator asks for more. */
	public record Requested(UUID applicationId, int number) {
	}

	/** The applicant has answered. */
	public record Answered(UUID applicationId, int number) {

		/** The key of the enquiry. */
		public String key() {
			return applicationId + ":" + number;
		}
	}

	/** How an answer went. */
	sealed interface Result {

		record Taken() implements Result {
		}

		/** Something is wrong with it; nothing was changed. */
		record Refused(AnswerChanges.Result.Refused with) implements Result {
		}

		/** The time is over, or it was answered before. */
		record Over() implements Result {
		}
	}

	/** All enquiries of an application, the latest first. */
	@Transactional(readOnly = true)
	public List<Enquiry> of(UUID applicationId) {
		return table.all(applicationId);
	}

	/** Whether the applicant was asked for more and has not answered yet. */
	@Transactional(readOnly = true)
	public boolean waiting(UUID applicationId) {
		return table.all(applicationId).stream().anyMatch(one -> one.state() == Enquiry.State.OPEN);
	}

	/** Whether more can be asked for: the application is borderline, undecided, and nothing is asked at present. */
	@Transactional(readOnly = true)
	public boolean possible(UUID applicationId) {
		return applications.stage(applicationId) == Stage.BORDERLINE
				&& screenings.find(applicationId).map(screening -> screening.decision() == null).orElse(false)
				&& !waiting(applicationId);
	}

	/**
	 * Opens questions again.
	 * @return whether they were; not if the application is not (any more) borderline, or questions are open already
	 */
	boolean ask(UUID applicationId, List<String> questions, String note, String by) {
		if (!possible(applicationId)) {
			return false;
		}
		Instant now = now();
		return table.insert(applicationId, questions, note, by, now).map(number -> {
			audit.record(by, "ask-for-more", "application", applicationId, String.join(", ", questions));
			events.publishEvent(new Requested(applicationId, number));
			return true;
		}).orElse(false);
	}

	/** Begins the time to answer. Called again, the time stays as it was. */
	public Enquiry open(UUID applicationId) {
		Enquiry enquiry = latest(applicationId);
		ScreeningSettings settings = settings(applicationId);
		Instant now = now();
		table.schedule(applicationId, enquiry.number(), now.plus(settings.remindAnswerAfter()),
				now.plus(settings.answerWithin()));
		Enquiry open = latest(applicationId);
		link(open);
		return open;
	}

	/** The time to answer is over, unless an answer came. Called again, nothing changes. */
	public Enquiry close(UUID applicationId) {
		if (table.end(applicationId, Enquiry.State.EXPIRED, now())) {
			audit.record("process", "close-questions-unanswered", "application", applicationId, "");
		}
		return latest(applicationId);
	}

	/** Takes an applicant's answers, with the files that came with them. */
	Result answer(UUID applicationId, MultiValueMap<String, String> sent, HttpServletRequest request, Locale locale) {
		Enquiry enquiry = table.lockOpen(applicationId).orElse(null);
		if (enquiry == null || over(enquiry) || applications.stage(applicationId) != Stage.BORDERLINE) {
			return new Result.Over();
		}
		AnswerChanges.Result result = answers.change(applicationId, enquiry::questions, sent, request,
				AnswerChanges.APPLICANT, AnswerChanges.Occasion.ASKED, locale);
		if (result instanceof AnswerChanges.Result.Refused refused) {
			return new Result.Refused(refused);
		}
		table.end(applicationId, Enquiry.State.ANSWERED, now());
		audit.record(AnswerChanges.APPLICANT, "answer-questions", "application", applicationId, "");
		events.publishEvent(new Answered(applicationId, enquiry.number()));
		return new Result.Taken();
	}

	/** The application was decided; what was about to be asked no longer matters. */
	void overtaken(UUID applicationId) {
		if (table.end(applicationId, Enquiry.State.OVERTAKEN, now())) {
			audit.record("process", "drop-questions", "application", applicationId, "decided meanwhile");
		}
	}

	/** How many enquiries came to an end and led to another screening. */
	int ended(UUID applicationId) {
		return (int) table.all(applicationId).stream().filter(one -> one.state() == Enquiry.State.ANSWERED
				|| one.state() == Enquiry.State.EXPIRED).count();
	}

	Enquiry latest(UUID applicationId) {
		return table.all(applicationId).stream().findFirst().orElseThrow(
				() -> new NoSuchElementException("Nothing was asked about application " + applicationId + "."));
	}

	boolean over(Enquiry enquiry) {
		return enquiry.state() != Enquiry.State.OPEN
				|| enquiry.answerBy() != null && !clock.instant().isBefore(enquiry.answerBy());
	}

	LinkRef link(Enquiry enquiry) {
		Instant until = enquiry.answerBy() == null ? now() : enquiry.answerBy();
		return links.issue(LinkPurpose.MORE, enquiry.applicationId(), "", until.plus(LINK_OUTLIVES));
	}

	private ScreeningSettings settings(UUID applicationId) {
		Application application = applications.get(applicationId);
		return programmes.round(application.roundId()).settings().screening();
	}

	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}
}
