package org.cohort.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import org.cohort.links.Links;
import org.cohort.mail.MailServer.Unreachable;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** A mail server that takes everything, somebody to write to, and a postman who carries what is in the ledger. */
@ApplicationTest
@Import(TestCorrespondence.Configuration.class)
abstract class Mailing {

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

	final UUID subject = UUID.randomUUID();

	final String address = "ana." + subject + "@example.org";

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

	void post(String key, Letter letter) {
		people.letters.put(subject, List.of(letter));
		mails.post(order(key));
	}

	MailOrder order(String key) {
		return new MailOrder("test-letter", subject + key, "test", subject, Map.of());
	}

	Postman postman(int port) {
		JavaMailSenderImpl server = new JavaMailSenderImpl();
		server.setHost("127.0.0.1");
		server.setPort(port);
		server.getJavaMailProperties().setProperty("mail.smtp.timeout", "1500");
		return new Postman(ledger, reader, links, new MailServer(server), clock);
	}

	static void sendAll(Postman postman) {
		try {
			while (postman.sendNext()) {
				// the next
			}
		}
		catch (Unreachable away) {
			throw new AssertionError(away);
		}
	}

	MimeMessage onlyMail() {
		assertThat(inbox.getReceivedMessages()).hasSize(1);
		return inbox.getReceivedMessages()[0];
	}

	LedgerEntry stored() {
		return reader.find(null, subject.toString(), 0, 10).getFirst();
	}

	int count() {
		return jdbc.sql("select count(*) from mail where subject_id = :s").param("s", subject).query(Integer.class)
			.single();
	}

	static String part(Part part, String type) throws Exception {
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

	static void atOnce(int times, Callable<Boolean> work) throws Exception {
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
