package org.cohort.platform;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mail that the platform caught instead of letting it out.
 * @param id its file's name, in the order of arrival
 * @param to the one recipient that this copy was for
 * @param messageId the header Message-ID, for counting doubles
 * @param text the plain text, empty when there is none
 * @param html the HTML, empty when there is none
 */
public record CaughtMail(String id, Instant received, String from, String to, String subject, String messageId,
		String text, String html, List<Attachment> attachments) {

	private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]+");

	/** A file that came with a mail. */
	public record Attachment(String name, String contentType, byte[] content) {
	}

	/** Every address in the text, or in the HTML when there is no text; each once, in order. */
	public List<String> links() {
		return LINK.matcher(text.isBlank() ? html : text)
			.results()
			.map(match -> match.group().replaceAll("[.,;)]+$", "").replace("&amp;", "&"))
			.distinct()
			.toList();
	}

	/** The first link whose path contains the given text. */
	public Optional<String> link(String pathPart) {
		return links().stream().filter(link -> link.contains(pathPart)).findFirst();
	}

	static CaughtMail read(Path file) {
		try (var stream = Files.newInputStream(file)) {
			var message = new MimeMessage(Session.getInstance(new Properties()), stream);
			var collected = new Collected();
			collected.add(message);
			return new CaughtMail(file.getFileName().toString(), Files.getLastModifiedTime(file).toInstant(),
					header(message, "From"), header(message, "X-Caught-For"), subject(message),
					header(message, "Message-ID"), collected.text.toString(), collected.html.toString(),
					List.copyOf(collected.attachments));
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
		catch (MessagingException exception) {
			throw new IllegalStateException(file + " is no mail", exception);
		}
	}

	private static String header(MimeMessage message, String name) throws MessagingException {
		return Stream.ofNullable(message.getHeader(name, ", ")).findFirst().orElse("");
	}

	private static String subject(MimeMessage message) throws MessagingException {
		return Optional.ofNullable(message.getSubject()).orElse("");
	}

	private static final class Collected {

		private final StringBuilder text = new StringBuilder();

		private final StringBuilder html = new StringBuilder();

		private final List<Attachment> attachments = new ArrayList<>();

		void add(Part part) throws MessagingException, IOException {
			if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
				for (int i = 0; i < several.getCount(); i++) {
					BodyPart inner = several.getBodyPart(i);
					add(inner);
				}
			}
			else if (part.getFileName() != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
				attachments.add(new Attachment(Optional.ofNullable(part.getFileName()).orElse("attachment"),
						part.getContentType().split(";")[0], part.getInputStream().readAllBytes()));
			}
			else if (part.isMimeType("text/html")) {
				html.append(part.getContent());
			}
			else if (part.isMimeType("text/*")) {
				text.append(part.getContent());
			}
		}
	}
}
