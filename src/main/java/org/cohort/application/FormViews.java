package org.cohort.application;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.cohort.availability.Availability;
import org.cohort.programme.Question;
import org.cohort.programme.QuestionSet;
import org.cohort.programme.Round;
import org.cohort.programme.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes forms ready to be shown, in the reader's language. */
@Component
class FormViews {

	/** Rows for commitments below those that are filled in. */
	private static final int EMPTY_ROWS = 3;

	private final MessageSource messages;

	private final Clock clock;

	FormViews(MessageSource messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	/** The whole form, with name and address. */
	FormView whole(Round round, FormInput form, Map<String, FormCheck.Problem> problems, Locale locale) {
		return whole(round, round.settings(), form, problems, locale);
	}

	/** The whole form of a programme, to look at; without a round no free hours can be told. */
	FormView whole(Settings settings, FormInput form, Map<String, FormCheck.Problem> problems, Locale locale) {
		return whole(null, settings, form, problems, locale);
	}

	private FormView whole(@Nullable Round round, Settings settings, FormInput form,
			Map<String, FormCheck.Problem> problems, Locale locale) {
		QuestionSet all = settings.questionSet();
		Writing writing = new Writing(round, all, form, all.shown(form::all), problems, locale);
		return writing.view(List.of(writing.you("name", form.name()), writing.you("email", form.email())),
				all.questions());
	}

	/** These questions alone; what was answered to the others decides which of them are asked. */
	FormView some(Round round, QuestionSet all, List<Question> asked, FormInput form, Answers now,
			Map<String, FormCheck.Problem> problems, Locale locale) {
		return new Writing(round, all, form, all.shown(FormCheck.lookup(asked, form, now)), problems, locale)
				.view(List.of(), asked);
	}

	/** One form being written. */
	private final class Writing {

		private final @Nullable Round round;

		private final QuestionSet all;

		private final FormInput form;

		private final List<Question> shown;

		private final Map<String, FormCheck.Problem> problems;

		private final Locale locale;

		Writing(@Nullable Round round, QuestionSet all, FormInput form, List<Question> shown,
				Map<String, FormCheck.Problem> problems, Locale locale) {
			this.round = round;
			this.all = all;
			this.form = form;
			this.shown = shown;
			this.problems = problems;
			this.locale = locale;
		}

		FormView view(List<FormView.Field> you, List<Question> questions) {
			Map<String, List<FormView.Field>> bySection = new LinkedHashMap<>();
			questions.forEach(question -> bySection
					.computeIfAbsent(question.section().in(locale), section -> new ArrayList<>()).add(field(question)));
			List<FormView.Section> sections = new ArrayList<>();
			int first = you.isEmpty() ? 1 : 2;
			bySection.forEach((title, fields) -> sections.add(new FormView.Section(sections.size() + first, title, fields)));
			FormView view = new FormView(form.key(), you, sections, List.of());
			List<FormView.ProblemLine> lines = view.fields().stream().filter(field -> field.error() != null)
					.map(field -> new FormView.ProblemLine(field.id(), field.label(), String.valueOf(field.error())))
					.toList();
			return new FormView(form.key(), you, sections, lines);
		}

		FormView.Field you(String id, String typed) {
			return new FormView.Field(id, id, words("apply." + id), words("apply." + id + ".help"), id, true,
					typed.isEmpty() ? List.of() : List.of(typed), error(id), List.of(), null, 0, null, false, null, null);
		}

		private FormView.Field field(Question question) {
			return new FormView.Field("q-" + question.key(), "q." + question.key(), question.label().in(locale),
					question.help() == null ? null : question.help().in(locale), question.type().name(),
					question.required(), form.all(question.key()), error(question), choices(question),
					question.wordLimit(), FormCheck.words(form.one(question.key())), condition(question),
					!shown.contains(question), file(question), time(question));
		}

		private FormView.@Nullable TimeField time(Question question) {
			if (question.type() != Question.Type.AVAILABILITY) {
				return null;
			}
			AvailabilityInput typed = AvailabilityInput.of(form.all(question.key()));
			List<AvailabilityInput.Row> rows = new ArrayList<>(typed.rows());
			int shown = Math.min(Availability.MOST_COMMITMENTS, rows.size() + EMPTY_ROWS);
			while (rows.size() < shown) {
				rows.add(AvailabilityInput.Row.EMPTY);
			}
			AvailabilityView view = round != null && typed.check() instanceof AvailabilityInput.Result.Good good
					? AvailabilityView.of(good.availability(), round, messages, locale) : null;
			return new FormView.TimeField(question.key(), round == null ? "" : round.slug(), typed, rows, view);
		}

		private FormView.@Nullable FileField file(Question question) {
			Question.FileRule rule = question.file();
			return rule == null ? null : new FormView.FileField(question.key(), form.all(question.key()).stream()
					.flatMap(value -> FileAnswer.read(value).stream()).findFirst().orElse(null), FormCheck.kinds(rule),
					rule.mostMegabytes());
		}

		private FormView.@Nullable Condition condition(Question question) {
			Question.ShownIf shownIf = question.shownIf();
			if (shownIf == null) {
				return null;
			}
			Question other = all.question(shownIf.question()).orElseThrow();
			Function<String, String> words = value -> String.join(", ", AnswerReading.readable(other,
					new Answers(Map.of(other.key(), List.of(value))), locale));
			return new FormView.Condition("q." + other.key(), shownIf.values(), other.label().in(locale),
					shownIf.values().stream().map(words).collect(Collectors.joining(", ")));
		}

		private List<FormView.Choices> choices(Question question) {
			return switch (question.type()) {
				case CHOICE, SEVERAL -> List.of(new FormView.Choices(null, question.options().stream()
						.map(option -> new FormView.Choice(option.key(), option.label().in(locale))).toList()));
				case COUNTRY -> List.of(new FormView.Choices(null, Places.countries(locale)));
				case TIME_ZONE -> Places.timeZones(clock.instant(),
						continent -> words("apply.continent." + continent));
				default -> List.of();
			};
		}

		private String words(String code) {
			return messages.getMessage(code, null, locale);
		}

		/** A file that was not taken is told at once, also if nothing else is judged yet. */
		private @Nullable String error(Question question) {
			String judged = error(question.key());
			return judged != null || question.file() == null ? judged
					: FormCheck.file(form.one(question.key()), question.file()).map(this::words).orElse(null);
		}

		private String words(FormCheck.Problem problem) {
			return messages.getMessage(problem.code(), problem.arguments().toArray(), locale);
		}

		private @Nullable String error(String field) {
			FormCheck.Problem problem = problems.get(field);
			return problem == null ? null : words(problem);
		}
	}
}
