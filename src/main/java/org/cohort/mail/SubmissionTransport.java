package org.cohort.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * An SMTP connection that knows whether the final full stop of a message was on its way to the server. Before it, no
 * server can have accepted the message; after it, only the server's answer tells.
 */
class SubmissionTransport extends SMTPTransport {

	private boolean handedOver;

	SubmissionTransport(Session session, String protocol) {
		super(session, new URLName(protocol, null, -1, null, null, null), protocol, "smtps".equals(protocol));
	}

	void begin() {
		handedOver = false;
	}

	@Override
	protected void finishData() throws MessagingException, java.io.IOException {
		handedOver = true;
		super.finishData();
	}

	boolean handedOver() {
		return handedOver;
	}
}
