package org.cohort.application;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;

import org.cohort.audit.AuditTrail;
import org.cohort.programme.Programmes;
import org.cohort.programme.Question;
import org.cohort.programme.QuestionSet;
import org.cohort.programme.Round;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/**
 * Changes answers of an application that was sent. Answers, history, audit entry and event are one transaction; what an
 * answer was before is never lost. Who may change which questions, and until when, is decided by the caller.
 */
@Service
@Transactional
public class AnswerChanges {

	/** Who changed it, if it was the applicant. */
	public static final String APPLICANT = "applicant";

	private final ApplicationTable table;

	private final ChangeTable changes;

	private final Uploads uploads;

	private final Programmes programmes;

	private final AuditTrail audit;

	private final FormViews views;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	AnswerChanges(ApplicationTable table, ChangeTable changes, Uploads uploads, Programmes programmes, AuditTrail audit,
			FormViews views, ApplicationEventPublisher events, Clock clock) {
		this.table = table;
		this.changes = changes;
		this.uploads = uploads;
		this.programmes = programmes;
		this.audit = audit;
		this.views = views;
		this.events = events;
		this.clock = clock;
	}

	/** Why answers were changed. */
	public enum Occasion {

		/** The applicant wanted to, before the closing. */
		CHANGE,
		/** A coordinator asked for more. */
		ASKED,
		/** A member of staff put something right. */
		CORRECTION,
		/** Two applications of the same person became one. */
		MERGE
	}

	/** Answers of an application that was sent were changed. */
	public record AnswersChanged(UUID applicationId, Set<String> questions) {
	}

	/** How it went. */
	public sealed interface Result {

		/** Stored, as the change with this number; counted from 1 for each application. */
		record Stored(int number) implements Result {
		}

		/** All answers are what they were. */
		record Same() implements Result {
		}

		/**
		 * Something is wrong, and nothing was changed; the form says what, and holds all that was typed.
		 *
		 * @param otherQuestions whether questions were answered that are not (any more) asked here
		 */
		record Refused(AnswerForm form, boolean otherQuestions) implements Result {
		}
	}

	/**
	 * The form for these questions of an application: in each field stands what was typed before and not sent yet, or
	 * what was answered. Questions that the programme does not ask are left out.
	 */
	@Transactional(readOnly = true)
	public AnswerForm form(UUID applicationId, Collection<String> questions, Locale locale) {
		Answers now = table.answers(applicationId);
		Map<String, List<String>> fields = new LinkedHashMap<>(now.values());
		changes.kept(applicationId).ifPresent(fields::putAll);
		return views.some(round(applicationId), all(applicationId), asked(applicationId, questions),
				new FormInput(applicationId, "", "", fields), now, Map.of(), locale);
	}

	/**
	 * Judges what was sent for these questions and, if all is well, puts it in the place of the answers. A question of
	 * these that is missing in what was sent is emptied; a question that is not one of these is refused.
	 * @param sent the fields of the form, as the browser sent them
	 * @param by the user name of a member of staff, or {@link #APPLICANT}
	 */
	public Result change(UUID applicationId, Collection<String> questions, MultiValueMap<String, String> sent, String by,
			Occasion occasion, Locale locale) {
		return change(applicationId, asked(applicationId, questions), FormInput.of(sent), by, occasion, locale);
	}

	/**
	 * As the other, with the files that came with the form, for questions that are decided on only now: what speaks
	 * against a change either is known when they are asked for, or waits until the change is stored.
	 * @param questions asked while the application is locked
	 */
	public Result change(UUID applicationId, Supplier<? extends Collection<String>> questions,
			MultiValueMap<String, String> sent, HttpServletRequest request, String by, Occasion occasion, Locale locale) {
		table.lock(applicationId);
		List<Question> asked = asked(applicationId, questions.get());
		FormInput form = uploads.take(FileTable.Owner.application(applicationId), asked, request, FormInput.of(sent));
		return change(applicationId, asked, form, by, occasion, locale);
	}

	private Result change(UUID applicationId, List<Question> asked, FormInput form, String by, Occasion occasion,
			Locale locale) {
		table.lock(applicationId);
		QuestionSet all = all(applicationId);
		Answers now = table.answers(applicationId);
		FormCheck.Result checked = FormCheck.check(all, asked, form, now);
		if (!checked.good()) {
			changes.keep(applicationId, all(asked, form), clock.instant());
			FormView view = views.some(round(applicationId), all, asked, form, now, checked.problems(), locale);
			return new Result.Refused(view, checked.unknown());
		}
		Set<String> changed = asked.stream().map(Question::key).collect(Collectors.toCollection(LinkedHashSet::new));
		Answers whole = new Answers(with(now, changed, checked.answers()));
		Set<String> shown = all.shown(whole::all).stream().map(Question::key).collect(Collectors.toSet());
		// What is no longer asked is no longer answered; the history keeps what was.
		whole.values().keySet().stream().filter(key -> !shown.contains(key)).forEach(changed::add);
		return store(applicationId, changed, checked.answers(), by, occasion);
	}

	/** Keeps what was typed for these questions without judging it; it is shown again, and changes nothing. */
	public void keep(UUID applicationId, Collection<String> questions, MultiValueMap<String, String> sent) {
		List<Question> asked = asked(applicationId, questions);
		changes.keep(applicationId, all(asked, FormInput.of(sent)), clock.instant());
	}

	/** Whether something was typed and not sent. */
	@Transactional(readOnly = true)
	public boolean begun(UUID applicationId) {
		return changes.kept(applicationId).isPresent();
	}

	/** Throws away what was typed and not sent. */
	public void forget(UUID applicationId) {
		changes.forget(applicationId);
	}

	/** Puts these answers in the place of those that these questions have, whatever they were. */
	Result store(UUID applicationId, Collection<String> questions, Answers answers, String by, Occasion occasion) {
		Answers now = table.answers(applicationId);
		Map<String, List<String>> whole = new LinkedHashMap<>(now.values());
		Map<String, List<String>> before = new LinkedHashMap<>();
		Map<String, List<String>> after = new LinkedHashMap<>();
		for (String question : questions) {
			if (!now.all(question).equals(answers.all(question))) {
				before.put(question, now.all(question));
				after.put(question, answers.all(question));
				whole.put(question, answers.all(question));
			}
		}
		changes.forget(applicationId);
		if (before.isEmpty()) {
			return new Result.Same();
		}
		int number = changes.store(applicationId, new Answers(whole), new Answers(before), new Answers(after), by,
				occasion, clock.instant());
		audit.record(by, "change-answers", "application", applicationId, String.join(", ", before.keySet()));
		events.publishEvent(new AnswersChanged(applicationId, new TreeSet<>(before.keySet())));
		return new Result.Stored(number);
	}

	/**
	 * Those of the questions that the applicant was asked; what is asked of others today does not matter. One that
	 * depends on another is left out if that one is not among them and was answered otherwise.
	 */
	private List<Question> asked(UUID applicationId, Collection<String> keys) {
		QuestionSet answered = all(applicationId);
		List<Question> shown = answered.shown(table.answers(applicationId)::all);
		return answered.questions().stream().filter(question -> keys.contains(question.key()))
				.filter(question -> shown.contains(question) || question.shownIf() != null
						&& keys.contains(question.shownIf().question()))
				.toList();
	}

	private Round round(UUID applicationId) {
		return programmes.round(table.get(applicationId).roundId());
	}

	private QuestionSet all(UUID applicationId) {
		return programmes.questions(table.get(applicationId).programmeVersion());
	}

	private static Map<String, List<String>> with(Answers now, Collection<String> questions, Answers answers) {
		Map<String, List<String>> whole = new LinkedHashMap<>(now.values());
		questions.forEach(question -> whole.put(question, answers.all(question)));
		return whole;
	}

	private static Map<String, List<String>> all(List<Question> asked, FormInput form) {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		asked.forEach(question -> fields.put(question.key(), form.all(question.key())));
		return fields;
	}
}
