package org.cohort.mentorship;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.cohort.application.Applications;
import org.cohort.audit.AuditTrail;
import org.cohort.directory.Directory;
import org.cohort.language.Sentences;
import org.cohort.links.LinkPurpose;
import org.cohort.links.LinkRef;
import org.cohort.links.Links;
import org.cohort.mentorship.Participation.State;
import org.cohort.programme.Programmes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The participations, from an accepted offer to their end. Every method may be called again with the same arguments
 * and then changes nothing; an unknown id is a {@link java.util.NoSuchElementException}.
 */
@Service
@Transactional
public class Participations {

	private final ParticipationStore participations;

	private final Runs runs;

	private final Programmes programmes;

	private final Applications applications;

	private final Directory directory;

	private final Links links;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final Sentences sentences;

	Participations(ParticipationStore participations, Runs runs, Programmes programmes, Applications applications,
			Directory directory, Links links, AuditTrail audit, ApplicationEventPublisher events, Clock clock,
			Sentences sentences) {
		this.participations = participations;
		this.runs = runs;
		this.programmes = programmes;
		this.applications = applications;
		this.directory = directory;
		this.links = links;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
		this.sentences = sentences;
	}

	/** A participation began and waits for a mentor. */
	public record Started(UUID participationId, UUID roundId) {
	}

	/** One side confirmed the agreement; {@code by} is «mentor» or «participant». */
	public record AgreementConfirmed(UUID participationId, String by) {
	}

	/** The mentor wrote the log of a week, or corrected it. */
	public record Logged(UUID participationId, int week) {
	}

	/** The participant wrote the check-in of a week, or corrected it. */
	public record CheckedIn(UUID participationId, int week) {
	}

	/** A participation ended early; {@code reason} is a word of {@link Ending}. */
	public record Ended(UUID participationId, String reason) {
	}

	/** A participation ran to its end. Not published for those that ended early. */
	public record Completed(UUID participationId, UUID roundId) {
	}

	/** The seats of a round are settled and its run has begun. */
	public record RunStarted(UUID roundId) {
	}

	/** Every participation of a started run is over. */
	public record RunCompleted(UUID roundId) {
	}

	/** When both sides should have confirmed, and when they are reminded. */
	public record AgreementSchedule(Instant agreeBy, Instant remindAt) {
	}

	/** Starts the participation of an accepted application, or finds the one that was started. */
	public UUID start(UUID applicationId) {
		var application = applications.get(applicationId);
		var round = programmes.round(application.roundId());
		var participation = new Participation(UUID.randomUUID(), applicationId, round.id(), round.programmeId(),
				application.code(), null, State.STARTED, clock.instant(), null, null);
		if (participations.insert(participation)) {
			audit.record("process", "start-participation", "participation", participation.id(), "");
			events.publishEvent(new Started(participation.id(), round.id()));
		}
		return participations.ofApplication(applicationId).orElseThrow().id();
	}

	@Transactional(readOnly = true)
	public Participation get(UUID id) {
		return participations.get(id);
	}

	@Transactional(readOnly = true)
	public Optional<Participation> ofApplication(UUID applicationId) {
		return participations.ofApplication(applicationId);
	}

	/** All participations of a round, by code. */
	@Transactional(readOnly = true)
	public List<Participation> inRound(UUID roundId) {
		return participations.inRound(roundId);
	}

	@Transactional(readOnly = true)
	public List<Participation> ofMentor(String username) {
		return participations.ofMentor(username);
	}

	/** All participations, the latest first. */
	@Transactional(readOnly = true)
	public List<Participation> all() {
		return participations.all();
	}

	/** Those who could mentor in this round, the least busy first. */
	@Transactional(readOnly = true)
	public List<MentorOption> mentorOptions(UUID roundId) {
		var busy = participations.mentoringNow();
		return directory.members("mentors")
			.stream()
			.map(person -> new MentorOption(person.username(), person.name(), busy.getOrDefault(person.username(), 0)))
			.sorted(MentorOption.LEAST_BUSY_FIRST)
			.toList();
	}

	/** Counted from now: the participation is about to ask for the agreement. */
	@Transactional(readOnly = true)
	public AgreementSchedule agreementSchedule(UUID id) {
		var settings = programmes.programme(participations.get(id).programmeId()).settings();
		var now = clock.instant();
		return new AgreementSchedule(now.plus(settings.agreementWithin()), now.plus(settings.remindAgreementAfter()));
	}

	/**
	 * Gives the participation to a mentor.
	 * @throws MentorshipRefused if that person is not in the group of mentors, or the weeks have begun
	 */
	public void assignMentor(UUID id, String username) {
		var participation = participations.lock(id);
		if (participation.isMentoredBy(username)) {
			return;
		}
		if (participation.state() != State.STARTED && participation.state() != State.AGREEING) {
			throw new MentorshipRefused("A mentor is assigned before the weeks begin; this participation %s."
				.formatted(participation.state().words()));
		}
		if (directory.members("mentors").stream().noneMatch(person -> person.username().equals(username))) {
			throw new MentorshipRefused("«%s» is not in the group «mentors».".formatted(username));
		}
		participations.assign(id, username);
		audit.record("process", "assign-mentor", "participation", id, username);
	}

	/** What both promise, as the programme's settings say it now. */
	@Transactional(readOnly = true)
	public AgreementWording wording(UUID id) {
		return AgreementWording.of(programmes.programme(participations.get(id).programmeId()), sentences,
				Sentences.reader());
	}

	/** Who has confirmed the agreement, and when. */
	@Transactional(readOnly = true)
	public Map<Side, Instant> agreements(UUID id) {
		return participations.agreements(id);
	}

	public void confirmByParticipant(UUID id) {
		confirm(id, Side.PARTICIPANT, "participant");
	}

	/** @throws MentorshipRefused if somebody else is the mentor */
	public void confirmByMentor(UUID id, String username) {
		if (!participations.get(id).isMentoredBy(username)) {
			throw new MentorshipRefused("Only the mentor of this participation can confirm its agreement.");
		}
		confirm(id, Side.MENTOR, username);
	}

	/** The mentor cannot do it: the participation waits for another one. */
	public void declineByMentor(UUID id, String username) {
		var participation = participations.lock(id);
		if (participation.state() == State.AGREEING && participation.isMentoredBy(username)) {
			participations.unassign(id);
			audit.record(username, "decline-agreement", "participation", id, "");
		}
	}

	private void confirm(UUID id, Side side, String by) {
		var participation = participations.lock(id);
		if (participation.state().isFinal()) {
			throw new MentorshipRefused("This participation is already over.");
		}
		if (participations.insertAgreement(id, side, by, wording(id).text(side), clock.instant())) {
			audit.record(by, "confirm-agreement", "participation", id, side.word());
			events.publishEvent(new AgreementConfirmed(id, side.word()));
		}
	}

	/**
	 * Ends a participation before its time. One that is already over stays as it is.
	 * @param actor user name, or «participant»
	 * @param note why, in that person's words; may be empty
	 */
	public void end(UUID id, Ending ending, String actor, String note) {
		if (participations.lock(id).state().isFinal()) {
			return;
		}
		participations.end(id, ending, note, clock.instant());
		audit.record(actor, "end-participation", "participation", id, ending.word());
		events.publishEvent(new Ended(id, ending.word()));
	}

	/** What was written when the participation was ended; for coordinators and its mentor only. */
	@Transactional(readOnly = true)
	public Optional<String> endingNote(UUID id) {
		return participations.endingNote(id);
	}

	/** The process of a participation is over, at its end or early; the last one of a started run completes the run. */
	public void complete(UUID id) {
		var participation = participations.lock(id);
		if (!participation.state().isFinal()) {
			participations.finish(id, State.COMPLETED, clock.instant());
			audit.record("process", "complete-participation", "participation", id, "");
			events.publishEvent(new Completed(id, participation.roundId()));
		}
		runs.completeIfOver(participation.roundId());
	}

	/** The link to the participant's own page; good for the whole run and half a year after. */
	public LinkRef ownPage(UUID id) {
		var participation = participations.get(id);
		var run = programmes.programme(participation.programmeId()).settings().run();
		return links.issue(LinkPurpose.PARTICIPATION, id, "", clock.instant().plus(run).plus(Runs.HALF_A_YEAR));
	}
}
