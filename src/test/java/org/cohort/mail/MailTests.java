package org.cohort.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Address;
import jakarta.mail.internet.MimeMessage;
import org.cohort.links.LinkPurpose;
import org.cohort.links.LinkRef;
import org.cohort.mail.Letter.Attachment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class MailTests extends Mailing {

	@Test
	void aMailArrivesOnceAsTextAndHtmlWithItsLinkFilledIn() throws Exception {
		LinkRef link = links.issue(LinkPurpose.CONFIRM, subject, "", clock.instant().plus(Duration.ofDays(7)));
		post("k1", TestCorrespondence.letter(address, link.placeholder())
			.from("The Programme", "programme@example.org"));

		sendAll(postman(inbox.getSmtp().getPort()));
		sendAll(postman(inbox.getSmtp().getPort()));

		MimeMessage mail = onlyMail();
		String text = part(mail, "text/plain");
		String html = part(mail, "text/html");
		assertThat(mail.getSubject()).isEqualTo("News for Ana <b>Lima</b> & Söhne");
		assertThat(text).startsWith("Dear Ana <b>Lima</b> & Söhne").contains("1 < 2 & ünïcode")
			.contains(links.uri(link).toString()).doesNotContain(LinkRef.SCHEME);
		assertThat(html).startsWith("<!DOCTYPE html>").contains("href=\"" + links.uri(link) + "\"")
			.contains("Ana &lt;b&gt;Lima").doesNotContain(LinkRef.SCHEME).doesNotContain("th:text");
		assertThat(mail.getFrom()).extracting(Address::toString)
			.containsExactly("The Programme <programme@example.org>");
		assertThat(mail.getReplyTo()).isEqualTo(mail.getFrom());
		assertThat(mail.getMessageID()).isEqualTo(stored().messageId());
		assertThat(stored().state()).isEqualTo(MailState.SENT);
	}

	@Test
	void theLedgerNeverHoldsARealLink() {
		LinkRef link = links.issue(LinkPurpose.CONFIRM, subject, "", clock.instant().plus(Duration.ofDays(7)));
		post("k1", TestCorrespondence.letter(address, link.placeholder()));
		sendAll(postman(inbox.getSmtp().getPort()));

		String row = jdbc.sql("select mail::text from mail where subject_id = :s").param("s", subject)
			.query(String.class).single();

		String path = links.uri(link).getPath();
		assertThat(row).contains(link.placeholder()).doesNotContain(path.substring(path.lastIndexOf('/') + 1));
	}

	@Test
	void neitherAddressesNorNamesNorLinksAreLogged(CapturedOutput output) throws Exception {
		LinkRef link = links.issue(LinkPurpose.CONFIRM, subject, "", clock.instant().plus(Duration.ofDays(7)));
		post("k1", TestCorrespondence.letter(address, link.placeholder()));
		try (ScriptedMailServer server = new ScriptedMailServer().answering("RCPT", "550 no such user " + address)) {
			sendAll(postman(server.port()));
		}
		ledger.requeue(stored().id());
		sendAll(postman(inbox.getSmtp().getPort()));

		assertThat(inbox.getReceivedMessages()).hasSize(1);
		String ours = output.getAll().lines().filter(line -> !line.contains("c.icegreen")).collect(Collectors.joining("\n"));
		assertThat(ours).contains(stored().id().toString()).doesNotContain(address).doesNotContain("Lima")
			.doesNotContain(links.uri(link).getPath());
	}

	@Test
	void attachmentsTravelWithTheLetter() throws Exception {
		Letter plain = TestCorrespondence.letter(address, "");
		post("k1", new Letter(plain.to(), plain.name(), plain.locale(), plain.model(),
				List.of(new Attachment("week-1.pdf", "application/pdf", "%PDF-1.7 report".getBytes()))));

		sendAll(postman(inbox.getSmtp().getPort()));

		String raw = GreenMailUtil.getWholeMessage(onlyMail());
		assertThat(raw).contains("filename=week-1.pdf").contains("Content-Type: application/pdf");
	}

	@Test
	void theSameKeyAgainIsTheSameMailEvenFromManyAtOnce() throws Exception {
		people.letters.put(subject, List.of(TestCorrespondence.letter(address, ""),
				TestCorrespondence.letter("second-" + address, "")));
		atOnce(8, () -> {
			mails.post(order("k1"));
			return true;
		});

		assertThat(count()).isEqualTo(2);
	}

	@Test
	void aMailOrderedInATransactionThatFailsIsNeverSent() {
		people.letters.put(subject, List.of(TestCorrespondence.letter(address, "")));

		catchThrowable(() -> transaction.executeWithoutResult(status -> {
			mails.post(order("k1"));
			throw new IllegalStateException("the rest failed");
		}));

		assertThat(count()).isZero();
	}

	@Test
	void manySendersAtOnceSendEveryMailOnce() throws Exception {
		for (int number = 0; number < 30; number++) {
			post("k" + number, TestCorrespondence.letter(address, ""));
		}
		int port = inbox.getSmtp().getPort();

		atOnce(6, () -> {
			sendAll(postman(port));
			return true;
		});

		assertThat(inbox.getReceivedMessages()).hasSize(30);
		assertThat(List.of(inbox.getReceivedMessages())).extracting(MimeMessage::getMessageID).doesNotHaveDuplicates();
	}

	@Test
	void oneConnectionCarriesManyMails() throws Exception {
		try (ScriptedMailServer server = new ScriptedMailServer()) {
			for (int number = 0; number < 20; number++) {
				post("k" + number, TestCorrespondence.letter(address, ""));
			}
			sendAll(postman(server.port()));
			assertThat(server.accepted).hasValue(20);
			assertThat(server.connections).hasValue(1);
		}
	}
}
