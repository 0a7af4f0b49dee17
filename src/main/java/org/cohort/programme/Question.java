package org.cohort.programme;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
 * @param file what may be sent, for {@link Type#FILE}, where it is always there
 * @param shownIf when the question is asked; nothing if always
 */
public record Question(String key, Wording section, Wording label, @Nullable Wording help, Type type,
		List<Option> options, boolean required, @Nullable Integer wordLimit, @Nullable Double minimum,
		@Nullable Double maximum, boolean visibleInReview, boolean personalData, @Nullable Fact fact,
		@Nullable FileRule file, @Nullable ShownIf shownIf) {

	/** How a question is answered, and so how its answer is checked and shown. */
	public enum Type {

		SHORT, LONG, NUMBER, CHOICE, SEVERAL, COUNTRY, TIME_ZONE, LINK, DATE, CONSENT,
		/** A file, see {@link FileRule}. */
		FILE,
		/** What else takes the applicant's time in the weeks of the run; at most once in a form. */
		AVAILABILITY;

		/** Types whose answers are known beforehand, so that other questions can depend on them. */
		private static final Set<Type> KNOWN = Set.of(CHOICE, SEVERAL, CONSENT, COUNTRY);
	}

	/** A fact on which eligibility is decided. */
	public enum Fact {

		/** Years of programming. */
		YEARS(Set.of(Type.NUMBER)),
		/** Contributions to open source so far. */
		CONTRIBUTIONS(Set.of(Type.NUMBER)),
		/** Hours per week that the applicant can give: said, or what commitments leave free. */
		HOURS_PER_WEEK(Set.of(Type.NUMBER, Type.AVAILABILITY)),
		/** Whether the code of conduct was accepted. */
		CONDUCT_ACCEPTED(Set.of(Type.CONSENT)),
		/** Further e-mail addresses in the applicant's commits. Eligibility is not decided on it. */
		COMMIT_ADDRESSES(Set.of(Type.SHORT, Type.LONG));

		private final Set<Type> types;

		Fact(Set<Type> types) {
			this.types = types;
		}
	}

	/** One thing that can be chosen. */
	public record Option(String key, Wording label) {

		public Option {
			Check.key(key, "The option");
			label = Check.text(label, "The label of option " + key);
		}
	}

	/**
	 * What kind of file answers a question.
	 *
	 * @param kinds told by the content of a file, not by its name; all if not given
	 * @param mostMegabytes the greatest size, in millions of bytes; 5 if not given
	 */
	public record FileRule(List<Kind> kinds, Integer mostMegabytes) {

		/** A kind of file. */
		public enum Kind {
			PDF, PNG, JPEG, TEXT, ODT, DOCX
		}

		static final FileRule USUAL = new FileRule(List.of(), 5);

		public FileRule {
			kinds = kinds == null || kinds.isEmpty() ? List.of(Kind.values()) : List.copyOf(kinds);
			Check.distinct(kinds, Kind::name, "The kind of file");
			mostMegabytes = Check.between(mostMegabytes == null ? 5 : mostMegabytes, 1, 25, "The most megabytes");
		}
	}

	/**
	 * A question is asked only of those who answered an earlier one in a certain way.
	 *
	 * @param question key of the earlier question: a choice, several choices, a country or a consent
	 * @param values answers, one of which has to be there: keys of options, country codes, {@code yes}
	 */
	public record ShownIf(String question, List<String> values) {

		public ShownIf {
			Check.key(question, "The question on which another depends");
			values = values == null ? List.of() : List.copyOf(values);
			Check.between(values.size(), 1, 300, "The number of values of shown-if");
			Check.distinct(values, value -> value, "In shown-if the value");
		}

		void check(Question dependent, Map<String, Question> earlier, List<Question> all) {
			String what = "The question " + dependent.key() + " is shown depending on «" + question + "»";
			Question other = earlier.get(question);
			if (other == null) {
				boolean later = all.stream().anyMatch(one -> one.key().equals(question));
				throw new IllegalArgumentException(what + (later ? ", which has to come before it."
						: ", but there is no such question."));
			}
			if (!Type.KNOWN.contains(other.type())) {
				throw new IllegalArgumentException(what + ", which must be a choice, a country or a consent.");
			}
			for (String value : values) {
				if (!other.canBe(value)) {
					throw new IllegalArgumentException(what + ", which is never answered with «" + value + "».");
				}
			}
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
		if (fact != null && !fact.types.contains(type)) {
			throw new IllegalArgumentException("The " + question + " must be of type "
					+ String.join(" or ", fact.types.stream().map(Type::name).sorted().toList()) + " to be the fact "
					+ fact + ".");
		}
		if (fact == Fact.COMMIT_ADDRESSES && (!personalData || visibleInReview)) {
			throw new IllegalArgumentException("The " + question + " asks for addresses: it must be marked as personal "
					+ "data, and not visible in review.");
		}
		if (fact != null && shownIf != null) {
			throw new IllegalArgumentException("The " + question + " is the fact " + fact
					+ " and so has to be asked of everybody; it cannot depend on another.");
		}
		if (type == Type.FILE) {
			file = file == null ? FileRule.USUAL : file;
		}
		else if (file != null) {
			throw new IllegalArgumentException("The " + question + " is not of type FILE and cannot have rules for one.");
		}
	}

	/** Whether a reviewer may read the answer: marked so, and not personal. */
	public boolean inDossier() {
		return visibleInReview && !personalData;
	}

	private boolean canBe(String value) {
		return switch (type) {
			case CHOICE, SEVERAL -> options.stream().anyMatch(option -> option.key().equals(value));
			case CONSENT -> value.equals("yes");
			case COUNTRY -> List.of(Locale.getISOCountries()).contains(value);
			default -> false;
		};
	}

	Question under(Wording heading) {
		return new Question(key, heading, label, help, type, options, required, wordLimit, minimum, maximum,
				visibleInReview, personalData, fact, file, shownIf);
	}

	Question spoken(String main) {
		return new Question(key, section.spoken(main), label.spoken(main), Wording.spoken(help, main), type,
				options.stream().map(option -> new Option(option.key(), option.label().spoken(main))).toList(), required,
				wordLimit, minimum, maximum, visibleInReview, personalData, fact, file, shownIf);
	}
}
