package org.cohort.platform;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** The second half of a life cycle, as people live it: agreements, weeks, reports, evaluation, and the follow-up. */
final class MentoredRun {

	private final LocalPlatform platform;

	private final Browser browser;

	private final Ledgers ledgers;

	private final Function<String, StaffMember> staff;

	private final String round;

	private final String grants;

	/** @param grants who gets the reports */
	MentoredRun(LocalPlatform platform, Browser browser, Ledgers ledgers, Function<String, StaffMember> staff,
			String round, String grants) {
		this.platform = platform;
		this.browser = browser;
		this.ledgers = ledgers;
		this.staff = staff;
		this.round = round;
		this.grants = grants;
	}

	private StaffMember olga() {
		return staff.apply("olga.coordinator");
	}

	/** The last to agree is the first of the list: whose weeks begin then. */
	void agreements(List<Applicant> participants) {
		List<String> mentors = List.of("Mira", "Max");
		for (Applicant participant : participants.reversed()) {
			String mentor = mentors.get(participants.indexOf(participant));
			olga().takes("Choose a mentor", participant.code());
			olga().chooses(mentor);
			olga().completes();
			StaffMember person = staff.apply(mentor.toLowerCase(java.util.Locale.ROOT) + ".mentor");
			person.takes("Confirm agreement", participant.code());
			Browser.pictures(person.followsTheLink(), "13-participation");
			person.picks("I agree and will mentor this participant");
			person.completes();
			participant.opensMailed("agreement");
			participant.field("promise").check();
			Browser.pictures(participant.page(), "14-agreement");
			participant.confirms();
		}
	}

	void weeks(Applicant stays, Applicant leaves) {
		StaffMember mira = staff.apply("mira.mentor");
		leaves.opensMailed("participation");
		leaves.page().locator("a[href$='/leave']").click();
		leaves.field("note").fill("My job ended, and " + Applicant.PLANTED + " has to wait.");
		leaves.field("sure").check();
		leaves.confirms();
		assertThat(leaves.page().locator("main")).containsText("has ended");
		for (int week = 1; week <= QuickProgramme.WEEKS; week++) {
			stays.opensMailed("check-in", week);
			writes(stays.page(), "10", "I mended a guide and learned about " + Applicant.PLANTED + ".");
			Browser.pictures(stays.page(), "15-check-in");
			stays.page().locator("button[name=action][value=save]").click();
			assertThat(stays.page().locator("main")).containsText("your check-in was saved");
			mira.takes("Log the week", stays.code() + ", week " + week);
			Page log = mira.followsTheLink();
			writes(log, "2", "We read the code of " + Applicant.PLANTED + " together.");
			log.locator("[name='changes[0].link']").fill("https://code.example/" + Applicant.PLANTED + "/" + week);
			log.locator("[name='changes[0].kind']").selectOption("documentation-fix");
			Browser.pictures(log, "16-log");
			log.locator("button[name=action][value=save]").click();
			awaitReport("Week " + week + " of " + stays.code());
		}
		stays.opensMailed("participation");
		Browser.pictures(stays.page(), "17-own-page");
	}

	private static void writes(Page page, String hours, String done) {
		page.locator("[name=hours]").fill(hours);
		page.locator("[name=done]").fill(done);
		page.locator("[name=going][value='4']").check();
	}

	void evaluation(Applicant participant) {
		StaffMember mira = staff.apply("mira.mentor");
		mira.takes("Evaluate the participation", participant.code());
		Page page = mira.followsTheLink();
		judges(page);
		Browser.pictures(page, "18-evaluation");
		mira.presses("Send the evaluation");
		participant.opensMailed("evaluation");
		judges(participant.page());
		participant.presses("Send the evaluation");
	}

	private static void judges(Page page) {
		page.locator("main fieldset:has(input[type=radio])").all()
			.forEach(criterion -> criterion.locator("input[type=radio]").first().check());
		page.locator("main textarea").first().fill("See what was merged in both weeks.");
		page.locator("[name=advice]").fill("Talk early and often, also about " + Applicant.PLANTED + ".");
	}

	void summary() {
		olga().takes("Write the conclusions", "summary");
		olga().followsTheLink();
		Page conclusions = olga().visits("/staff/rounds/" + ledgers.round(round) + "/conclusions");
		conclusions.locator("[name=conclusions]").fill("Two weeks are short, and yet one participant went far.");
		Browser.pictures(conclusions, "19-conclusions");
		conclusions.locator("button[name=action][value=finish]").click();
		CaughtMail mail = awaitReport("Summary");
		Page grants = browser.newPerson();
		grants.navigate(mail.link("/reports/").orElseThrow());
		assertThat(grants.locator("main")).containsText("Two weeks are short");
		Browser.pictures(grants, "20-summary");
		String download = grants.locator("main a[href$='.pdf']").first().getAttribute("href");
		byte[] pdf = grants.request().get(platform.publicUrl().resolve(download).toString()).body();
		assertThat(pdf).as("the PDF behind the page is the one that was mailed")
			.isEqualTo(mail.attachments().getFirst().content());
		Browser.keep("20-summary.pdf", pdf);
	}

	/** The mail to the grant giver with the newest report of this title, and the report as a PDF in it. */
	CaughtMail awaitReport(String title) {
		CaughtMail mail = await(title).atMost(Applicant.PATIENCE)
			.until(() -> platform.mails().to(grants).stream().filter(one -> one.subject().startsWith(title)).toList(),
					found -> !found.isEmpty())
			.getLast();
		assertThat(mail.attachments()).extracting(CaughtMail.Attachment::contentType).containsOnly("application/pdf");
		assertThat(mail.attachments()).allSatisfy(attachment ->
				assertThat(new String(attachment.content(), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-"));
		return mail;
	}

	void followUp(Applicant participant) {
		participant.opensMailed("follow-up");
		participant.field("contributing").first().check();
		participant.field("recommends").last().check();
		Browser.pictures(participant.page(), "21-follow-up");
		participant.presses("Send the answers");
		assertThat(participant.page().locator("main")).containsText("Thank you");
	}
}
