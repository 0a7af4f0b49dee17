package org.cohort.process.engine;

import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What workers answer when all goes well. A type that is not here returns nothing; that a worker exists for it at all
 * is checked elsewhere.
 */
final class UsualAnswers {

	static final String PUBLIC_URL = "https://cohort.example";

	static final Duration WEEK = Duration.ofDays(7);

	private final Instant now;

	UsualAnswers(Instant now) {
		this.now = now;
	}

	Map<String, Object> to(ActivatedJob job) {
		return switch (job.getType()) {
			case "prepare-application" ->
				Map.of("publicUrl", PUBLIC_URL, "remindConfirmAt", in(2), "confirmBy", in(4));
			case "lapse-application" -> Map.of("confirmed", false);
			case "start-screening" -> Map.of("facts", facts(5, 20, 10, true), "screening", 1);
			case "record-screening" -> Map.of("outcome", outcome(job));
			case "record-borderline-decision" -> Map.of("outcome", job.getVariable("borderlineDecision"));
			case "open-enquiry" -> Map.of("enquiryKey", job.getVariable("applicationId") + ":1", "remindAnswerAt", in(4),
					"answerBy", in(7));
			case "open-appeal" -> Map.of("mayAppeal", true, "appealBy", in(5));
			case "close-appeal-period" -> Map.of("appealed", false);
			case "check-appeal" -> Map.of("appealResult", "granted");
			case "start-review" -> Map.of("slots", List.of(1, 2), "redactFirst", false);
			case "assign-reviewer" -> Map.of("reviewId", UUID.randomUUID().toString(), "reviewer",
					"reviewer-" + job.getVariable("slot"), "slotKey", "a-slot", "remindReviewAt", in(10), "reviewBy", in(14));
			case "compare-scores" -> Map.of("anotherReview", false, "slots", List.of());
			case "check-review" -> Map.of("reviewResult", "scored");
			case "resolve-overdue-review" -> Map.of("remindReviewAt", in(10), "reviewBy", in(14));
			case "make-offer" -> Map.of("remindOfferAt", in(3), "offerExpiresAt", in(5));
			case "close-offer" -> Map.of("offerOutcome", "accepted");
			case "prepare-round" -> Map.of("publicUrl", PUBLIC_URL, "remindClosingAt", in(27), "closesAt", in(30));
			case "propose-cohort" -> Map.of("poolSize", 7, "proposalId", job.getVariable("roundId"));
			case "check-selection" -> Map.of("approved", true);
			case "fill-seats" -> Map.of("seatsSettled", true);
			case "close-waiting-list" -> Map.of("anyParticipants", true);
			case "prepare-participation" -> Map.of("publicUrl", PUBLIC_URL, "code", "K7QM-2X", "applicationId",
					job.getVariable("participationId"), "remindAgreementAt", in(4), "agreeBy", in(7));
			case "list-mentors" ->
				Map.of("mentors", List.of(Map.of("label", "mia (2 of 3 places free)", "value", "mia")));
			case "plan-weeks" -> Map.of("weeks", weeks(10, (String) job.getVariable("participationId")));
			case "check-log" -> Map.of("logged", true);
			case "start-evaluation" -> Map.of("remindEvaluationAt", in(10), "evaluateBy", in(14));
			case "check-evaluation" -> Map.of("evaluated", true);
			case "plan-reports" -> Map.of("publicUrl", PUBLIC_URL, "weeks", IntStream.rangeClosed(1, 10)
				.mapToObj(week -> Map.of("number", week, "reportAt", in(7 * week + 2)))
				.toList());
			case "check-conclusions" -> Map.of("concluded", true);
			case "plan-follow-ups" -> Map.of("followUps", followUps((String) job.getVariable("participationId")));
			default -> Map.of();
		};
	}

	/** The requirements of the founding programme. */
	static Map<String, Object> facts(Object years, Object contributions, Object hours, Object conduct) {
		return Map.of("years", years, "contributions", contributions, "hoursPerWeek", hours, "conductAccepted", conduct,
				"consentsGiven", true, "participatedBefore", false, "requiredYears", 2, "borderlineYears", 1,
				"requiredContributions", 3, "requiredHours", 8);
	}

	/** The policy of the module, as far as the flow depends on it. */
	private static String outcome(ActivatedJob job) {
		List<?> findings = (List<?>) job.getVariable("findings");
		List<?> outcomes = findings.stream().map(finding -> ((Map<?, ?>) finding).get("outcome")).toList();
		return Stream.of("not-eligible", "borderline").filter(outcomes::contains).findFirst().orElse("eligible");
	}

	private List<Map<String, Object>> weeks(int count, String participationId) {
		return IntStream.rangeClosed(1, count)
			.mapToObj(week -> Map.<String, Object>of("number", week, "weekKey", participationId + ":" + week, "startsAt",
					in(7 * (week - 1)), "endsAt", in(7 * week), "remindAt", in(7 * week), "closesAt", in(7 * week + 2)))
			.toList();
	}

	private List<Map<String, Object>> followUps(String participationId) {
		return Stream.of(1, 2, 3)
			.map(number -> Map.<String, Object>of("number", number, "followUpKey", participationId + ":" + number,
					"askAt", in(90 * number), "remindAt", in(90 * number + 7), "answerBy", in(90 * number + 14)))
			.toList();
	}

	String in(int days) {
		return now.plus(Duration.ofDays(days)).toString();
	}
}
