package org.cohort.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One mail to one person, not yet rendered. Its text form names nobody, so that it may appear in a log.
 *
 * @param to the address
 * @param name the person's name as they wrote it
 * @param model what the template shows; a link goes in as {@link org.cohort.links.LinkRef#placeholder()}
 * @param sender who it comes from; none is the installation's own sender
 */
public record Letter(String to, String name, Locale locale, Map<String, Object> model, List<Attachment> attachments,
		@Nullable Sender sender) {

	public Letter {
		if (to.isBlank() || to.contains("\n") || to.contains("\r")) {
			throw new IllegalArgumentException("A letter needs one address on one line");
		}
		model = Map.copyOf(model);
		attachments = List.copyOf(attachments);
	}

	public Letter(String to, String name, Locale locale, Map<String, Object> model, List<Attachment> attachments) {
		this(to, name, locale, model, attachments, null);
	}

	/** The same letter, from a programme's own sender. */
	public Letter from(String senderName, String senderAddress) {
		return new Letter(to, name, locale, model, attachments, new Sender(senderName, senderAddress));
	}

	@Override
	public String toString() {
		return "Letter[to somebody, " + attachments.size() + " attachments]";
	}

	/**
	 * A file that travels with the letter.
	 *
	 * @param contentType such as {@code application/pdf}
	 */
	public record Attachment(String fileName, String contentType, byte[] content) {

		@Override
		public String toString() {
			return "Attachment[" + fileName + ", " + content.length + " bytes]";
		}
	}

	/** Who a letter comes from; answers go there too. */
	public record Sender(String name, String address) {
	}
}
