package org.cohort.pages;

import java.util.ArrayList;
import java.util.List;
import org.cohort.links.LinkPurpose;
import org.jspecify.annotations.Nullable;

/** Every page there is, and some of them in more than one state. */
final class Stops {

	static final String COMMITTEE = "carla.committee:committee";

	private static final String COORDINATOR = "olga.coordinator:coordinators.administrators";

	private static final String MENTOR = WalkedRounds.MENTOR + ":mentors";

	private static final String EVERYTHING = "eve.everything:reviewers.committee.mentors.coordinators.administrators";

	private final WalkedRounds rounds;

	private final List<Stop> all = new ArrayList<>();

	Stops(WalkedRounds rounds) {
		this.rounds = rounds;
	}

	/**
	 * One line a page; further lines with the same pattern show it in another state.
	 * @param code of somebody in the proposal for the closed round
	 */
	List<Stop> all(String code) {
		String slug = rounds.open.slug();
		add("calls", "/", "/", null);
		add("apply", "/apply/{slug}", "/apply/" + slug, null);
		add("apply-closed", "/apply/{slug}", "/apply/" + rounds.closed.slug(), null);
		add("draft-gone", "/apply/{slug}/draft/{token}",
				rounds.link(LinkPurpose.DRAFT, rounds.unconfirmed, slug), null);
		add("confirm", "/confirm/{token}", rounds.link(LinkPurpose.CONFIRM, rounds.unconfirmed, ""), null);
		String status = rounds.link(LinkPurpose.STATUS, rounds.unconfirmed, "");
		add("status", "/status/{token}", status, null);
		add("status-reading", "/status/{token}", rounds.link(LinkPurpose.STATUS, rounds.reading, ""), null);
		add("own", "/status/{token}/application", status + "/application", null);
		add("change", "/status/{token}/change", status + "/change", null);
		add("withdraw", "/status/{token}/withdraw", status + "/withdraw", null);
		String aboutYou = rounds.link(LinkPurpose.SELF_IDENTIFICATION, rounds.unconfirmed, rounds.open.id().toString());
		add("about-you", "/about-you/{token}", aboutYou, null);
		add("thanks", "/about-you/{token}/thanks", aboutYou + "/thanks", null);
		String offer = rounds.link(LinkPurpose.OFFER, rounds.offered, "");
		add("offer", "/offer/{token}", offer, null);
		add("offer-accept", "/offer/{token}/accept", offer + "/accept", null);
		add("offer-decline", "/offer/{token}/decline", offer + "/decline", null);
		add("agreement", "/agreement/{token}", rounds.link(LinkPurpose.AGREEMENT, rounds.agreeing, ""), null);
		add("check-in", "/check-in/{token}", rounds.link(LinkPurpose.CHECK_IN, rounds.participation, "3"), null);
		add("check-in-closed", "/check-in/{token}",
				rounds.link(LinkPurpose.CHECK_IN, rounds.participation, "1"), null);
		String own = rounds.link(LinkPurpose.PARTICIPATION, rounds.participation, "");
		add("participation", "/participation/{token}", own, null);
		add("participation-completed", "/participation/{token}",
				rounds.link(LinkPurpose.PARTICIPATION, rounds.completed, ""), null);
		add("leave", "/participation/{token}/leave", own + "/leave", null);
		add("evaluation", "/evaluation/{token}",
				rounds.link(LinkPurpose.EVALUATION, rounds.participation, ""), null);
		add("follow-up", "/follow-up/{token}",
				rounds.link(LinkPurpose.FOLLOW_UP, rounds.completed, "1"), null);
		add("report-for-grant-giver", "/reports/{token}",
				rounds.link(LinkPurpose.REPORT, rounds.report, ""), null);
		add("appeal", "/appeal/{token}", rounds.link(LinkPurpose.APPEAL, rounds.ineligible, ""), null);
		add("more", "/more/{token}", rounds.link(LinkPurpose.MORE, rounds.borderline, ""), null);
		add("signed-out", "/signed-out", "/signed-out", null);
		add("link-unknown", "/status/{token}", "/status/not-a-link", null);

		add("staff", "/staff", "/staff", EVERYTHING);
		add("staff-applications", "/staff/applications", "/staff/applications", COORDINATOR);
		add("staff-application", "/staff/applications/{id}", "/staff/applications/" + rounds.reading, COORDINATOR);
		add("staff-appeal", "/staff/applications/{id}/appeal",
				"/staff/applications/" + rounds.appealing + "/appeal", COORDINATOR);
		add("staff-ask", "/staff/applications/{id}/ask", "/staff/applications/" + rounds.reading + "/ask",
				COORDINATOR);
		add("staff-redaction", "/staff/applications/{id}/redaction",
				"/staff/applications/" + rounds.reading + "/redaction", COORDINATOR);
		add("staff-tables", "/staff/decision-tables", "/staff/decision-tables", COORDINATOR);
		add("staff-trial", "/staff/decision-tables/trials/{id}", rounds.trial, COORDINATOR);
		add("staff-table-deploy", "/staff/decision-tables/{version}/deploy",
				"/staff/decision-tables/" + rounds.tableVersion + "/deploy", COORDINATOR);
		add("staff-mails", "/staff/mails", "/staff/mails", COORDINATOR);
		add("staff-mail", "/staff/mails/{id}", "/staff/mails/" + rounds.mail, COORDINATOR);
		add("staff-participations", "/staff/participations", "/staff/participations", COORDINATOR);
		String participation = "/staff/participations/" + rounds.participation;
		add("staff-participation", "/staff/participations/{id}", participation, COORDINATOR);
		add("staff-evaluation", "/staff/participations/{id}/evaluation", participation + "/evaluation", MENTOR);
		add("staff-evaluation-read", "/staff/participations/{id}/evaluation", participation + "/evaluation",
				COORDINATOR);
		add("staff-week", "/staff/participations/{id}/weeks/{number}", participation + "/weeks/3", MENTOR);
		add("staff-programmes", "/staff/programmes", "/staff/programmes", COORDINATOR);
		add("staff-programme-new", "/staff/programmes/new", "/staff/programmes/new", COORDINATOR);
		String programme = "/staff/programmes/" + rounds.open.programme().id();
		add("staff-programme", "/staff/programmes/{id}", programme, COORDINATOR);
		add("staff-settings", "/staff/programmes/{id}/settings/{section}", programme + "/settings/general",
				COORDINATOR);
		add("staff-questions", "/staff/programmes/{id}/lists/{list}", programme + "/lists/questions",
				COORDINATOR);
		add("staff-question", "/staff/programmes/{id}/lists/{list}/{key}",
				programme + "/lists/questions/years", COORDINATOR);
		add("staff-question-remove", "/staff/programmes/{id}/lists/{list}/{key}/remove",
				programme + "/lists/questions/interests/remove", COORDINATOR);
		add("staff-question-new", "/staff/programmes/{id}/new/{list}", programme + "/new/questions",
				COORDINATOR);
		add("staff-preview", "/staff/programmes/{id}/preview", programme + "/preview", COORDINATOR);
		add("staff-versions", "/staff/programmes/{id}/versions", programme + "/versions", COORDINATOR);
		add("staff-version", "/staff/programmes/{id}/versions/{number}", programme + "/versions/1",
				COORDINATOR);
		add("staff-reviews", "/staff/reviews", "/staff/reviews", rounds.reviewer + ":reviewers");
		add("staff-review", "/staff/reviews/{reviewId}", "/staff/reviews/" + rounds.review,
				rounds.reviewer + ":reviewers");
		add("staff-reviewers", "/staff/reviewers", "/staff/reviewers", COORDINATOR);
		add("staff-rounds", "/staff/rounds", "/staff/rounds", COORDINATOR);
		add("staff-round-new", "/staff/rounds/new", "/staff/rounds/new", COORDINATOR);
		String round = "/staff/rounds/" + rounds.closed.id();
		add("staff-round", "/staff/rounds/{id}", round, COORDINATOR);
		String open = "/staff/rounds/" + rounds.open.id();
		add("staff-dates", "/staff/rounds/{id}/dates", open + "/dates", COORDINATOR);
		add("staff-duplicates", "/staff/rounds/{id}/duplicates", open + "/duplicates", COORDINATOR);
		add("staff-duplicate", "/staff/rounds/{id}/duplicates/{first}/{second}",
				open + "/duplicates/" + rounds.ineligible + "/" + rounds.appealing, COORDINATOR);
		add("staff-dashboard", "/staff/rounds/{id}/dashboard", round + "/dashboard", COORDINATOR);
		add("selection-in-public", "/selection/{slug}", "/selection/" + rounds.closed.slug(), null);
		add("staff-proposal", "/staff/rounds/{roundId}/proposals/{number}", round + "/proposals/1", COMMITTEE);
		add("staff-compare", "/staff/rounds/{roundId}/shortlist/compare", round + "/shortlist/compare",
				COMMITTEE);
		add("staff-round-close", "/staff/rounds/{id}/close", "/staff/rounds/" + rounds.open.id() + "/close",
				COORDINATOR);
		add("staff-extensions", "/staff/rounds/{id}/extensions",
				"/staff/rounds/" + rounds.open.id() + "/extensions", COORDINATOR);
		add("staff-imports", "/staff/rounds/{roundId}/imports",
				"/staff/rounds/" + rounds.open.id() + "/imports", COORDINATOR);
		add("staff-import", "/staff/rounds/{roundId}/imports/{id}", rounds.imported, COORDINATOR);
		add("staff-assignment", "/staff/rounds/{roundId}/assignment", round + "/assignment", COORDINATOR);
		add("staff-scores", "/staff/rounds/{roundId}/scores", round + "/scores", COORDINATOR);
		String reports = "/staff/rounds/" + rounds.running.id();
		add("staff-conclusions", "/staff/rounds/{id}/conclusions", reports + "/conclusions", COORDINATOR);
		add("staff-reports", "/staff/rounds/{id}/reports", reports + "/reports", COORDINATOR);
		add("staff-summary", "/staff/rounds/{id}/reports/summary", reports + "/reports/summary", COORDINATOR);
		add("staff-report", "/staff/rounds/{id}/reports/{reportId}", reports + "/reports/" + rounds.report,
				COORDINATOR);
		add("staff-shortlist", "/staff/rounds/{roundId}/shortlist", round + "/shortlist", COMMITTEE);
		add("staff-shortlisted", "/staff/rounds/{roundId}/shortlist/applicants/{code}",
				round + "/shortlist/applicants/" + code, COMMITTEE);
		add("staff-replace", "/staff/rounds/{roundId}/shortlist/replace/{code}",
				round + "/shortlist/replace/" + code, COMMITTEE);
		add("staff-stuck", "/staff/stuck", "/staff/stuck", COORDINATOR);
		add("staff-not-found", "/staff/rounds/{id}", "/staff/rounds/" + rounds.report, COORDINATOR);
		return all;
	}

	private void add(String name, String pattern, String path, @Nullable String who) {
		all.add(new Stop(name, pattern, path, who));
	}
}
