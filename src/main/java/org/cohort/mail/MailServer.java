package org.cohort.mail;

import java.util.Map;
import java.util.Properties;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * The mail server of {@code spring.mail.*}. One connection carries many mails; it is opened when needed and given up
 * after any trouble. Used by one thread.
 */
@Component
class MailServer {

	private static final Logger log = LoggerFactory.getLogger(MailServer.class);

	/** Without these Java waits for ever. */
	private static final Map<String, String> PATIENCE = Map.of("connectiontimeout", "10000", "timeout", "30000",
			"writetimeout", "30000");

	private final JavaMailSenderImpl settings;

	private final Session session;

	private @Nullable SubmissionTransport connection;

	MailServer(JavaMailSenderImpl settings) {
		this.settings = settings;
		Properties properties = settings.getJavaMailProperties();
		PATIENCE.forEach((name, millis) -> properties.putIfAbsent("mail." + protocol() + "." + name, millis));
		this.session = settings.getSession();
	}

	Session session() {
		return session;
	}

	/** @throws Unreachable if there is no connection to be had; the mail was not touched */
	Delivery send(MimeMessage message, Address recipient) throws Unreachable {
		SubmissionTransport transport = connected();
		transport.begin();
		try {
			transport.sendMessage(message, new Address[] { recipient });
			return new Delivery.Accepted();
		}
		catch (MessagingException | RuntimeException failure) {
			boolean handedOver = transport.handedOver();
			hangUp();
			return judge(failure, handedOver);
		}
	}

	private static Delivery judge(Exception failure, boolean handedOver) {
		Reply reply = Reply.in(failure);
		if (reply != null) {
			return reply.code >= 500 ? new Delivery.Refused("The mail server refused it for good: " + reply)
					: new Delivery.Deferred("The mail server does not take it now: " + reply);
		}
		if (handedOver) {
			return new Delivery.Unclear("The connection to the mail server broke after the mail was handed over and "
					+ "before the server said whether it took it.");
		}
		return new Delivery.Deferred("The connection to the mail server broke: " + failure.getMessage());
	}

	private SubmissionTransport connected() throws Unreachable {
		if (connection != null && connection.isConnected()) {
			return connection;
		}
		hangUp();
		SubmissionTransport transport = new SubmissionTransport(session, protocol());
		try {
			transport.connect(settings.getHost(), settings.getPort(), settings.getUsername(), settings.getPassword());
		}
		catch (AuthenticationFailedException refused) {
			throw new Unreachable("The mail server at " + address() + " does not accept our user name and password.");
		}
		catch (MessagingException failed) {
			throw new Unreachable("The mail server at " + address() + " cannot be reached: " + failed.getMessage());
		}
		connection = transport;
		return transport;
	}

	void hangUp() {
		if (connection != null) {
			try {
				connection.close();
			}
			catch (MessagingException alreadyGone) {
				log.debug("The mail server had hung up before: {}", alreadyGone.getMessage());
			}
			connection = null;
		}
	}

	private String protocol() {
		return settings.getProtocol() == null ? "smtp" : settings.getProtocol();
	}

	private String address() {
		return settings.getHost() + ":" + settings.getPort();
	}

	/** There is no connection to be had. */
	static class Unreachable extends Exception {

		Unreachable(String message) {
			super(message);
		}
	}

	/** What the server answered. Its text may quote the recipient's address; it is shown to staff, never logged. */
	private record Reply(int code, String text) {

		static @Nullable Reply in(Throwable failure) {
			Reply found = null;
			for (Throwable at = failure; at != null; at = next(at)) {
				int code = switch (at) {
					case SMTPAddressFailedException address -> address.getReturnCode();
					case SMTPSenderFailedException sender -> sender.getReturnCode();
					case SMTPSendFailedException send -> send.getReturnCode();
					default -> -1;
				};
				if (code >= 400 && code < 600) {
					found = new Reply(code, String.valueOf(at.getMessage()).strip());
				}
			}
			return found;
		}

		private static @Nullable Throwable next(Throwable at) {
			return at instanceof MessagingException messaging && messaging.getNextException() != null
					? messaging.getNextException() : at.getCause() == at ? null : at.getCause();
		}

		@Override
		public String toString() {
			return text.startsWith(String.valueOf(code)) ? text : code + " " + text;
		}
	}
}
