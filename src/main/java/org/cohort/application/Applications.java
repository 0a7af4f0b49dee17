package org.cohort.application;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.cohort.programme.Programmes;
import org.cohort.programme.Question;
import org.cohort.programme.QuestionSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The applications of all rounds, as other modules may see them. Every question for an id that does not exist ends in
 * {@link java.util.NoSuchElementException}.
 */
@Service
@Transactional
public class Applications {

	private final ApplicationTable table;

	private final RedactionTable redactions;

	private final StageChange stages;

	private final Pool pool;

	private final Confirmations confirmations;

	private final Drafts drafts;

	private final Programmes programmes;

	Applications(ApplicationTable table, RedactionTable redactions, StageChange stages, Pool pool,
			Confirmations confirmations, Drafts drafts, Programmes programmes) {
		this.table = table;
		this.redactions = redactions;
		this.stages = stages;
		this.pool = pool;
		this.confirmations = confirmations;
		this.drafts = drafts;
		this.programmes = programmes;
	}

	/** An application was sent and stored. */
	public record Submitted(UUID applicationId, UUID roundId, UUID programmeId) {
	}

	/** The applicant proved that the e-mail address is theirs. */
	public record EmailConfirmed(UUID applicationId) {
	}

	/** The applicant does not want to go on. */
	public record Withdrawn(UUID applicationId) {
	}

	/** The round is closed and no application is being screened or reviewed any more. Published once per round. */
	public record PoolSettled(UUID roundId) {
	}

	@Transactional(readOnly = true)
	public Application get(UUID applicationId) {
		return table.get(applicationId);
	}

	/** All applications of a round, the first sent first. */
	@Transactional(readOnly = true)
	public List<Summary> inRound(UUID roundId) {
		return table.inRound(roundId);
	}

	@Transactional(readOnly = true)
	public Stage stage(UUID applicationId) {
		return table.get(applicationId).stage();
	}

	/**
	 * Moves an application to another stage. To the stage it is in already: nothing happens. Out of a final stage, or
	 * back to an earlier one: also nothing, because the engine may be a moment behind somebody who has just withdrawn,
	 * and a worker that was held up behind another one that did its work meanwhile.
	 * @return whether the application is in that stage now
	 */
	public boolean advance(UUID applicationId, Stage stage) {
		return stages.advance(applicationId, stage);
	}

	/** Until when the address has to be confirmed. Counted from the first time this is asked. */
	public Instant confirmBy(UUID applicationId) {
		return confirmations.deadline(applicationId,
				programmes.round(table.get(applicationId).roundId()).settings());
	}

	/**
	 * The time to confirm the address is over: an application that was not confirmed lapses.
	 * @return whether it was confirmed after all, and so goes on
	 */
	public boolean confirmedOrLapsed(UUID applicationId) {
		return confirmations.confirmedOrLapsed(applicationId);
	}

	/** Reminds everybody who asked for a link to their draft and has not sent it; each once. */
	public int remindDrafts(UUID roundId) {
		return drafts.remind(roundId);
	}

	/** Deletes what was begun in a round and never sent. */
	public int deleteDrafts(UUID roundId) {
		return drafts.deleteOf(roundId);
	}

	/** Closes a round to new applications, and tells if nothing is left to wait for. */
	public void closeRound(UUID roundId) {
		programmes.markClosed(roundId);
		pool.settleIfNothingIsLeft(roundId);
	}

	/**
	 * What reviewers may see: the code, and the answers that are visible in review and not personal, with bars in place
	 * of what a coordinator blacked out.
	 */
	@Transactional(readOnly = true)
	public Dossier dossier(UUID applicationId) {
		return unredacted(applicationId).without(redactions.passages(applicationId));
	}

	/** The same before anything was blacked out, for coordinators. */
	@Transactional(readOnly = true)
	Dossier unredacted(UUID applicationId) {
		Application application = table.get(applicationId);
		return Dossiers.dossier(application, questions(application), table.answers(applicationId));
	}

	@Transactional(readOnly = true)
	Optional<FileAnswer> dossierFile(UUID applicationId, String question) {
		return Dossiers.file(questions(table.get(applicationId)), table.answers(applicationId), question);
	}

	/** Who applied. Never log it, never give it to the engine or a reviewer. */
	@Transactional(readOnly = true)
	public Contact contact(UUID applicationId) {
		return table.contact(applicationId);
	}

	/** The organisation as the applicant named it, if the programme asks a question with the key {@code organisation}. */
	@Transactional(readOnly = true)
	public Optional<String> organisation(UUID applicationId) {
		return table.answers(applicationId).one("organisation");
	}

	/**
	 * The addresses by which the applicant's commits are known, in small letters: their own, once it is confirmed, and
	 * those that they gave besides. Never show them to a reviewer, never log them.
	 */
	@Transactional(readOnly = true)
	public Set<String> commitAddresses(UUID applicationId) {
		Application application = table.get(applicationId);
		Set<String> addresses = new LinkedHashSet<>();
		if (application.confirmedAt() != null) {
			addresses.add(table.contact(applicationId).email().toLowerCase(Locale.ROOT));
		}
		questions(application).question(Question.Fact.COMMIT_ADDRESSES)
			.flatMap(question -> table.answers(applicationId).one(question.key()))
			.ifPresent(text -> addresses.addAll(AnswerReading.addresses(text)));
		return addresses;
	}

	@Transactional(readOnly = true)
	public Facts facts(UUID applicationId) {
		Application application = table.get(applicationId);
		return AnswerReading.facts(questions(application), table.answers(applicationId),
				AvailabilityView.run(programmes.round(application.roundId())),
				table.participatedBefore(applicationId));
	}

	@Transactional(readOnly = true)
	public Attributes selectionAttributes(UUID applicationId) {
		Application application = table.get(applicationId);
		return AnswerReading.attributes(questions(application), table.answers(applicationId),
				programmes.round(application.roundId()).runStartsAt());
	}

	/** The same for every application of a round. */
	@Transactional(readOnly = true)
	public Map<UUID, Attributes> selectionAttributesInRound(UUID roundId) {
		Instant starts = programmes.round(roundId).runStartsAt();
		Map<Long, QuestionSet> asked = new HashMap<>();
		Map<UUID, Attributes> attributes = new HashMap<>();
		table.answersInRound(roundId).forEach((id, answered) -> attributes.put(id, AnswerReading.attributes(
				asked.computeIfAbsent(answered.programmeVersion(), programmes::questions), answered.answers(), starts)));
		return attributes;
	}

	/**
	 * What was answered to a question in a round, so written that equal answers are equal texts whatever their capitals
	 * and blanks: for limits such as «at most one of an organisation». Who did not answer has no entry.
	 */
	@Transactional(readOnly = true)
	public Map<UUID, String> comparableAnswers(UUID roundId, String question) {
		Map<UUID, String> comparable = new HashMap<>();
		table.answersInRound(roundId).forEach((id, answered) -> {
			String text = String.join(";", answered.answers().all(question)).strip().replaceAll("\\s+", " ")
					.toLowerCase(Locale.ROOT);
			if (!text.isEmpty()) {
				comparable.put(id, text);
			}
		});
		return comparable;
	}

	/** The applicant's time zone, if the programme asks for it; for showing deadlines to them. */
	@Transactional(readOnly = true)
	public Optional<ZoneId> timeZone(UUID applicationId) {
		return AnswerReading.timeZone(questions(table.get(applicationId)), table.answers(applicationId));
	}

	/** Those that were answered, not those of today. */
	private QuestionSet questions(Application application) {
		return programmes.questions(application.programmeVersion());
	}
}
