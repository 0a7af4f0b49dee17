package org.cohort.programme;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Everything that makes one programme different from another. No number of a programme is in the code.
 *
 * @param reportingAddresses who gets the weekly and summary reports (the grant giver)
 * @param timeZone in which the programme's dates are shown and days begin
 * @param seats how many people a new round takes, unless the round says otherwise
 * @param weekLength how long a week is; seven days, or a minute to watch a whole run
 * @param hoursPerWeek hours that a participant gives
 * @param requiredYears years of programming that make somebody eligible
 * @param borderlineYears years from which on a coordinator decides; at most {@code requiredYears}
 * @param requiredHoursPerWeek hours per week that an applicant must be able to give
 * @param mentorHoursPerWeek hours of mentoring per participant and week that the grant pays
 * @param confirmWithin time to confirm the e-mail address; {@code remindConfirmAfter} is shorter, as all reminders are
 * @param logGrace how long after the end of a week its log and check-in are still taken
 * @param remindLogAfter counted from the end of the week, so shorter than {@code logGrace}
 * @param remindEvaluationAfter counted from the request
 * @param followUps when to ask again, counted from the end of the participation
 * @param remindFollowUpAfter counted from the moment of asking
 * @param smallGroup groups smaller than this are never shown
 * @param selection how a cohort is chosen; the usual way when unsaid
 * @param namesInReports whether reports name the participants; otherwise, and if unsaid, they give codes
 * @param languages in which the programme speaks to applicants, the main one first; English if unsaid
 * @param review how reviews are given out
 * @param screening how applications are screened
 */
public record Settings(List<String> reportingAddresses, Sender sender, ZoneId timeZone, int seats, int weeks,
		Duration weekLength, double hoursPerWeek, double requiredYears, double borderlineYears,
		int requiredContributions, double requiredHoursPerWeek, double mentorHoursPerWeek, Rate mentorHourlyRate,
		int reviewsPerApplication, Duration confirmWithin, Duration remindConfirmAfter, Duration remindClosingBefore,
		Duration reviewWithin, Duration remindReviewAfter, Duration offerWithin, Duration remindOfferAfter,
		Duration agreementWithin, Duration remindAgreementAfter, Duration logGrace, Duration remindLogAfter,
		Duration evaluationWithin, Duration remindEvaluationAfter, List<Duration> followUps, Duration followUpWithin,
		Duration remindFollowUpAfter, int smallGroup, @Nullable Wording introduction, List<Question> questions,
		List<Criterion> rubric, List<SuccessCriterion> successCriteria, List<Attribute> selfIdentification,
		@Nullable Boolean namesInReports, @Nullable SelectionSettings selection, List<String> languages,
		ReviewSettings review, ScreeningSettings screening) {

	/** From whom the programme's mails come and to whom answers go. */
	public record Sender(String name, String address) {

		public Sender {
			name = Check.text(name, "The sender's name");
			address = Check.address(address, "The sender's address");
		}
	}

	/** What an hour costs. */
	public record Rate(BigDecimal amount, Currency currency) {

		public Rate {
			if (amount == null || amount.signum() < 0) {
				throw new IllegalArgumentException("The hourly rate must not be negative.");
			}
			if (currency == null) {
				throw new IllegalArgumentException("The currency of the hourly rate is missing.");
			}
			amount = amount.setScale(Math.max(0, amount.stripTrailingZeros().scale())); // 45.5 and 45.50 are the same
		}
	}

	public Settings {
		reportingAddresses = reportingAddresses == null ? List.of() : List.copyOf(reportingAddresses);
		reportingAddresses.forEach(address -> Check.address(address, "A reporting address"));
		required(sender, "The sender");
		required(timeZone, "The time zone");
		required(mentorHourlyRate, "The mentor's hourly rate");
		Check.between(seats, 1, 1000, "The number of seats");
		Check.between(weeks, 1, 60, "The number of weeks");
		Check.positive(weekLength, "The length of a week");
		Check.between(hoursPerWeek, 0.5, 80, "The hours per week");
		Check.between(requiredYears, 0, 60, "The required years");
		Check.between(borderlineYears, 0, requiredYears, "The borderline years");
		Check.between(requiredContributions, 0, 100_000, "The required contributions");
		Check.between(requiredHoursPerWeek, 0, 80, "The required hours per week");
		Check.between(mentorHoursPerWeek, 0, 80, "The mentor's hours per week");
		Check.between(reviewsPerApplication, 1, 10, "The reviews per application");
		Check.before(remindConfirmAfter, Check.positive(confirmWithin, "confirm-within"), "remind-confirm-after");
		Check.positive(remindClosingBefore, "remind-closing-before");
		Check.before(remindReviewAfter, Check.positive(reviewWithin, "review-within"), "remind-review-after");
		Check.before(remindOfferAfter, Check.positive(offerWithin, "offer-within"), "remind-offer-after");
		Check.before(remindAgreementAfter, Check.positive(agreementWithin, "agreement-within"), "remind-agreement-after");
		Check.before(remindLogAfter, Check.positive(logGrace, "log-grace"), "remind-log-after");
		Check.before(remindEvaluationAfter, Check.positive(evaluationWithin, "evaluation-within"), "remind-evaluation-after");
		followUps = followUps == null ? List.of() : List.copyOf(followUps);
		followUps.forEach(after -> Check.positive(after, "A follow-up"));
		Check.before(remindFollowUpAfter, Check.positive(followUpWithin, "follow-up-within"), "remind-follow-up-after");
		Check.between(smallGroup, 2, 100, "The size of a small group");
		languages = languages == null || languages.isEmpty() ? List.of("en") : List.copyOf(languages);
		languages.forEach(Wording::language);
		Check.distinct(languages, language -> language, "The language");
		String main = languages.getFirst();
		introduction = Wording.spoken(introduction, main);
		questions = new QuestionSet(all(questions).stream().map(question -> question.spoken(main)).toList()).questions();
		rubric = all(rubric).stream().map(criterion -> criterion.spoken(main)).toList();
		Check.between(rubric.size(), 1, 20, "The number of criteria in the rubric");
		Check.distinct(rubric, Criterion::key, "The criterion");
		successCriteria = all(successCriteria).stream().map(criterion -> criterion.spoken(main)).toList();
		Check.distinct(successCriteria, SuccessCriterion::key, "The success criterion");
		selfIdentification = all(selfIdentification).stream().map(attribute -> attribute.spoken(main)).toList();
		Check.distinct(selfIdentification, Attribute::key, "The attribute");
		namesInReports = Boolean.TRUE.equals(namesInReports);
		selection = selection == null ? SelectionSettings.USUAL : selection;
		selection.fit(selfIdentification, questions);
		review = review == null ? ReviewSettings.USUAL : review;
		screening = screening == null ? ScreeningSettings.USUAL : screening;
	}

	/** The questions that are asked today; an application that was sent keeps those that it answered. */
	public QuestionSet questionSet() {
		return new QuestionSet(questions);
	}

	/** The language of readers whose own the programme does not speak. */
	public Locale mainLanguage() {
		return Locale.forLanguageTag(languages.getFirst());
	}

	/** How long the whole run lasts. */
	public Duration run() {
		return weekLength.multipliedBy(weeks);
	}

	private static <T> List<T> all(@Nullable List<T> given) {
		return given == null ? List.of() : List.copyOf(given);
	}

	private static void required(@Nullable Object value, String what) {
		if (value == null) {
			throw new IllegalArgumentException(what + " is missing.");
		}
	}
}
