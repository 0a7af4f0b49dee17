package org.cohort.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.cohort.links.LinkRef;
import org.cohort.mail.MailServer.Unreachable;
import org.junit.jupiter.api.Test;

/** What becomes of a mail when its server, its sender or its link fails. */
class MailTroubleTests extends Mailing {

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
}
