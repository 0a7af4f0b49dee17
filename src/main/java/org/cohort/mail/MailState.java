package org.cohort.mail;

import java.util.Arrays;

/** What has become of a mail. */
enum MailState {

	/** Waits for its turn, or for its next try. */
	QUEUED("queued", "Waiting"),
	/** In the hands of a sender at this moment. */
	SENDING("sending", "Being sent"),
	/** The mail server took it. */
	SENT("sent", "Sent"),
	/** Nobody knows whether the mail server took it. Never sent again unless a person decides so. */
	POSSIBLY_SENT("possibly-sent", "Possibly sent"),
	/** Refused for good; trying again would end the same way. */
	STUCK("stuck", "Stuck");

	private final String text;

	private final String label;

	MailState(String text, String label) {
		this.text = text;
		this.label = label;
	}

	static MailState of(String text) {
		return Arrays.stream(values()).filter(state -> state.text.equals(text)).findFirst()
			.orElseThrow(() -> new IllegalArgumentException("A mail is never «" + text + "»"));
	}

	/** As in the database and in addresses. */
	public String text() {
		return text;
	}

	/** As people read it. */
	public String label() {
		return label;
	}

	/** Whether only a person can decide how it goes on. */
	public boolean needsDecision() {
		return this == POSSIBLY_SENT || this == STUCK;
	}
}
