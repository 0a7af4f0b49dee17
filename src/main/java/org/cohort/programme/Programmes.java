package org.cohort.programme;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The programmes and their rounds. Every question for an id that does not exist ends in
 * {@link java.util.NoSuchElementException}.
 */
@Service
@Transactional
public class Programmes {

	private final ProgrammeTable programmes;

	private final RoundTable rounds;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Programmes(ProgrammeTable programmes, RoundTable rounds, ApplicationEventPublisher events, Clock clock) {
		this.programmes = programmes;
		this.rounds = rounds;
		this.events = events;
		this.clock = clock;
	}

	/** A round takes applications from now on, or from its opening. */
	public record RoundOpened(UUID roundId) {
	}

	/** A coordinator wants the round closed before its time. */
	public record RoundCloseRequested(UUID roundId) {
	}

	/** The closing of an open round was moved; whoever waits for it has to look again. */
	public record RoundDatesChanged(UUID roundId, Instant closesAt) {
	}

	@Transactional(readOnly = true)
	public Programme programme(UUID id) {
		return programmes.get(id);
	}

	@Transactional(readOnly = true)
	public Optional<Programme> programmeBySlug(String slug) {
		return programmes.bySlug(slug);
	}

	@Transactional(readOnly = true)
	public List<Programme> programmes() {
		return programmes.all();
	}

	@Transactional(readOnly = true)
	public Round round(UUID id) {
		return rounds.get(id);
	}

	@Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
	public Optional<Round> roundBySlug(String slug) {
		return rounds.bySlug(slug);
	}

	/** Rounds that take applications at this moment, the next to close first. */
	@Transactional(readOnly = true)
	public List<Round> openRounds() {
		return rounds.open(clock.instant());
	}

	/** All rounds, the newest first. */
	@Transactional(readOnly = true)
	public List<Round> rounds() {
		return rounds.all();
	}

	/**
	 * Opens a round of a programme and tells the rest of the house.
	 * @throws ProgrammeRefused if the short name is taken or the closing is already past
	 */
	public Round openRound(UUID programmeId, RoundPlan plan) {
		if (!plan.closesAt().isAfter(clock.instant())) {
			throw new ProgrammeRefused("The closing date is already past. Choose a later one.");
		}
		Round round = new Round(UUID.randomUUID(), programmeId, plan.slug(), plan.title(), whole(plan.opensAt()),
				whole(plan.closesAt()), whole(plan.runStartsAt()), plan.seats(), RoundState.OPEN,
				programme(programmeId));
		try {
			rounds.insert(round, clock.instant());
		}
		catch (DuplicateKeyException taken) {
			throw new ProgrammeRefused("There is already a round with the short name «" + plan.slug() + "».", taken);
		}
		events.publishEvent(new RoundOpened(round.id()));
		return round;
	}

	/**
	 * Changes the title, dates and seats of a round that still takes applications, or will; its short name stays.
	 * @param seen the round as it was when somebody decided so; refused if it is another by now
	 * @throws ProgrammeRefused with words for the person who wants it
	 */
	public Round changeRound(RoundPlan seen, RoundPlan wanted) {
		Round round = rounds.bySlug(seen.slug()).map(Round::id).map(rounds::lock)
				.orElseThrow(() -> new NoSuchElementException("There is no round " + seen.slug() + "."));
		Instant now = clock.instant();
		if (round.state() != RoundState.OPEN || !round.closesAt().isAfter(now)) {
			throw new ProgrammeRefused("The round has closed meanwhile; its dates can no longer be changed.");
		}
		if (!round.plan().equals(seen)) {
			throw new ProgrammeRefused("Somebody else has changed the round meanwhile. Look at what stands there now.");
		}
		if (!wanted.closesAt().isAfter(now)) {
			throw new ProgrammeRefused("The closing date is already past. Choose a later one, or close the round now.");
		}
		if (!wanted.opensAt().equals(seen.opensAt()) && !seen.opensAt().isAfter(now)) {
			throw new ProgrammeRefused("The round has opened already; its opening can no longer be changed.");
		}
		rounds.change(round.id(), wanted);
		if (!wanted.closesAt().equals(seen.closesAt())) {
			events.publishEvent(new RoundDatesChanged(round.id(), wanted.closesAt()));
		}
		return rounds.get(round.id());
	}

	/** Asks for the round to be closed now; the run starts when it was planned to. */
	public void closeNow(UUID roundId) {
		closeNow(roundId, false);
	}

	/**
	 * Asks for the round to be closed now. Asked again, or for a round that is no longer open, it changes nothing.
	 * @param bringForward whether the run starts earlier by as much
	 */
	public void closeNow(UUID roundId, boolean bringForward) {
		Round round = rounds.lock(roundId);
		Instant now = clock.instant();
		if (round.state() == RoundState.OPEN && round.closesAt().isAfter(now)) {
			Instant closesAt = now.isAfter(round.opensAt()) ? whole(now) : round.opensAt().plusMillis(1);
			Duration earlier = bringForward ? Duration.between(closesAt, round.closesAt()) : Duration.ZERO;
			rounds.times(roundId, closesAt, round.runStartsAt().minus(earlier));
			events.publishEvent(new RoundCloseRequested(roundId));
		}
	}

	/** The round takes no more applications. Returns whether this call did it. */
	public boolean markClosed(UUID roundId) {
		return moveTo(roundId, RoundState.CLOSED);
	}

	/** The participants of the round are being mentored. */
	public boolean markRunning(UUID roundId) {
		return moveTo(roundId, RoundState.RUNNING);
	}

	/** Nothing more happens in the round. */
	public boolean markCompleted(UUID roundId) {
		return moveTo(roundId, RoundState.COMPLETED);
	}

	/** Reads a round and keeps everybody else from changing it, or from locking it, until the transaction ends. */
	public Round lock(UUID roundId) {
		return rounds.lock(roundId);
	}

	/** Reads a round and keeps it from being closed until the transaction ends; many may hold this at once. */
	public Round hold(UUID roundId) {
		return rounds.hold(roundId);
	}

	/** As the other, by the round's short name; nothing if there is none. */
	public Optional<Round> hold(String slug) {
		return rounds.hold(slug);
	}

	/** The questions that a programme asked in one of its versions; an application knows which it answered. */
	@Transactional(readOnly = true)
	public QuestionSet questions(long version) {
		return programmes.questions(version);
	}

	/** All that a programme was, the newest first. */
	@Transactional(readOnly = true)
	public List<ProgrammeVersion> versions(UUID programmeId) {
		return programmes.versions(programmeId);
	}

	@Transactional(readOnly = true)
	public ProgrammeVersion version(long version) {
		return programmes.version(version);
	}

	/** Reads a programme and keeps everybody else from changing it until the transaction ends. */
	public Programme lockProgramme(UUID programmeId) {
		return programmes.lock(programmeId);
	}

	/**
	 * Changes a programme; what it was stays in its history. If nothing would change, nothing does.
	 * @param what was changed, in a few words
	 */
	public Programme change(UUID programmeId, ProgrammeTree wanted, String what, String author) {
		Programme now = programmes.lock(programmeId);
		return now.name().equals(wanted.name()) && now.settings().equals(wanted.settings()) ? now
				: programmes.change(programmeId, wanted.name(), wanted.settings(),
						new ProgrammeTable.Change(what, author, clock.instant()));
	}

	/** What is wrong with a short name for a new programme, in words; nothing if it can be taken. */
	@Transactional(readOnly = true)
	public Optional<String> problemWithShortName(String slug) {
		try {
			Check.key(slug, "The short name");
		}
		catch (IllegalArgumentException wrong) {
			return Optional.ofNullable(wrong.getMessage());
		}
		return programmes.bySlug(slug).map(there -> "«" + there.name() + "» has this short name already.");
	}

	/**
	 * Makes a new programme that has all settings of another one, and no rounds.
	 * @throws ProgrammeRefused if the short name cannot be taken
	 */
	public Programme copy(UUID original, String slug, String name, String author) {
		problemWithShortName(slug).ifPresent(problem -> {
			throw new ProgrammeRefused(problem);
		});
		Programme copied = programme(original);
		return programmes.insert(slug, Check.text(name, "The programme's name"), copied.settings(),
				new ProgrammeTable.Change("copy of " + copied.slug(), author, clock.instant()));
	}

	/** Like {@link #importYaml(InputStream, String)}, by Cohort itself. */
	public Programme importYaml(InputStream yaml) {
		return importYaml(yaml, "Cohort");
	}

	/**
	 * Creates the programme of a file, or changes the settings of the one with the same short name.
	 * @param author who did it, for the history
	 */
	public Programme importYaml(InputStream yaml, String author) {
		return store(ProgrammeFile.read(yaml), author);
	}

	@Transactional(readOnly = true)
	public String exportYaml(UUID programmeId) {
		Programme programme = programme(programmeId);
		return new ProgrammeFile(programme.slug(), programme.name(), programme.settings(), null).write();
	}

	Programme store(ProgrammeFile file, String author) {
		var change = new ProgrammeTable.Change("import of a file", author, clock.instant());
		return programmes.bySlug(file.slug())
				.map(there -> change(there.id(), new ProgrammeTree(file.name(), file.settings()), change.what(), author))
				.orElseGet(() -> programmes.insert(file.slug(), file.name(), file.settings(), change));
	}

	private boolean moveTo(UUID roundId, RoundState state) {
		Round round = rounds.lock(roundId);
		if (round.state().compareTo(state) >= 0) {
			return false;
		}
		rounds.state(roundId, state);
		return true;
	}

	/** PostgreSQL keeps microseconds; what is returned is what is stored. */
	private static Instant whole(Instant instant) {
		return instant.truncatedTo(ChronoUnit.MICROS);
	}
}
