package org.cohort.programme;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One question of the application form. Names and e-mail addresses are not questions: everybody is asked for them.
 *
 * @param key names the answer for good; small letters, digits, hyphens
 * @param section heading under which the question stands; sections appear in the order of their first question
 * @param options what can be chosen, for {@link Type#CHOICE} and {@link Type#SEVERAL} only
 * @param wordLimit most words of a text, or nothing for the general limit of characters alone
 * @param minimum least number, for {@link Type#NUMBER}
 * @param maximum greatest number, for {@link Type#NUMBER}
 * @param visibleInReview whether reviewers see the answer
 * @param personalData whether the answer tells who somebody is; such answers never reach a reviewer
 * @param fact the eligibility fact that this answer is, if it is one
 */
public record Question(String key, String section, String label, @Nullable String help, Type type,
		List<Option> options, boolean required, @Nullable Integer wordLimit, @Nullable Double minimum,
		@Nullable Double maximum, boolean visibleInReview, boolean personalData, @Nullable Fact fact) {

	/** How a question is answered, and so how its answer is checked and shown. */
	public enum Type {
		SHORT, LONG, NUMBER, CHOICE, SEVERAL, COUNTRY, TIME_ZONE, LINK, DATE, CONSENT
	}

	/** A fact on which eligibility is decided. */
	public enum Fact {

		/** Years of programming. */
		YEARS(Type.NUMBER),
		/** Contributions to open source so far. */
		CONTRIBUTIONS(Type.NUMBER),
		/** Hours per week that the applicant can give. */
		HOURS_PER_WEEK(Type.NUMBER),
		/** Whether the code of conduct was accepted. */
		CONDUCT_ACCEPTED(Type.CONSENT);

		private final Type type;

		Fact(Type type) {
			this.type = type;
		}
	}

	/** One thing that can be chosen. */
	public record Option(String key, String label) {

		public Option {
			Check.key(key, "The option");
			label = Check.text(label, "The label of option " + key);
		}
	}

	public Question {
		Check.key(key, "The question");
		String question = "question " + key;
		section = Check.text(section, "The section of " + question);
		label = Check.text(label, "The label of " + question);
		if (type == null) {
			throw new IllegalArgumentException("The type of " + question + " is missing.");
		}
		options = options == null ? List.of() : List.copyOf(options);
		boolean chosen = type == Type.CHOICE || type == Type.SEVERAL;
		if (chosen && options.size() < 2) {
			throw new IllegalArgumentException("The " + question + " needs at least two options.");
		}
		if (!chosen && !options.isEmpty()) {
			throw new IllegalArgumentException("The " + question + " is not a choice and cannot have options.");
		}
		Check.distinct(options, Option::key, "In " + question + " the option");
		if (wordLimit != null) {
			Check.between(wordLimit, 1, 3000, "The word limit of " + question);
		}
		if (minimum != null && maximum != null && minimum > maximum) {
			throw new IllegalArgumentException("In " + question + " the minimum is above the maximum.");
		}
		if (fact != null && fact.type != type) {
			throw new IllegalArgumentException("The " + question + " must be of type " + fact.type + " to be the fact "
					+ fact + ".");
		}
	}

	/** Whether a reviewer may read the answer: marked so, and not personal. */
	public boolean inDossier() {
		return visibleInReview && !personalData;
	}
}
