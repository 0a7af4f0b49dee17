package org.cohort.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.cohort.programme.Programmes;
import org.cohort.programme.Question;
import org.cohort.programme.QuestionSet;
import org.cohort.programme.Round;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Applications that were collected elsewhere, by another form service or another program. They are judged and stored
 * by the rules of the form, and the applicant confirms the address as everybody does.
 */
@Service
@Transactional
public class CollectedApplications {

	private final Submissions submissions;

	private final SubmissionTable table;

	private final ApplicationTable applications;

	private final Programmes programmes;

	private final AuditTrail audit;

	private final MessageSource messages;

	CollectedApplications(Submissions submissions, SubmissionTable table, ApplicationTable applications,
			Programmes programmes, AuditTrail audit, MessageSource messages) {
		this.submissions = submissions;
		this.table = table;
		this.applications = applications;
		this.programmes = programmes;
		this.audit = audit;
		this.messages = messages;
	}

	/**
	 * One of them, as it came. Never logged: {@code toString} says nothing.
	 *
	 * @param language a language tag, or nothing for English
	 * @param answers by the key of the question, as typed: a choice by its key or by its words
	 */
	public record Collected(String name, String email, @Nullable String language, Map<String, List<String>> answers) {

		@Override
		public String toString() {
			return "Collected[…]";
		}
	}

	/** What becomes, or would become, of one of them. */
	public sealed interface Outcome {

		/** Nothing speaks against it; nothing was stored. */
		record Good() implements Outcome {
		}

		/** Stored as a new application. */
		record Stored(UUID applicationId, String code) implements Outcome {
		}

		/** This address has applied in this round already; that application was left as it is. */
		record There(UUID applicationId, String code) implements Outcome {
		}

		/**
		 * Not stored.
		 *
		 * @param problems in words, by field: {@code name}, {@code email}, or the key of a question
		 */
		record Refused(Map<String, String> problems) implements Outcome {
		}

		/** Not stored: the round takes no applications (any more). */
		record Closed() implements Outcome {
		}
	}

	/** Says what {@link #store} would do, and does nothing. */
	@Transactional(readOnly = true)
	public Outcome judge(UUID roundId, Collected one) {
		Round round = programmes.round(roundId);
		FormInput form = form(round, UUID.randomUUID(), one);
		return refused(round, form).or(() -> there(roundId, form.email())).orElseGet(Outcome.Good::new);
	}

	/**
	 * Stores one of them.
	 * @param key recognises it: stored once more with the same key, it is the application that it became
	 * @param actor who brought it: a username
	 */
	public Outcome store(UUID roundId, UUID key, Collected one, String actor) {
		Round round = programmes.round(roundId);
		Optional<Outcome> before = table.byKey(key).filter(sent -> sent.roundId().equals(roundId))
				.map(sent -> new Outcome.Stored(sent.id(), applications.get(sent.id()).code()));
		if (before.isPresent()) {
			return before.get();
		}
		FormInput form = form(round, key, one);
		Optional<Outcome> otherwise = refused(round, form).or(() -> there(roundId, form.email()));
		if (otherwise.isPresent()) {
			return otherwise.get();
		}
		Submissions.Result result = submissions.submit(roundId, round.programme().version(), form,
				FormCheck.check(round.settings(), form).answers(), language(one));
		if (!(result instanceof Submissions.Result.Received)) {
			return new Outcome.Closed();
		}
		return table.byKey(key).map(sent -> {
			audit.record(actor, "import-application", "application", sent.id(), "");
			return (Outcome) new Outcome.Stored(sent.id(), applications.get(sent.id()).code());
		}).or(() -> there(roundId, form.email())).orElseThrow();
	}

	private Optional<Outcome> refused(Round round, FormInput form) {
		FormCheck.Result checked = FormCheck.check(round.settings(), form);
		Map<String, String> problems = new LinkedHashMap<>();
		checked.problems().forEach((field, problem) -> problems.put(field,
				messages.getMessage(problem.code(), problem.arguments().toArray(), Locale.ENGLISH)));
		form.fields().keySet().stream().filter(key -> round.settings().questionSet().question(key).isEmpty())
				.forEach(key -> problems.put(key, "The programme asks no such question."));
		return problems.isEmpty() ? Optional.empty() : Optional.of(new Outcome.Refused(problems));
	}

	private Optional<Outcome> there(UUID roundId, String email) {
		return table.byEmail(roundId, email).map(id -> new Outcome.There(id, applications.get(id).code()));
	}

	private static FormInput form(Round round, UUID key, Collected one) {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		QuestionSet questions = round.settings().questionSet();
		one.answers().forEach((question, typed) -> fields.put(question, questions.question(question)
				.map(asked -> matched(asked, typed)).orElse(typed)));
		return FormInput.of(key, one.name(), one.email(), fields);
	}

	private static List<String> matched(Question question, List<String> typed) {
		return typed.stream().flatMap(text -> AnswerMatching.match(question, text).stream()).toList();
	}

	private static Locale language(Collected one) {
		return one.language() == null || one.language().isBlank() ? Locale.ENGLISH
				: Locale.forLanguageTag(one.language().strip());
	}
}
