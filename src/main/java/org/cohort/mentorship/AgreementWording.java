package org.cohort.mentorship;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.cohort.language.Sentences;
import org.cohort.programme.Programme;
import org.cohort.programme.Settings;

/**
 * What mentor and participant promise each other, in sentences filled from the programme's settings. What a person
 * confirmed is stored in these words, so that a later change of settings changes no promise.
 */
public record AgreementWording(List<String> participantPromises, List<String> mentorPromises,
		List<String> bothPromise) {

	static AgreementWording of(Programme programme, Sentences sentences, Locale reader) {
		var settings = programme.settings();
		return new AgreementWording(
				promises("participant", sentences, reader, hours(settings.hoursPerWeek(), sentences, reader),
						settings.weeks()),
				promises("mentor", sentences, reader, hours(settings.mentorHoursPerWeek(), sentences, reader),
						settings.weeks()),
				promises("both", sentences, reader, programme.name()));
	}

	private static List<String> promises(String whose, Sentences sentences, Locale reader, Object... values) {
		return List.of(sentences.in(reader, "agreement.%s.1".formatted(whose), values),
				sentences.in(reader, "agreement.%s.2".formatted(whose)),
				sentences.in(reader, "agreement.%s.3".formatted(whose)));
	}

	/** The length of the run in words, for example «10 weeks» or «10 weeks of one minute». */
	public static String length(Settings settings, Sentences sentences, Locale reader) {
		var weeks = sentences.in(reader, "run.weeks", settings.weeks());
		return settings.weekLength().equals(Duration.ofDays(7)) ? weeks
				: sentences.in(reader, "run.weeks.of", weeks, inWords(settings.weekLength(), sentences, reader));
	}

	String text(Side side) {
		var own = side == Side.MENTOR ? mentorPromises : participantPromises;
		return String.join("\n", own) + "\n" + String.join("\n", bothPromise);
	}

	private static String hours(double hours, Sentences sentences, Locale reader) {
		return sentences.in(reader, "run.hours", hours);
	}

	private static String inWords(Duration length, Sentences sentences, Locale reader) {
		if (length.toMinutes() < 1) {
			return sentences.in(reader, "run.seconds", length.toSeconds());
		}
		if (length.toHours() < 1) {
			return sentences.in(reader, "run.minutes", length.toMinutes());
		}
		if (length.toDays() < 1) {
			return sentences.in(reader, "run.hours", length.toHours());
		}
		return sentences.in(reader, "run.days", length.toDays());
	}
}
