package org.cohort.mentorship;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

import org.cohort.programme.Programme;
import org.cohort.programme.Settings;

/**
 * What mentor and participant promise each other, in sentences filled from the programme's settings. What a person
 * confirmed is stored in these words, so that a later change of settings changes no promise.
 */
public record AgreementWording(List<String> participantPromises, List<String> mentorPromises,
		List<String> bothPromise) {

	static AgreementWording of(Programme programme) {
		var settings = programme.settings();
		return new AgreementWording(
				List.of("I work on the project for %s in each of the %d weeks."
					.formatted(hours(settings.hoursPerWeek()), settings.weeks()),
						"Once in every week I say in a short check-in what I did and where I am stuck.",
						"If I cannot go on, I say so; leaving is allowed at any time and needs no excuse."),
				List.of("I give %s in each of the %d weeks to my participant.".formatted(mentorHours(settings),
						settings.weeks()),
						"Once in every week I write down the hours, what was done and where help is needed.",
						"I answer questions kindly and soon, and I say early when something goes wrong."),
				List.of("We follow the code of conduct of %s and of the project.".formatted(programme.name()),
						"Our weekly words become part of a short report to those who pay for the programme.",
						"If we cannot work with each other, either of us may ask a coordinator for help."));
	}

	/** The length of the run in words, for example «10 weeks» or «10 weeks of 1 minute». */
	public static String length(Settings settings) {
		var weeks = settings.weeks() == 1 ? "1 week" : settings.weeks() + " weeks";
		return settings.weekLength().equals(Duration.ofDays(7)) ? weeks
				: "%s of %s".formatted(weeks, inWords(settings.weekLength()));
	}

	String text(Side side) {
		var own = side == Side.MENTOR ? mentorPromises : participantPromises;
		return String.join("\n", own) + "\n" + String.join("\n", bothPromise);
	}

	private static String mentorHours(Settings settings) {
		return hours(settings.mentorHoursPerWeek());
	}

	private static String hours(double hours) {
		var number = BigDecimal.valueOf(hours).stripTrailingZeros().toPlainString();
		return number.equals("1") ? "1 hour" : number + " hours";
	}

	private static String inWords(Duration length) {
		if (length.toMinutes() < 1) {
			return length.toSeconds() + " seconds";
		}
		if (length.toHours() < 1) {
			return length.toMinutes() == 1 ? "1 minute" : length.toMinutes() + " minutes";
		}
		if (length.toDays() < 1) {
			return length.toHours() == 1 ? "1 hour" : length.toHours() + " hours";
		}
		return length.toDays() == 1 ? "1 day" : length.toDays() + " days";
	}
}
