package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.cohort.audit.AuditTrail;
import org.cohort.mail.MailOrder;
import org.cohort.mail.Mails;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.support.Applicants;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class TimelineTests {

	private static final Pattern RECORDED =
			Pattern.compile("audit\\.record\\(\\s*[^,;]+?,\\s*\"([a-z-]+)\"\\s*,\\s*\"application\"");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Applications applications;

	@Autowired
	Confirmations confirmations;

	@Autowired
	Withdrawals withdrawals;

	@Autowired
	Programmes programmes;

	@Autowired
	AuditTrail audit;

	@Autowired
	Mails mails;

	@Autowired
	MessageSource messages;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	@Test
	void whatHappenedIsToldInPlainWordsWithWhoDidItAndTheMails() {
		Round round = new Applicants(jdbc, programmes, clock).openRound(5);
		mvc.post().uri("/apply/" + round.slug()).with(csrf()).params(Forms.filled()).exchange();
		UUID id = applications.inRound(round.id()).getFirst().id();
		confirmations.confirm(id);
		applications.advance(id, Stage.SCREENING);
		applications.advance(id, Stage.UNDER_REVIEW);
		transaction.executeWithoutResult(status -> audit.record("anna.reviewer", "submit-review", "application", id,
				"slot 1"));
		mails.post(new MailOrder("eligible", "eligible:" + id, "applicant", id, Map.of()));
		transaction.executeWithoutResult(status -> audit.record("olga.coordinator", "polish-shoes", "application", id,
				"both"));
		withdrawals.withdraw(id);
		assertThat(mvc.get().uri("/staff/applications/" + id).with(user("olga").roles("coordinators"))).hasStatusOk()
				.bodyText()
				.containsSubsequence("What happened", "The application was sent.", "The e-mail address was confirmed.",
						"The applicant", "The minimum requirements are being checked.", "Eligible; the review began.",
						"A review was sent (slot 1).", "Anna Reviewer", "Mail to Amara Okafor", "Polish shoes: both",
						"Olga Coordinator", "The application was withdrawn.", "The applicant")
				.contains("aria-labelledby=\"mails\"", "queued", "Withdrawal finished").doesNotContain("??");
	}

	@Test
	void everythingThatIsRecordedAboutAnApplicationHasItsWords() throws IOException {
		Set<String> actions = new TreeSet<>();
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			files.filter(file -> file.toString().endsWith(".java")).forEach(file -> actions.addAll(actions(file)));
		}
		actions.remove("move-application");
		assertThat(actions).hasSizeGreaterThan(5).allSatisfy(action -> assertThat(words(action)).as(action).isNotNull());
		assertThat(Stream.of(Stage.values()).filter(stage -> stage != Stage.UNCONFIRMED))
				.allSatisfy(stage -> assertThat(words("move-application." + stage)).as("%s", stage).isNotNull());
	}

	private String words(String action) {
		return messages.getMessage("happened." + action, new Object[] { "x" }, null, Locale.ENGLISH);
	}

	private static Set<String> actions(Path file) {
		try {
			Set<String> actions = new TreeSet<>();
			Matcher matcher = RECORDED.matcher(Files.readString(file));
			while (matcher.find()) {
				actions.add(matcher.group(1));
			}
			return actions;
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}
}
