package org.cohort.pages;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.cohort.application.Stage;
import org.cohort.eligibility.Appeals;
import org.cohort.eligibility.Enquiries;
import org.cohort.eligibility.Finding;
import org.cohort.eligibility.Outcome;
import org.cohort.eligibility.Screenings;
import org.cohort.evaluation.Evaluations;
import org.cohort.evaluation.FollowUps;
import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.mail.MailOrder;
import org.cohort.mail.Mails;
import org.cohort.mentorship.ChangeKind;
import org.cohort.mentorship.RunFixture;
import org.cohort.offer.Offers;
import org.cohort.programme.Round;
import org.cohort.reporting.Reports;
import org.cohort.review.Reviews;
import org.cohort.selection.Selections;
import org.cohort.support.Applicants;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** Rounds with people at every stage, so that every page has something to show. */
final class WalkedRounds {

	static final String MENTOR = "maya.mentor";

	final RunFixture run;

	final Applicants applicants;

	final Round open;

	final Round closed;

	final Round running;

	final UUID unconfirmed;

	final UUID reading;

	final UUID offered;

	final UUID participation;

	final UUID agreeing;

	final UUID completed;

	final UUID review;

	final String reviewer;

	final UUID report;

	final UUID summary;

	final UUID mail;

	final UUID ineligible;

	final UUID appealing;

	final UUID borderline;

	final String imported;

	final String trial;

	final String tableVersion;

	private final Links links;

	private final JdbcClient jdbc;

	private final Mails mails;

	WalkedRounds(ApplicationContext context) throws Exception {
		links = context.getBean(Links.class);
		jdbc = context.getBean(JdbcClient.class);
		mails = context.getBean(Mails.class);
		run = new RunFixture(context);
		applicants = new Applicants(jdbc, run.programmes, run.clock);
		var reports = context.getBean(Reports.class);

		var programme = run.programme();
		running = run.round(programme);
		agreeing = run.participations.start(run.accepted(running, "Bela Kovács"));
		run.participations.assignMentor(agreeing, MENTOR);
		run.participations.confirmByMentor(agreeing, MENTOR);
		participation = run.running(running, "Ada Lovelace", MENTOR);
		reports.plan(running.id());
		for (int week = 1; week <= 2; week++) {
			if (week > 1) {
				run.moveTo(run.weeks.get(participation, week).startsAt().plusSeconds(1));
				run.weeks.open(participation, week);
			}
			run.weeks.checkIn(participation, week, RunFixture.words("10", "I read the guide and fixed two things in it.",
					RunFixture.merged(week, ChangeKind.DOCUMENTATION_FIX)));
			run.weeks.log(participation, week, MENTOR, RunFixture.words("2", "We went through the first change together."));
		}
		run.moveTo(run.weeks.get(participation, 2).closesAt().plusSeconds(1));
		reports.participantWeek(participation, 1);
		report = reports.groupWeek(running.id(), 1).id();
		summary = reports.summary(running.id()).id();
		context.getBean(Evaluations.class).request(participation);
		completed = run.running(running, "Cem Yılmaz", MENTOR);
		run.participations.complete(completed);
		context.getBean(FollowUps.class).plan(completed);

		closed = applicants.closedRound(3);
		reading = applicants.in(closed).store();
		var assignment = context.getBean(Reviews.class);
		assignment.start(reading);
		var assigned = assignment.assign(reading, 1).orElseThrow();
		review = assigned.reviewId();
		reviewer = assigned.reviewer();
		for (int number = 0; number < 12; number++) {
			applicants.in(closed).named("Amara " + number, "amara" + number + "@example.org").at(Stage.IN_POOL)
				.scored(40 + 5 * number).says("gender", number % 3 == 0 ? "man" : "woman")
				.says("background", number % 2 == 0 ? "yes" : "no").store();
		}
		context.getBean(Selections.class).propose(closed.id());
		offered = applicants.in(closed).named("Noa Levi", "noa@example.org").at(Stage.UNDER_REVIEW).store();
		context.getBean(Offers.class).make(offered);

		open = applicants.openRound(5);
		var mvc = context.getBean(MockMvc.class);
		ineligible = screened(context.getBean(Screenings.class), Outcome.NOT_ELIGIBLE, "too-few-years");
		context.getBean(Appeals.class).open(ineligible);
		appealing = screened(context.getBean(Screenings.class), Outcome.NOT_ELIGIBLE, "too-few-years");
		context.getBean(Appeals.class).open(appealing);
		mvc.perform(post(link(LinkPurpose.APPEAL, appealing, "")).with(csrf()).param("words", "My studies count, I think."));
		borderline = screened(context.getBean(Screenings.class), Outcome.BORDERLINE, "almost-enough-years");
		mvc.perform(post("/staff/applications/" + borderline + "/ask").with(user("olga.coordinator").roles("coordinators"))
			.with(csrf()).param("questions", "years").param("note", "Does your studying count?"));
		context.getBean(Enquiries.class).open(borderline);
		imported = mvc.perform(multipart("/staff/rounds/" + open.id() + "/imports")
			.file(new MockMultipartFile("file", "people.csv", "text/csv", "Name,Mail\nAda,ada@example.org\n".getBytes()))
			.with(user("olga.coordinator").roles("coordinators")).with(csrf())).andReturn().getResponse().getRedirectedUrl();
		unconfirmed = applicants.in(open).named("Fatima Zahra", "fatima@example.org").at(Stage.UNCONFIRMED).store();
		mails.post(new MailOrder("eligible", "walk:" + reading, "applicant", reading, Map.of()));
		trial = mvc.perform(post("/staff/decision-tables").with(user("ada.administrator").roles("administrators"))
			.with(csrf()).param("round", closed.slug()).param("text", Files.readString(Path.of("bpmn/eligibility.dmn"))))
			.andReturn().getResponse().getRedirectedUrl();
		tableVersion = jdbc.sql("select version from eligibility_trial order by started_at desc limit 1").query(String.class)
			.single();
		mail = jdbc.sql("select id from mail where order_key = :key").param("key", "walk:" + reading).query(UUID.class)
			.single();
		jdbc.sql("""
				insert into stuck_job (job_key, job_type, process_id, element_id, process_instance_key, subject, attempts,
					first_failed_at, last_failed_at, next_try_at, error_id, fault)
				values (1, 'send-mail', 'application', 'confirm-address', 1, :subject, 5, now(), now(), now(), 'ab12cd34',
					'The mail server cannot be reached.')
				""").param("subject", reading.toString()).update();
	}

	private UUID screened(Screenings screenings, Outcome outcome, String reason) {
		UUID application = applicants.in(open).answer("years", "0.5").at(Stage.SCREENING).store();
		screenings.record(application, 1, "test", screenings.decisionInput(application),
				List.of(new Finding(outcome, reason, "rule-" + reason)));
		return application;
	}

	String shortlist() {
		return "/staff/rounds/" + closed.id() + "/shortlist";
	}

	/** The path behind a personal link. */
	String link(LinkPurpose purpose, UUID subject, String detail) {
		return links.uri(links.issue(purpose, subject, detail, run.clock.instant().plus(Duration.ofDays(30)))).getPath();
	}

	/** Some mails as somebody gets them who applied in a language: by template, with a button, a list, many parts. */
	Map<String, String> mailsIn(String language) {
		var applications = Map.of("offer", offered, "not-eligible", ineligible, "confirm-address", unconfirmed);
		var bodies = new TreeMap<String, String>();
		applications.forEach((template, application) -> {
			jdbc.sql("update application set locale = ? where id = ?").params(language, application).update();
			String key = "walk-%s:%s-%s".formatted(language, template, application);
			mails.post(new MailOrder(template, key, "applicant", application, Map.of()));
			bodies.put(template, jdbc.sql("select body_html from mail where order_key = ?").param(key).query(String.class)
				.single());
		});
		jdbc.sql("update application set locale = ? where id = (select application_id from participation where id = ?)")
			.params(language, agreeing).update();
		String key = "walk-%s:agreement-%s".formatted(language, agreeing);
		mails.post(new MailOrder("agreement-participant", key, "participant", agreeing, Map.of()));
		bodies.put("agreement-participant",
				jdbc.sql("select body_html from mail where order_key = ?").param(key).query(String.class).single());
		return bodies;
	}
}
