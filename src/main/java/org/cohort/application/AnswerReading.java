package org.cohort.application;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.cohort.availability.Availability;
import org.cohort.availability.FreeHours;
import org.cohort.availability.Run;
import org.cohort.programme.Question;
import org.cohort.programme.Question.Fact;
import org.cohort.programme.Question.Type;
import org.cohort.programme.QuestionSet;

/** Reads answers: as facts for eligibility, as attributes for the selection, as words for people. */
final class AnswerReading {

	private static final Map<String, String> YES = Map.of("fr", "Oui", "es", "Sí", "he", "כן");

	private static final int MOST_ADDRESSES = 20;

	private AnswerReading() {
	}

	static Facts facts(QuestionSet questions, Answers answers, Run run, boolean participatedBefore) {
		return new Facts(number(questions, answers, Fact.YEARS).doubleValue(),
				number(questions, answers, Fact.CONTRIBUTIONS).intValue(),
				hours(questions, answers, run),
				questions.question(Fact.CONDUCT_ACCEPTED).map(question -> answers.one(question.key()).isPresent())
						.orElse(true),
				questions.questions().stream().filter(AnswerReading::isConsent)
						.allMatch(question -> answers.one(question.key()).isPresent()),
				participatedBefore);
	}

	/** A consent that is needed, other than the one to the code of conduct, which is a fact of its own. */
	private static boolean isConsent(Question question) {
		return question.type() == Type.CONSENT && question.required() && question.fact() == null;
	}

	/**
	 * What commitments leave free in the week of the run with fewest hours; where they are not asked for, what was said.
	 */
	private static double hours(QuestionSet questions, Answers answers, Run run) {
		return questions.availability()
				.map(question -> Availability.read(answers.all(question.key()))
						.map(availability -> FreeHours.least(availability, run)).orElse(0.0))
				.orElseGet(() -> number(questions, answers, Fact.HOURS_PER_WEEK).doubleValue());
	}

	/** The addresses in an answer, in small letters; at most twenty, whatever else it says. */
	static Set<String> addresses(String text) {
		return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[\\s,;<>()]+")).filter(word -> word.length() <= 254
				&& word.matches("[^@]+@[^@]+")).limit(MOST_ADDRESSES).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static BigDecimal number(QuestionSet questions, Answers answers, Fact fact) {
		return questions.question(fact).flatMap(question -> answers.one(question.key())).map(BigDecimal::new)
				.orElse(BigDecimal.ZERO).max(BigDecimal.ZERO);
	}

	static Attributes attributes(QuestionSet questions, Answers answers, Instant at) {
		return new Attributes(first(questions, answers, Type.COUNTRY).map(Regions::of).orElse(Regions.UNKNOWN),
				first(questions, answers, Type.TIME_ZONE).map(zone -> timeZoneBand(zone, at)).orElse("unknown"),
				experienceBand(number(questions, answers, Fact.YEARS).doubleValue()));
	}

	/** Nothing if no time zone was asked for, or the answer is none that we know. */
	static Optional<ZoneId> timeZone(QuestionSet questions, Answers answers) {
		return first(questions, answers, Type.TIME_ZONE).filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of);
	}

	private static Optional<String> first(QuestionSet questions, Answers answers, Type type) {
		return questions.questions().stream().filter(question -> question.type() == type)
				.flatMap(question -> answers.one(question.key()).stream()).findFirst();
	}

	/** Bands three hours wide, by the offset at the start of the run. */
	static String timeZoneBand(String zone, Instant at) {
		try {
			int hours = Math.floorDiv(ZoneId.of(zone).getRules().getOffset(at).getTotalSeconds(), 3600);
			int from = Math.floorDiv(hours, 3) * 3;
			return "utc%+d-to-utc%+d".formatted(from, from + 2);
		}
		catch (DateTimeException gone) {
			return "unknown";
		}
	}

	static String experienceBand(double years) {
		if (years < 1) {
			return "years-under-1";
		}
		if (years < 3) {
			return "years-1-to-2";
		}
		return years < 6 ? "years-3-to-5" : "years-6-and-more";
	}

	/** The answer as staff read it: labels for choices, names for countries. */
	static List<String> readable(Question question, Answers answers) {
		return readable(question, answers, Locale.ENGLISH);
	}

	static List<String> readable(Question question, Answers answers, Locale reader) {
		if (question.type() == Type.AVAILABILITY) {
			return Availability.read(answers.all(question.key()))
					.map(availability -> AvailabilityWords.of(availability, reader)).orElseGet(() -> answers.all(question.key()));
		}
		return answers.all(question.key()).stream().map(value -> switch (question.type()) {
			case CHOICE, SEVERAL -> question.options().stream().filter(option -> option.key().equals(value))
					.map(option -> option.label().in(reader)).findFirst().orElse(value);
			case COUNTRY -> Locale.of("", value).getDisplayCountry(reader);
			case CONSENT -> YES.getOrDefault(reader.getLanguage(), "Yes");
			case FILE -> FileAnswer.read(value).map(FileAnswer::name).orElse(value);
			default -> value;
		}).toList();
	}
}
