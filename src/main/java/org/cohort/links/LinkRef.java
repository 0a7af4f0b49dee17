package org.cohort.links;

import java.util.UUID;

/**
 * Points to an issued link without being able to open it: may be stored, logged and put into the model of a mail.
 */
public record LinkRef(UUID id) {

	/** What a placeholder in a mail begins with. */
	public static final String SCHEME = "cohort-link:";

	/** Stands for the link in a mail's model; the real address takes its place only while the mail is being sent. */
	public String placeholder() {
		return SCHEME + id;
	}

	@Override
	public String toString() {
		return placeholder();
	}
}
