package org.cohort.reporting;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.cohort.application.Applications;
import org.cohort.application.Summary;
import org.cohort.demographics.Demographics;
import org.cohort.evaluation.Evaluations;
import org.cohort.evaluation.Result;
import org.cohort.evaluation.Verdict;
import org.cohort.language.Count;
import org.cohort.mentorship.ChangeKind;
import org.cohort.mentorship.Hours;
import org.cohort.mentorship.MergedChanges;
import org.cohort.mentorship.Participation;
import org.cohort.mentorship.When;
import org.cohort.mentorship.Weeks;
import org.cohort.programme.Round;
import org.cohort.reporting.figures.Charts;
import org.cohort.reporting.figures.Criteria;
import org.cohort.reporting.figures.Funnel;
import org.cohort.reporting.figures.Grant;
import org.cohort.reporting.figures.Group;
import org.cohort.reporting.figures.Member;
import org.springframework.stereotype.Component;

/** The summary at the end of a round: who, what was merged, what it cost, what was reached, what is concluded. */
@Component
class SummaryReport {

	private final Subjects subjects;

	private final Applications applications;

	private final Demographics demographics;

	private final Evaluations evaluations;

	private final Weeks weeks;

	private final ConclusionsStore conclusions;

	private final Typesetter typesetter;

	private final Clock clock;

	SummaryReport(Subjects subjects, Applications applications, Demographics demographics, Evaluations evaluations,
			Weeks weeks, ConclusionsStore conclusions, Typesetter typesetter, Clock clock) {
		this.subjects = subjects;
		this.applications = applications;
		this.demographics = demographics;
		this.evaluations = evaluations;
		this.weeks = weeks;
		this.conclusions = conclusions;
		this.typesetter = typesetter;
		this.clock = clock;
	}

	/** One participant in the list of who took part. */
	record Person(Member member, String evaluation) {

		public String label() {
			return member.label();
		}

		public String standing() {
			return member.standing().isEmpty() ? "running" : member.standing();
		}

		public MergedChanges changes() {
			return member.changes();
		}
	}

	Page of(UUID roundId) {
		var round = subjects.round(roundId);
		var settings = round.settings();
		var when = When.of(settings);
		var group = subjects.group(roundId);
		var results = evaluations.results(roundId);
		var grant = new Grant(weeks.budget(roundId), settings.mentorHourlyRate().amount(),
				settings.mentorHourlyRate().currency());
		var funnel = funnel(roundId, results);
		var figures = new HashMap<String, Object>();
		figures.put("round", round);
		figures.put("weekCount", settings.weeks());
		figures.put("startedOn", when.date(group.run().startsAt()));
		figures.put("people", people(round, results));
		figures.put("funnel", funnel);
		figures.put("funnelChart", Charts.funnel(funnel));
		figures.put("composition", demographics.composition(roundId, took(results), settings.smallGroup()));
		figures.put("group", group);
		figures.put("changes", group.changes());
		figures.put("kinds", ChangeKind.values());
		figures.put("kindsChart", Charts.changesByKind(group.changes()));
		figures.put("changesChart", Charts.changesByWeek(group, group.lastWeek()));
		figures.put("moodChart", Charts.mood(group, group.lastWeek()));
		figures.put("hoursChart", Charts.mentorHours(group, group.lastWeek(),
				Hours.ofWorked(settings.mentorHoursPerWeek())));
		figures.put("weekRows", WeeklyReports.weekRows(group, group.lastWeek()));
		figures.put("grant", grant);
		figures.put("grantChart", Charts.grant(grant));
		figures.put("criteria", Criteria.of(settings.successCriteria(), evaluated(results)));
		figures.put("verdicts", Verdict.values());
		figures.put("evaluatedCount", evaluated(results).size());
		figures.put("evaluations", evaluated(results).stream().filter(SummaryReport::saysMore)
			.map(result -> words(result, round)).toList());
		figures.put("successCriteria", settings.successCriteria());
		figures.put("conclusions", conclusions.latest(roundId).orElse(Conclusions.NONE));
		return typesetter.set("summary", "Summary of the round", WeeklyReports.subtitle(round),
				when.moment(clock.instant()), highlights(funnel, group, grant), figures);
	}

	/** What both sides wrote about one participation, under the label that the programme allows. */
	record Words(String label, Result result) {
	}

	private static boolean saysMore(Result result) {
		return Stream.of(result.byMentor(), result.byParticipant()).flatMap(Optional::stream)
			.flatMap(written -> written.content().judgements().stream())
			.anyMatch(judgement -> !judgement.evidence().isBlank());
	}

	private Words words(Result result, Round round) {
		return new Words(subjects.label(result.participation(), round), result);
	}

	private List<Person> people(Round round, List<Result> results) {
		return results.stream().map(result -> {
			long written = (result.byMentor().isPresent() ? 1 : 0) + (result.byParticipant().isPresent() ? 1 : 0);
			var said = result.participation().state() == Participation.State.ENDED ? "not asked"
					: written == 2 ? "from both sides" : written == 1 ? "from one side" : "none received";
			return new Person(subjects.member(result.participation(), round), said);
		}).toList();
	}

	private Funnel funnel(UUID roundId, List<Result> results) {
		var completed = results.stream()
			.filter(result -> result.participation().state() == Participation.State.COMPLETED)
			.count();
		return Funnel.of(applications.inRound(roundId).stream().map(Summary::stage).toList(), completed);
	}

	private static Set<UUID> took(List<Result> results) {
		return results.stream().map(result -> result.participation().applicationId()).collect(Collectors.toSet());
	}

	private static List<Result> evaluated(List<Result> results) {
		return results.stream()
			.filter(result -> result.participation().state() != Participation.State.ENDED)
			.toList();
	}

	private static List<String> highlights(Funnel funnel, Group group, Grant grant) {
		return List.of("%s applied, %d took part, %d ran to the end.".formatted(
				Count.of(funnel.steps().getFirst().people(), "person", "people"), group.members().size(), funnel.steps().getLast().people()),
				"%s merged.".formatted(Count.of(group.changes().count(), "change was", "changes were")),
				"%s of %s mentor hours were used (%s of %s).".formatted(grant.budget().used(), grant.budget().granted(),
						grant.used(), grant.granted()));
	}
}
