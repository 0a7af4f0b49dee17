package org.cohort.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.cohort.programme.Question;
import org.cohort.programme.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * The application form as the page shows it: what was typed stands in the fields, what is wrong beside them.
 *
 * @param key recognises this form when it comes back
 * @param you name and address; nothing in a form that asks for neither
 * @param problems all that is wrong, to be shown above the form with links to the fields
 */
record FormView(UUID key, List<Field> you, List<Section> sections, List<ProblemLine> problems) implements AnswerForm {

	/** Questions under one heading. */
	record Section(int number, String title, List<Field> fields) {
	}

	/**
	 * One field.
	 *
	 * @param typed what stands in it; for several choices all that are ticked
	 * @param error what is wrong with it, in words
	 * @param words how many words stand in it
	 */
	record Field(String id, String name, String label, @Nullable String help, String type, boolean required,
			List<String> typed, @Nullable String error, List<Choices> choices, @Nullable Integer wordLimit, int words) {

		public String value() {
			return typed.isEmpty() ? "" : typed.getFirst();
		}

		/** Which texts a screen reader reads with the field. */
		public @Nullable String describedBy() {
			List<String> texts = new ArrayList<>();
			if (help != null) {
				texts.add(id + "-help");
			}
			if (wordLimit != null) {
				texts.add(id + "-words");
			}
			if (error != null) {
				texts.add(id + "-error");
			}
			return texts.isEmpty() ? null : String.join(" ", texts);
		}
	}

	/** Things to choose from, under a label if there are many. */
	record Choices(@Nullable String label, List<Choice> choices) {
	}

	/** One thing to choose. */
	record Choice(String value, String label) {
	}

	/** One line above the form. */
	record ProblemLine(String fieldId, String label, String error) {
	}

	/** The whole form, with name and address. */
	static FormView of(Settings settings, FormInput form, Map<String, FormCheck.Problem> problems,
			MessageSource messages, Locale locale, Instant now) {
		Words words = new Words(messages, locale, problems);
		Field name = words.field("name", "name", words.of("apply.name"), words.of("apply.name.help"), form.name());
		Field email = words.field("email", "email", words.of("apply.email"), words.of("apply.email.help"),
				form.email());
		return of(List.of(name, email), settings.questions(), form, words, now);
	}

	/** These questions alone. */
	static FormView of(List<Question> questions, FormInput form, Map<String, FormCheck.Problem> problems,
			MessageSource messages, Locale locale, Instant now) {
		return of(List.of(), questions, form, new Words(messages, locale, problems), now);
	}

	private static FormView of(List<Field> you, List<Question> questions, FormInput form, Words words, Instant now) {
		Map<String, List<Field>> bySection = new LinkedHashMap<>();
		questions.forEach(question -> bySection
				.computeIfAbsent(question.section().in(words.locale()), section -> new ArrayList<>())
				.add(field(question, form, words, now)));
		List<Section> sections = new ArrayList<>();
		int first = you.isEmpty() ? 1 : 2;
		bySection.forEach((title, fields) -> sections.add(new Section(sections.size() + first, title, fields)));
		List<ProblemLine> lines = new ArrayList<>();
		List<Field> all = new ArrayList<>(you);
		sections.forEach(section -> all.addAll(section.fields()));
		for (Field field : all) {
			if (field.error() != null) {
				lines.add(new ProblemLine(field.id(), field.label(), field.error()));
			}
		}
		return new FormView(form.key(), you, sections, lines);
	}

	private static Field field(Question question, FormInput form, Words words, Instant now) {
		return new Field("q-" + question.key(), "q." + question.key(), question.label().in(words.locale()),
				question.help() == null ? null : question.help().in(words.locale()),
				question.type().name(), question.required(), form.all(question.key()), words.error(question.key()),
				choices(question, words, now), question.wordLimit(),
				FormCheck.words(form.one(question.key())));
	}

	@Override
	public boolean refused() {
		return !problems.isEmpty();
	}

	private static List<Choices> choices(Question question, Words words, Instant now) {
		Locale locale = words.locale();
		return switch (question.type()) {
			case CHOICE, SEVERAL -> List.of(new Choices(null, question.options().stream()
					.map(option -> new Choice(option.key(), option.label().in(locale))).toList()));
			case COUNTRY -> List.of(new Choices(null, Places.countries(locale)));
			case TIME_ZONE -> Places.timeZones(now, continent -> words.of("apply.continent." + continent));
			default -> List.of();
		};
	}

	/** Finds words in the reader's language. */
	private record Words(MessageSource messages, Locale locale, Map<String, FormCheck.Problem> problems) {

		String of(String code) {
			return messages.getMessage(code, null, locale);
		}

		@Nullable String error(String field) {
			FormCheck.Problem problem = problems.get(field);
			return problem == null ? null : messages.getMessage(problem.code(), problem.arguments().toArray(), locale);
		}

		Field field(String id, String type, String label, String help, String typed) {
			return new Field(id, id, label, help, type, true, List.of(typed), error(id), List.of(), null, 0);
		}
	}
}
