package org.cohort.mail;

import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.cohort.links.LinkRef;
import org.cohort.mail.Letter.Attachment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Makes the message that goes out from a ledger entry: links become real, the Message-ID is the ledger's. */
final class Envelope {

	private static final Pattern PLACEHOLDER = Pattern.compile(
			LinkRef.SCHEME + "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

	private Envelope() {
	}

	static MimeMessage seal(LedgerEntry mail, List<Attachment> attachments, Function<LinkRef, String> address,
			Session session, Instant now) throws MessagingException {
		MimeMessage message = new MimeMessage(session) {

			@Override
			protected void updateMessageID() throws MessagingException {
				setHeader("Message-ID", mail.messageId());
			}
		};
		try {
			MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
			helper.setFrom(mail.sender(), mail.senderName());
			helper.setReplyTo(mail.sender(), mail.senderName());
			helper.setTo(new InternetAddress(mail.recipient(), mail.recipientName(), "UTF-8"));
			helper.setSubject(mail.subjectLine());
			helper.setText(fill(mail.bodyText(), address), fill(mail.bodyHtml(), address));
			for (Attachment attachment : attachments) {
				helper.addAttachment(attachment.fileName(), new ByteArrayResource(attachment.content()),
						attachment.contentType());
			}
		}
		catch (UnsupportedEncodingException absent) {
			throw new IllegalStateException("Every Java has UTF-8", absent);
		}
		message.setSentDate(Date.from(now));
		// A machine wrote it: automatic answers would go to nobody who asked.
		message.setHeader("Auto-Submitted", "auto-generated");
		message.saveChanges();
		return message;
	}

	/** Puts something in the place of every placeholder: the real address to send, a mask to show. */
	static String fill(String body, Function<LinkRef, String> address) {
		return PLACEHOLDER.matcher(body).replaceAll(found -> Matcher.quoteReplacement(
				address.apply(new LinkRef(UUID.fromString(found.group(1))))));
	}
}
