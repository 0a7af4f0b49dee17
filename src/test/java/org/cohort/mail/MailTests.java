package org.cohort.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import org.cohort.links.LinkPurpose;
import org.cohort.links.LinkRef;
import org.cohort.links.Links;
import org.cohort.mail.Letter.Attachment;
import org.cohort.mail.MailServer.Unreachable;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
@Import(TestCorrespondence.Configuration.class)
@ExtendWith(OutputCaptureExtension.class)
class MailTests {

	@Autowired
	Mails mails;

	@Autowired
	Ledger ledger;

	@Autowired
	LedgerReader reader;

	@Autowired
	Links links;

	@Autowired
	MovableClock clock;

	@Autowired
	TestCorrespondence people;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	final GreenMail inbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	private final UUID subject = UUID.randomUUID();

	private final String address = "ana." + subject + "@example.org";

	@BeforeEach
	void open() {
		jdbc.sql("delete from mail").update();
		inbox.start();
	}

	@AfterEach
	void close() {
		inbox.stop();
		clock.reset();
	}

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
	void anAudienceWithoutPeopleIsAFaultAndNotSilence() {
		assertThatIllegalStateException().isThrownBy(() -> mails.post(order("k1")))
			.withMessageContaining("Nobody would read");
	}

	@Test
	void whileTheServerIsAwayMailsWaitLongerAndLonger() throws Exception {
		inbox.stop();
		post("k1", TestCorrespondence.letter(address, ""));
		Postman postman = postman(1);

		assertThatThrownBy(postman::sendNext).isInstanceOf(Unreachable.class);
		assertThat(stored().state()).isEqualTo(MailState.QUEUED);
		assertThat(stored().attempts()).isEqualTo(1);
		assertThat(stored().reason()).contains("cannot be reached");
		assertThat(postman.sendNext()).as("not due yet").isFalse();

		clock.forward(Duration.ofSeconds(6));
		assertThatThrownBy(postman::sendNext).isInstanceOf(Unreachable.class);
		clock.forward(Duration.ofSeconds(6));
		assertThat(postman.sendNext()).as("not due yet").isFalse();
		assertThat(mails.counts().delayed()).isEqualTo(1);

		inbox.start();
		clock.forward(Duration.ofSeconds(30));
		sendAll(postman(inbox.getSmtp().getPort()));
		assertThat(onlyMail().getMessageID()).isEqualTo(stored().messageId());
		assertThat(stored().attempts()).isEqualTo(3);
	}

	@Test
	void aServerThatSaysLaterIsAskedLater() throws Exception {
		try (ScriptedMailServer server = new ScriptedMailServer().answering("RCPT", "451 greylisted")) {
			post("k1", TestCorrespondence.letter(address, ""));
			sendAll(postman(server.port()));
		}
		assertThat(stored().state()).isEqualTo(MailState.QUEUED);
		assertThat(stored().reason()).contains("451").contains("greylisted");
	}

	@Test
	void aServerThatSaysNeverLeavesTheMailStuckWithTheReason() throws Exception {
		for (String command : List.of("MAIL", "RCPT", "DATA", ".")) {
			post("k" + command, TestCorrespondence.letter(address, ""));
			try (ScriptedMailServer server = new ScriptedMailServer().answering(command, "554 5.7.1 not wanted")) {
				sendAll(postman(server.port()));
			}
			LedgerEntry mail = reader.find(null, subject.toString(), 0, 10).getFirst();
			assertThat(mail.state()).as(command).isEqualTo(MailState.STUCK);
			assertThat(mail.reason()).as(command).contains("5.7.1 not wanted");
			jdbc.sql("delete from mail").update();
		}
	}

	@Test
	void aConnectionLostBeforeTheEndOfTheMessageIsTriedAgain() throws Exception {
		try (ScriptedMailServer server = new ScriptedMailServer().answering("RCPT", ScriptedMailServer.HANG_UP)) {
			post("k1", TestCorrespondence.letter(address, ""));
			sendAll(postman(server.port()));
		}
		assertThat(stored().state()).isEqualTo(MailState.QUEUED);
	}

	@Test
	void aConnectionLostAfterTheMessageWasHandedOverIsLeftToAPerson() throws Exception {
		try (ScriptedMailServer server = new ScriptedMailServer().answering(".", ScriptedMailServer.HANG_UP)) {
			post("k1", TestCorrespondence.letter(address, ""));
			sendAll(postman(server.port()));
		}
		assertThat(stored().state()).isEqualTo(MailState.POSSIBLY_SENT);

		clock.forward(Duration.ofDays(30));
		sendAll(postman(inbox.getSmtp().getPort()));
		assertThat(inbox.getReceivedMessages()).as("nothing is sent twice by itself").isEmpty();
	}

	@Test
	void aServerThatFallsSilentAfterTheMessageLeavesItPossiblySent() throws Exception {
		try (ScriptedMailServer server = new ScriptedMailServer().answering(".", ScriptedMailServer.SAY_NOTHING)) {
			post("k1", TestCorrespondence.letter(address, ""));
			sendAll(postman(server.port()));
		}
		assertThat(stored().state()).isEqualTo(MailState.POSSIBLY_SENT);
	}

	@Test
	void aMailWhoseSenderDiedIsFoundAndLeftToAPerson() {
		post("k1", TestCorrespondence.letter(address, ""));
		UUID dead = UUID.randomUUID();
		LedgerEntry claimed = ledger.claim(dead).orElseThrow();
		assertThat(ledger.abandonOrphans()).as("alive until its lease ends").isZero();
		clock.forward(Duration.ofDays(30));
		assertThat(ledger.abandonOrphans()).as("a moved clock kills nobody").isZero();

		jdbc.sql("update mail set lease_ends_at = clock_timestamp() - interval '1 second'").update();
		postman(inbox.getSmtp().getPort()).keepAlive();

		assertThat(stored().state()).isEqualTo(MailState.POSSIBLY_SENT);
		sendAll(postman(inbox.getSmtp().getPort()));
		assertThat(inbox.getReceivedMessages()).isEmpty();

		ledger.sent(claimed.id(), dead);
		assertThat(stored().state()).as("it was only asleep, and knows").isEqualTo(MailState.SENT);
	}

	@Test
	void aPersonWhoDecidesToSendAgainIsNotOverruledByASenderThatWakesUp() {
		post("k1", TestCorrespondence.letter(address, ""));
		UUID sleeper = UUID.randomUUID();
		LedgerEntry claimed = ledger.claim(sleeper).orElseThrow();
		jdbc.sql("update mail set lease_ends_at = clock_timestamp() - interval '1 second'").update();
		ledger.abandonOrphans();

		assertThat(ledger.requeue(claimed.id())).isTrue();
		ledger.sent(claimed.id(), sleeper);

		assertThat(stored().state()).isEqualTo(MailState.QUEUED);
	}

	@Test
	void aMailWhoseLinkNoLongerExistsIsStuckAndSaysSo() {
		post("k1", TestCorrespondence.letter(address, new LinkRef(UUID.randomUUID()).placeholder()));

		sendAll(postman(inbox.getSmtp().getPort()));

		assertThat(stored().state()).isEqualTo(MailState.STUCK);
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

	private void post(String key, Letter letter) {
		people.letters.put(subject, List.of(letter));
		mails.post(order(key));
	}

	private MailOrder order(String key) {
		return new MailOrder("test-letter", subject + key, "test", subject, Map.of());
	}

	private Postman postman(int port) {
		JavaMailSenderImpl server = new JavaMailSenderImpl();
		server.setHost("127.0.0.1");
		server.setPort(port);
		server.getJavaMailProperties().setProperty("mail.smtp.timeout", "1500");
		return new Postman(ledger, reader, links, new MailServer(server), clock);
	}

	private static void sendAll(Postman postman) {
		try {
			while (postman.sendNext()) {
				// the next
			}
		}
		catch (Unreachable away) {
			throw new AssertionError(away);
		}
	}

	private MimeMessage onlyMail() {
		assertThat(inbox.getReceivedMessages()).hasSize(1);
		return inbox.getReceivedMessages()[0];
	}

	private LedgerEntry stored() {
		return reader.find(null, subject.toString(), 0, 10).getFirst();
	}

	private int count() {
		return jdbc.sql("select count(*) from mail where subject_id = :s").param("s", subject).query(Integer.class)
			.single();
	}

	private static String part(Part part, String type) throws Exception {
		if (part.isMimeType(type)) {
			return part.getContent().toString();
		}
		if (part.getContent() instanceof Multipart multipart) {
			for (int number = 0; number < multipart.getCount(); number++) {
				BodyPart inner = multipart.getBodyPart(number);
				String found = part(inner, type);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

	private static void atOnce(int times, Callable<Boolean> work) throws Exception {
		try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
			List<Future<Boolean>> running = new ArrayList<>();
			for (int number = 0; number < times; number++) {
				running.add(threads.submit(work));
			}
			for (Future<Boolean> one : running) {
				one.get();
			}
		}
	}
}
