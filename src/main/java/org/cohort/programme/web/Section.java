package org.cohort.programme.web;

import static org.cohort.programme.web.Field.Kind.LENGTH;
import static org.cohort.programme.web.Field.Kind.LENGTHS;
import static org.cohort.programme.web.Field.Kind.LINE;
import static org.cohort.programme.web.Field.Kind.LINES;
import static org.cohort.programme.web.Field.Kind.NUMBER;
import static org.cohort.programme.web.Field.Kind.NUMBERS;
import static org.cohort.programme.web.Field.Kind.ONE_OF;
import static org.cohort.programme.web.Field.Kind.PARAGRAPH;
import static org.cohort.programme.web.Field.Kind.PART;
import static org.cohort.programme.web.Field.Kind.REPOSITORIES;
import static org.cohort.programme.web.Field.Kind.WHOLE;
import static org.cohort.programme.web.Field.Kind.WORDS;
import static org.cohort.programme.web.Field.Kind.YES_NO;
import static org.cohort.programme.web.Field.choice;
import static org.cohort.programme.web.Field.needed;
import static org.cohort.programme.web.Field.of;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

import org.cohort.programme.ReviewSettings.Afterwards;
import org.cohort.programme.SelectionSettings;

/** A part of a programme's settings that is edited and saved as one. */
enum Section {

	GENERAL("General", "What the programme is called, who writes its mails, and the languages in which it speaks.",
			needed("name", "Name", LINE, "As applicants read it."),
			needed("settings.languages", "Languages", WORDS,
					"Two letters each, such as en, fr, es, he; the first is the main one. Every text below can be given in"
							+ " each of them; whose language is missing reads the main one."),
			of("settings.introduction", "Introduction", PARAGRAPH, "Stands on the first page and in an offer."),
			needed("settings.time-zone", "Time zone", LINE,
					"In which dates are shown and days begin, such as Europe/Brussels."),
			needed("settings.sender.name", "Sender's name", LINE, "From whom mails come."),
			needed("settings.sender.address", "Sender's address", LINE, "From where mails come and answers go."),
			of("settings.reporting-addresses", "Reports go to", LINES, "One address a line: the grant giver."),
			of("settings.names-in-reports", "Name participants in reports", YES_NO, "Otherwise reports give codes."),
			needed("settings.small-group", "Smallest group shown", WHOLE,
					"People of a group with fewer members are never counted on their own.")),

	RUN("Seats and the run", "How many people take part, for how long, and what it costs.",
			needed("settings.seats", "Seats", WHOLE, "For new rounds; a round that is there keeps its own number."),
			needed("settings.weeks", "Weeks", WHOLE, "How many weeks a run has."),
			needed("settings.week-length", "Length of a week", LENGTH,
					"7 days; shorter only to watch a whole run in a demonstration."),
			needed("settings.hours-per-week", "Hours per week", NUMBER, "That a participant gives."),
			needed("settings.mentor-hours-per-week", "Mentor's hours per week", NUMBER,
					"For each participant, paid by the grant."),
			needed("settings.mentor-hourly-rate.amount", "Hourly rate", NUMBER, "What an hour of mentoring costs."),
			needed("settings.mentor-hourly-rate.currency", "Currency", LINE, "Three letters, such as EUR.")),

	SCREENING("Requirements and screening", "What makes somebody eligible, and what happens when it is not clear.",
			needed("settings.required-years", "Years of programming", NUMBER, "From which on somebody is eligible."),
			needed("settings.borderline-years", "Borderline years", NUMBER,
					"From which on a coordinator decides; at most the required years."),
			needed("settings.required-contributions", "Contributions", WHOLE, "To open source; 0 asks for none."),
			needed("settings.required-hours-per-week", "Hours per week", NUMBER, "That an applicant must be able to give."),
			needed("settings.confirm-within", "Time to confirm the address", LENGTH, "Counted from the application."),
			needed("settings.remind-confirm-after", "Reminder to confirm after", LENGTH, "Shorter than the time to confirm."),
			of("settings.screening.answer-within", "Time to answer when asked for more", LENGTH, "7 days if not given."),
			of("settings.screening.remind-answer-after", "Reminder to answer after", LENGTH,
					"Half the time to answer if not given."),
			of("settings.screening.appeal-within", "Time to appeal", LENGTH, "14 days if not given; 0 days if nobody can."),
			of("settings.screening.evidence-months", "Months of evidence", WHOLE,
					"How far back an applicant's commits are counted; 24 if not given."),
			of("settings.screening.evidence-in-review", "Reviewers see the counts", YES_NO, "Without any address."),
			of("settings.screening.repositories", "Repositories", REPOSITORIES,
					"In which commits are counted: one a line, its name and then its address, or the folder of a copy.")),

	REVIEW("Reviews", "How reviews are given out and what reviewers see of each other.",
			needed("settings.reviews-per-application", "Reviews for each application", WHOLE, "1 to 10."),
			needed("settings.review-within", "Time to review", LENGTH, "Counted from the assignment."),
			needed("settings.remind-review-after", "Reminder to review after", LENGTH, "Shorter than the time to review."),
			of("settings.review.most-per-reviewer", "Most reviews of a reviewer", WHOLE, "In a round; 30 if not given."),
			of("settings.review.caps", "Most reviews of single reviewers", NUMBERS,
					"One a line: user name, colon, number. Others have the number above."),
			of("settings.review.score-gap", "Gap that calls another reviewer", NUMBER,
					"Points from 1 to 100 between two scores; nothing if never."),
			choice("settings.review.afterwards", "What reviewers see afterwards", ONE_OF, true, List.of(Afterwards.values()),
					"Of the other reviews, once their own is sent; never names."),
			of("settings.review.languages", "Languages of applications", WORDS,
					"Which reviewers are asked whether they read, such as en, fr. Nothing if it does not matter."),
			of("settings.review.public-mail-domains", "Public mail domains", WORDS,
					"Many people share them: the same one is no conflict of interest."),
			of("settings.review.digest", "A mail a day to reviewers", YES_NO, "While something waits for them."),
			of("settings.review.redact-first", "Redact before reviews", YES_NO,
					"Reviews begin only when a coordinator has looked for what identifies."),
			of("settings.review.reviews-for-strictness", "Reviews until strictness is adjusted", WHOLE,
					"Scored reviews of a reviewer in a round; 5 if not given.")),

	SELECTION("Selection", "How a cohort is chosen; docs/selection.md explains the words.",
			choice("settings.selection.method", "Method", ONE_OF, true, List.of(SelectionSettings.Method.values()),
					"The strongest of the cohorts that are diverse enough, or a fair lottery over them."),
			choice("settings.selection.objective", "Measure of diversity", ONE_OF, true,
					List.of(SelectionSettings.Objective.values()), "The usual one is DIVERSITY."),
			of("settings.selection.tolerance", "Tolerance", NUMBER,
					"Share of the diversity, 0 to 1, that may be given up for stronger applications; 0.01 if not given."),
			of("settings.selection.merit-floor", "Merit floor", NUMBER, "Score, 0 to 100, below which nobody is proposed."),
			choice("settings.selection.approvals", "Approvals", ONE_OF, true, List.of(1, 2),
					"How many different people of the committee must approve."),
			of("settings.selection.names", "Show names to the committee", YES_NO, "Beside the codes."),
			of("settings.selection.at-most", "At most with the same answer", NUMBERS,
					"One a line: key of a question, colon, number of people."),
			of("settings.selection.attributes", "Weights and limits", PART,
					"By attribute, as in the file: weight, targets, limits with min and max."),
			of("settings.selection.pairs", "Limits for two values at once", PART,
					"As in the file: a list of first, second, min, max.")),

	DEADLINES("Deadlines and reminders", "Lengths such as 7 days, 36 hours or 10 minutes. A reminder comes before its"
			+ " deadline.",
			needed("settings.remind-closing-before", "Reminder before the closing", LENGTH,
					"To people who have begun an application and not sent it."),
			needed("settings.offer-within", "Time to answer an offer", LENGTH, ""),
			needed("settings.remind-offer-after", "Reminder of the offer after", LENGTH, ""),
			needed("settings.agreement-within", "Time to sign the agreement", LENGTH, ""),
			needed("settings.remind-agreement-after", "Reminder of the agreement after", LENGTH, ""),
			needed("settings.log-grace", "Time for log and check-in", LENGTH, "After the end of a week."),
			needed("settings.remind-log-after", "Reminder of the log after", LENGTH, "Counted from the end of the week."),
			needed("settings.evaluation-within", "Time for the evaluation", LENGTH, ""),
			needed("settings.remind-evaluation-after", "Reminder of the evaluation after", LENGTH, ""),
			of("settings.follow-ups", "Follow-ups", LENGTHS, "When to ask again, counted from the end; between commas."),
			needed("settings.follow-up-within", "Time to answer a follow-up", LENGTH, ""),
			needed("settings.remind-follow-up-after", "Reminder of a follow-up after", LENGTH, ""));

	private final String title;

	private final String lead;

	private final List<Field> fields;

	Section(String title, String lead, Field... fields) {
		this.title = title;
		this.lead = lead;
		this.fields = List.of(fields);
	}

	/** By its name in addresses. */
	static Section named(String word) {
		return Arrays.stream(values()).filter(section -> section.word().equals(word)).findFirst()
				.orElseThrow(() -> new NoSuchElementException("There is no section " + word + "."));
	}

	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	public String title() {
		return title;
	}

	public String lead() {
		return lead;
	}

	List<Field> fields() {
		return fields;
	}
}
