package org.cohort.mail;

import java.util.Map;
import java.util.UUID;

/**
 * Asks for one kind of mail to one audience.
 *
 * @param template names {@code <template>.txt} in {@code templates/mail} or in its folders of languages
 * @param key the same key twice is the same mail; it is written once
 * @param audience names the {@link Correspondence} that knows who reads it
 * @param subject what it is about: an application, a review, a round, a participation
 * @param details routing values such as the number of a week; never free text
 */
public record MailOrder(String template, String key, String audience, UUID subject, Map<String, String> details) {

	public MailOrder {
		if (!template.matches("[a-z0-9-]+")) {
			throw new IllegalArgumentException("A mail template is named in kebab-case, not «" + template + "»");
		}
		if (key.isBlank()) {
			throw new IllegalArgumentException("A mail needs a key, or it might be sent twice");
		}
		if (subject == null) {
			throw new IllegalArgumentException("A mail is about something: name its subject");
		}
		details = Map.copyOf(details);
	}
}
