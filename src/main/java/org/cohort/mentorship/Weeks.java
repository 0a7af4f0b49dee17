package org.cohort.mentorship;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.cohort.language.Sentences;
import org.cohort.links.LinkPurpose;
import org.cohort.links.LinkRef;
import org.cohort.links.Links;
import org.cohort.mentorship.Week.State;
import org.cohort.programme.Programmes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The weeks of the participations and what is written about them. A first entry is taken until the week is closed;
 * corrections until the week's report is on its way. Nothing is overwritten: a correction is a further revision.
 */
@Service
@Transactional
public class Weeks {

	private final WeekStore weeks;

	private final ParticipationStore participations;

	private final Runs runs;

	private final Programmes programmes;

	private final Links links;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final Sentences sentences;

	Weeks(WeekStore weeks, ParticipationStore participations, Runs runs, Programmes programmes, Links links,
			AuditTrail audit, ApplicationEventPublisher events, Clock clock, Sentences sentences) {
		this.weeks = weeks;
		this.participations = participations;
		this.runs = runs;
		this.programmes = programmes;
		this.links = links;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
		this.sentences = sentences;
	}

	/** Plans all weeks from the first one of the run that this participation can join. */
	public List<Week> plan(UUID id) {
		var participation = participations.lock(id);
		var planned = weeks.weeks(id);
		if (!planned.isEmpty()) {
			return planned;
		}
		if (participation.state() != Participation.State.AGREEING) {
			throw new MentorshipRefused("Weeks are planned after a mentor is assigned; this participation %s."
				.formatted(participation.state().words()));
		}
		var settings = programmes.programme(participation.programmeId()).settings();
		var run = runs.plan(participation.roundId());
		int first = run.firstWeekFor(clock.instant());
		for (int number = 1; number <= run.weeks(); number++) {
			var startsAt = run.startOf(first + number - 1);
			var endsAt = startsAt.plus(run.weekLength());
			weeks.insert(new Week(id, number, startsAt, endsAt, endsAt.plus(settings.remindLogAfter()),
					endsAt.plus(settings.logGrace()), State.PLANNED));
		}
		participations.run(id, clock.instant());
		return weeks.weeks(id);
	}

	@Transactional(readOnly = true)
	public List<Week> of(UUID id) {
		return weeks.weeks(id);
	}

	@Transactional(readOnly = true)
	public Week get(UUID id, int number) {
		return weeks.get(id, number);
	}

	/** All weeks with the latest log and check-in of each. */
	@Transactional(readOnly = true)
	public List<WeekRecord> records(UUID id) {
		return weeks.records(id);
	}

	@Transactional(readOnly = true)
	public WeekRecord record(UUID id, int number) {
		return new WeekRecord(weeks.get(id, number), weeks.latest(id, number, Side.MENTOR),
				weeks.latest(id, number, Side.PARTICIPANT));
	}

	/** What one side wrote about a week, with all its corrections, the earliest first. */
	@Transactional(readOnly = true)
	public List<Entry> history(UUID id, int number, Side side) {
		return weeks.history(id, number, side);
	}

	/** The engine has come to this week: from now on people are asked for it. */
	public void open(UUID id, int number) {
		if (weeks.lock(id, number).state() == State.PLANNED) {
			weeks.move(id, number, State.OPEN);
			checkInPage(id, number);
		}
	}

	/** Whatever is missing now stays missing. */
	public void close(UUID id, int number) {
		if (weeks.lock(id, number).state() != State.CLOSED) {
			weeks.move(id, number, State.CLOSED);
		}
	}

	/** The week's report is on its way: from now on its words stay as they are. */
	public void reported(UUID id, int number) {
		weeks.lock(id, number);
		weeks.reported(id, number, clock.instant());
	}

	@Transactional(readOnly = true)
	public boolean isWritten(UUID id, int number, Side side) {
		return weeks.latest(id, number, side).isPresent();
	}

	/** The link to the check-in of a week; good until the week is closed. */
	public LinkRef checkInPage(UUID id, int number) {
		return links.issue(LinkPurpose.CHECK_IN, id, Integer.toString(number), weeks.get(id, number).closesAt());
	}

	/** The same for pages, which issue nothing: there once the week is open. */
	@Transactional(readOnly = true)
	public Optional<LinkRef> issuedCheckInPage(UUID id, int number) {
		return links.find(LinkPurpose.CHECK_IN, id, Integer.toString(number));
	}

	/** Why nothing can be written about this week by this side now; empty when it can. */
	@Transactional(readOnly = true)
	public Optional<String> closedFor(UUID id, int number, Side side) {
		return refusal(participations.get(id), weeks.get(id, number), side);
	}

	/** @throws MentorshipRefused if the week takes nothing now, or somebody else is the mentor */
	public void log(UUID id, int number, String username, Entry.Content content) {
		if (!participations.get(id).isMentoredBy(username)) {
			throw new MentorshipRefused("Only the mentor of this participation writes its log.");
		}
		write(id, number, Side.MENTOR, username, content);
		events.publishEvent(new Participations.Logged(id, number));
	}

	/** @throws MentorshipRefused if the week takes nothing now */
	public void checkIn(UUID id, int number, Entry.Content content) {
		write(id, number, Side.PARTICIPANT, "participant", content);
		events.publishEvent(new Participations.CheckedIn(id, number));
	}

	private void write(UUID id, int number, Side side, String author, Entry.Content content) {
		var week = weeks.lock(id, number);
		refusal(participations.get(id), week, side).ifPresent(reason -> {
			throw new MentorshipRefused(reason);
		});
		int revision = weeks.latest(id, number, side).map(Entry::revision).orElse(0) + 1;
		var now = clock.instant();
		weeks.insert(id, number, new Entry(side, author, revision, now, now.isAfter(week.endsAt()), content));
		audit.record(author, side == Side.MENTOR ? "log-week" : "check-in", "participation", id,
				"week %d, revision %d".formatted(number, revision));
	}

	private Optional<String> refusal(Participation participation, Week week, Side side) {
		if (participation.state().isFinal()) {
			return Optional.of(sentences.say("run.closed.over"));
		}
		if (week.startsAt().isAfter(clock.instant())) {
			return Optional.of(sentences.say("run.closed.not-begun", week.number()));
		}
		if (weeks.isReported(participation.id(), week.number())) {
			return Optional.of(sentences.say("run.closed.reported", week.number()));
		}
		if (week.state() == State.CLOSED && !isWritten(participation.id(), week.number(), side)) {
			return Optional.of(sentences.say("run.closed.nothing-received", week.number()));
		}
		return Optional.empty();
	}

	/** The mentor hours of a round against what its grant pays. */
	@Transactional(readOnly = true)
	public Budget budget(UUID roundId) {
		var settings = programmes.round(roundId).settings();
		var people = participations.inRound(roundId);
		var used = new ArrayList<Hours>();
		people.forEach(person -> weeks.records(person.id()).forEach(week -> used.add(week.mentorHours())));
		return new Budget(Hours.ofWorked(settings.mentorHoursPerWeek()), settings.weeks(), people.size(),
				used.stream().reduce(Hours.ZERO, Hours::plus));
	}
}
