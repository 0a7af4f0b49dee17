package org.cohort.application;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.cohort.programme.Question;
import org.cohort.programme.Question.Fact;
import org.cohort.programme.QuestionSet;
import org.cohort.programme.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Judges a form against the questions of a programme. Pure: the same form and questions always give the same result.
 */
final class FormCheck {

	/** Most characters of a short answer, and of a long one whatever its word limit. */
	static final int SHORT_LIMIT = 300;

	static final int LONG_LIMIT = 20_000;

	private static final Pattern EMAIL =
			Pattern.compile("[^\\s@<>\"(),:;\\[\\]\\\\]{1,64}@[^\\s@<>\"(),:;\\[\\]\\\\.]+(\\.[^\\s@<>\"(),:;\\[\\]\\\\.]+)+");

	private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}([.,]\\d{1,4})?");

	private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

	/** Kept, because Java makes a new set of six hundred names each time it is asked. */
	private static final Set<String> TIME_ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

	private FormCheck() {
	}

	/**
	 * What is wrong with a field, as the code of a message with its arguments.
	 */
	record Problem(String code, List<Object> arguments) {

		static Problem of(String code, Object... arguments) {
			return new Problem("apply.problem." + code, List.of(arguments));
		}
	}

	/**
	 * The result.
	 *
	 * @param answers in their final form; complete only if there is no problem
	 * @param problems by field: {@code name}, {@code email} or the key of a question, in the order of the form
	 * @param unknown whether the form had questions that the programme does not ask (any more)
	 */
	record Result(Answers answers, Map<String, Problem> problems, boolean unknown) {

		boolean good() {
			return problems.isEmpty() && !unknown;
		}
	}

	static Result check(Settings settings, FormInput form) {
		Map<String, Problem> problems = new LinkedHashMap<>();
		name(form.name()).ifPresent(problem -> problems.put("name", problem));
		email(form.email()).ifPresent(problem -> problems.put("email", problem));
		QuestionSet questions = settings.questionSet();
		return answers(questions.questions(), questions.shown(form::all), form, problems);
	}

	/**
	 * As for a whole form, but of these questions only, and without name and address.
	 * @param now what is answered already; other answers decide whether a question is asked at all
	 */
	static Result check(QuestionSet all, List<Question> asked, FormInput form, Answers now) {
		return answers(asked, all.shown(lookup(asked, form, now)), form, new LinkedHashMap<>());
	}

	/** What is answered if this form is sent: its own answers to what it asks, and to all else what was answered. */
	static Function<String, List<String>> lookup(List<Question> asked, FormInput form, Answers now) {
		Set<String> keys = asked.stream().map(Question::key).collect(Collectors.toSet());
		return key -> keys.contains(key) ? form.all(key) : now.all(key);
	}

	/** What was typed for a question that is not shown is neither judged nor kept. */
	private static Result answers(List<Question> questions, List<Question> shown, FormInput form,
			Map<String, Problem> problems) {
		Map<String, List<String>> answers = new LinkedHashMap<>();
		Set<String> seen = shown.stream().map(Question::key).collect(Collectors.toSet());
		for (Question question : questions) {
			if (!seen.contains(question.key())) {
				continue;
			}
			try {
				answers.put(question.key(), answer(question, form.all(question.key())));
			}
			catch (Refused refused) {
				problems.put(question.key(), refused.problem);
			}
		}
		Set<String> asked = questions.stream().map(Question::key).collect(Collectors.toSet());
		boolean unknown = !asked.containsAll(form.fields().keySet());
		return new Result(new Answers(answers), problems, unknown);
	}

	static Optional<Problem> name(String name) {
		if (name.isEmpty()) {
			return Optional.of(Problem.of("name-missing"));
		}
		return name.length() > 200 ? Optional.of(Problem.of("too-long", 200)) : Optional.empty();
	}

	static Optional<Problem> email(String email) {
		if (email.isEmpty()) {
			return Optional.of(Problem.of("email-missing"));
		}
		return email.length() > 254 || !EMAIL.matcher(email).matches() ? Optional.of(Problem.of("email-wrong"))
				: Optional.empty();
	}

	/** How many words a text has: whatever stands between spaces. */
	static int words(String text) {
		int words = 0;
		boolean between = true;
		for (int at = 0; at < text.length(); at++) {
			boolean space = Character.isWhitespace(text.charAt(at));
			words += between && !space ? 1 : 0;
			between = space;
		}
		return words;
	}

	private static List<String> answer(Question question, List<String> typed) {
		if (typed.isEmpty()) {
			if (question.required()) {
				throw new Refused(Problem.of(question.type() == Question.Type.CONSENT ? "consent-missing" : "missing"));
			}
			return List.of();
		}
		if (question.type() == Question.Type.FILE) {
			file(typed.getFirst(), question.file()).ifPresent(problem -> {
				throw new Refused(problem);
			});
		}
		if (question.type() == Question.Type.AVAILABILITY) {
			return switch (AvailabilityInput.of(typed).check()) {
				case AvailabilityInput.Result.Good good -> good.availability().written();
				case AvailabilityInput.Result.Wrong wrong -> throw new Refused(wrong.problem());
			};
		}
		if (question.type() == Question.Type.SEVERAL) {
			typed.forEach(value -> option(question, value));
			return typed.stream().distinct().toList();
		}
		if (typed.size() > 1) {
			throw new Refused(Problem.of("one-only"));
		}
		String value = typed.getFirst();
		return List.of(switch (question.type()) {
			case SHORT -> text(question, value, SHORT_LIMIT);
			case LONG -> text(question, value, LONG_LIMIT);
			case NUMBER -> number(question, value);
			case CHOICE -> option(question, value);
			case COUNTRY -> known(COUNTRIES.contains(value), value);
			case TIME_ZONE -> known(TIME_ZONES.contains(value), value);
			case LINK -> link(value);
			case DATE -> date(value);
			case CONSENT -> known(value.equals("yes"), value);
			case FILE -> known(FileAnswer.read(value).isPresent(), value);
			case SEVERAL, AVAILABILITY -> throw new IllegalStateException("handled above");
		});
	}

	/** What is wrong with a file, if it was not taken. */
	static Optional<Problem> file(String written, Question.@Nullable FileRule rule) {
		return FileAnswer.refusal(written).map(reason -> new Problem("applying.file." + reason,
				List.of(rule == null ? 0 : rule.mostMegabytes(), kinds(rule))));
	}

	/** The kinds of file that are taken, as their endings say it. */
	static String kinds(Question.@Nullable FileRule rule) {
		return rule == null ? "" : rule.kinds().stream().map(FileContent::ending)
				.map(ending -> ending.toUpperCase(Locale.ROOT)).collect(Collectors.joining(", "));
	}

	private static String text(Question question, String value, int limit) {
		if (value.length() > limit) {
			throw new Refused(Problem.of("too-long", limit));
		}
		int words = words(value);
		if (question.wordLimit() != null && words > question.wordLimit()) {
			throw new Refused(Problem.of("too-many-words", words, question.wordLimit()));
		}
		return value;
	}

	private static String number(Question question, String value) {
		if (!NUMBER.matcher(value).matches()) {
			throw new Refused(Problem.of("not-a-number"));
		}
		BigDecimal number = new BigDecimal(value.replace(',', '.')).stripTrailingZeros();
		if (question.fact() == Fact.CONTRIBUTIONS && number.scale() > 0) {
			throw new Refused(Problem.of("not-whole"));
		}
		if (question.minimum() != null && number.compareTo(BigDecimal.valueOf(question.minimum())) < 0) {
			throw new Refused(Problem.of("too-small", question.minimum()));
		}
		if (question.maximum() != null && number.compareTo(BigDecimal.valueOf(question.maximum())) > 0) {
			throw new Refused(Problem.of("too-great", question.maximum()));
		}
		return number.toPlainString();
	}

	private static String option(Question question, String value) {
		return known(question.options().stream().anyMatch(option -> option.key().equals(value)), value);
	}

	private static String known(boolean known, String value) {
		if (!known) {
			throw new Refused(Problem.of("not-offered"));
		}
		return value;
	}

	private static String link(String value) {
		try {
			URI uri = new URI(value.matches("(?i)[a-z][a-z0-9+.-]*:.*") ? value : "https://" + value);
			boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
			if (web && uri.getHost() != null && uri.getHost().contains(".") && value.length() <= 500) {
				return uri.toString();
			}
		}
		catch (URISyntaxException wrong) {
			// answered below, as any other text that is no link
		}
		throw new Refused(Problem.of("not-a-link"));
	}

	private static String date(String value) {
		try {
			return LocalDate.parse(value).toString();
		}
		catch (DateTimeParseException wrong) {
			throw new Refused(Problem.of("not-a-date"));
		}
	}

	/** Leaves the judging of one answer. */
	private static final class Refused extends RuntimeException {

		private final Problem problem;

		Refused(Problem problem) {
			super(problem.code(), null, false, false);
			this.problem = problem;
		}
	}
}
